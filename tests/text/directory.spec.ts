/** The directory of services, the open data made of it, and the list of changes. */
import { expect, test } from '@playwright/test'

import { organizations, services } from '../../src/data/export.ts'
import { feed } from '../../src/data/feed.ts'
import { dataFiles } from '../../src/data/files.ts'
import { Organizations, Service, Services } from '../../src/data/hsds.ts'
import { csv, numberRows } from '../../src/data/numbers.ts'
import { uuid } from '../../src/data/uuid.ts'
import { changeProblems, directoryProblems } from '../../src/model/check-directory.ts'
import { placeIn, placeProblems } from '../../src/model/check-places.ts'
import { directory } from '../../src/model/directory.ts'
import { joinFacts } from '../../src/model/facts.ts'
import { load, type Content } from '../../src/model/load.ts'
import { fromZod, tell } from '../../src/model/problem.ts'
import * as schemas from '../../src/model/schemas.ts'

const { content } = load()
const facts = joinFacts(content)
// Entries are written as time goes: a day fixed here would refuse the next one.
const today = new Date().toISOString().slice(0, 10)

/** What the check says after one change, as a writer might make it. */
function told(change: (copy: Content) => void): string {
  const copy = structuredClone(content)
  change(copy)
  const problems = [
    ...placeProblems(copy),
    ...directoryProblems(copy),
    ...changeProblems(copy, today),
  ]
  return problems.map(tell).join('\n')
}

const service = (copy: Content, id: string) => {
  const found = copy.services.services[id]
  if (!found) throw new Error(id)
  return found
}

test('every number that may be printed is in the directory, by kind and with a day', () => {
  const listed = directory(content, facts).flatMap(({ phones }) => phones.map(({ id }) => id))
  const printed = Object.keys(facts.phones).filter((id) => facts.phones[id]?.mark !== 'C')
  expect(printed.filter((id) => !listed.includes(id))).toEqual([])
  expect(told((copy) => delete copy.services.services['bris'])).toContain('numret «bris»')
  for (const { assured } of directory(content, facts)) expect(assured).toMatch(/^\d{4}-\d\d-\d\d$/)
})

test('a service is checked on the day every number was rung; until then when it was read', () => {
  const copy = structuredClone(content)
  for (const { phones } of copy.areas) if (phones['bris']) phones['bris'].tested = '2026-11-24'
  const bris = directory(copy, joinFacts(copy)).find(({ id }) => id === 'bris')
  expect(bris?.assured).toBe('2026-11-24')
})

test('the directory has no field for an address, a postal code or a place on a map', () => {
  for (const field of ['address', 'postal_code', 'latitude', 'longitude', 'map', 'location']) {
    const wrong = structuredClone(content.services) as { services: Record<string, object> }
    Object.assign(wrong.services['agera'] ?? {}, { [field]: 'x' })
    const result = schemas.Services.safeParse(wrong)
    expect(result.success, field).toBe(false)
    if (!result.success)
      expect(fromZod('content/services.yaml', wrong, result.error).map(tell).join()).toContain(
        `agera › ${field}`,
      )
  }
})

for (const [what, text] of [
  ['a street', 'Kom till Storgatan 5.'],
  ['a postal code with its town', 'Jouren, 171 45 Solna.'],
  ['a place on a map', 'Se https://maps.example/x.'],
  ['coordinates', 'Punkten 59.3601, 18.0002.'],
] as const)
  test(`${what} of a shelter is refused`, () => {
    expect(
      told((copy) => {
        const agera = service(copy, 'agera')
        if (agera.says) agera.says.sv += ` ${text}`
      }),
    ).toContain('aldrig en adress')
    expect(placeIn(text)).toBeTruthy()
  })

test('where a shelter lies is refused in its sources and in its facts too', () => {
  for (const change of [
    (copy: Content) => {
      for (const { sources } of copy.areas)
        if (sources['agera-jour']) sources['agera-jour'].url = 'https://www.google.se/maps/x'
    },
    (copy: Content) => {
      for (const { claims } of copy.areas)
        if (claims['d-agera-2023']) claims['d-agera-2023'].says += ' Den ligger på Storvägen 3.'
    },
  ])
    expect(told(change)).toContain('aldrig en adress')
})

test('a shelter cannot stand in the directory unmarked; other duty desks are none', () => {
  expect(told((copy) => (service(copy, 'agera').shelter = false))).toContain('agera › shelter')
  expect(told((copy) => (service(copy, 'roks-jourer').shelter = false))).toContain('shelter')
  expect(told(() => undefined)).toBe('')
})

test('a name that does not exist, a text without a fact and B without confirm are told', () => {
  expect(told((copy) => (service(copy, 'bris').organisation = 'x'))).toContain('organisation')
  expect(told((copy) => (service(copy, 'bris').phones = ['x']))).toContain('bris › phones')
  expect(told((copy) => (service(copy, 'bris').door = 'solna'))).toContain('antingen door')
  expect(told((copy) => (service(copy, 'nkjt').facts = []))).toContain('nkjt › languages')
  expect(told((copy) => delete service(copy, 'bris').confirm)).toContain('bris › confirm')
})

test('the export is HSDS as we have described it, and a wrong one stops the build', () => {
  for (const { name, type, text } of dataFiles) {
    const made = text(content, facts)
    expect(made.length, name).toBeGreaterThan(100)
    if (type === 'application/json') expect(() => JSON.parse(made), name).not.toThrow()
  }
  const [first] = services(content, facts)
  expect(Service.safeParse({ ...first, id: '1' }).success).toBe(false)
  expect(Service.safeParse({ ...first, latitude: 59.3 }).success).toBe(false)
})

/** Every identifier of a value, wherever it stands. */
function ids(value: unknown, found: string[] = []): string[] {
  if (Array.isArray(value)) for (const one of value) ids(one, found)
  else if (value && typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'id') found.push(String(inner))
      else ids(inner, found)
    }
  return found
}

test('identifiers are the same at every build, and no two things share one', () => {
  expect(uuid('service/kvinnofridslinjen')).toBe('97e50c73-facc-56c3-9804-79a7c815229d')
  const once = services(content, facts)
  expect(JSON.stringify(services(content, facts))).toBe(JSON.stringify(once))
  // Organisations, kinds and terms are shared on purpose; what belongs to a service is its own.
  const own = once.flatMap(({ id, phones, service_areas, languages, attributes }) => [
    id,
    ...[...phones, ...service_areas, ...languages, ...attributes].map((part) => part.id),
  ])
  expect(new Set(own).size).toBe(own.length)
  expect(ids(once).length).toBeGreaterThan(own.length)
})

test('every reference in the export leads to something in it', () => {
  const all = organizations(content, facts)
  const known = new Set(all.map(({ id }) => id))
  for (const one of services(content, facts)) {
    expect(known.has(one.organization_id), one.name).toBe(true)
    expect(one.organization.id).toBe(one.organization_id)
    for (const part of [...one.phones, ...one.service_areas]) expect(part.service_id).toBe(one.id)
    for (const { link_id, taxonomy_term_id, taxonomy_term } of one.attributes)
      expect([link_id, taxonomy_term_id]).toEqual([one.id, taxonomy_term.id])
    for (const { location_id, location } of one.service_at_locations)
      expect(location.id).toBe(location_id)
    for (const { resource_id } of one.metadata)
      expect(one.phones.map(({ id }) => id)).toContain(resource_id)
  }
})

/** Mail addresses, personal numbers, mobile numbers. */
const personal = /[\w.]+@[\w.]+\.\w|\b(?:19|20)?\d{6}[-+]\d{4}\b|\b07[02369][ -]?\d/

test('the check for persons sees a mail address, a personal number and a mobile number', () => {
  for (const wrong of ['anna.ek@example.se', '19800101-1234', '070-123 45 67'])
    expect(wrong).toMatch(personal)
})

test('the open data tells where no shelter is, and of no person', () => {
  const shelters = new Set(
    directory(content, facts).flatMap(({ name, shelter }) => (shelter ? [name] : [])),
  )
  expect(shelters.size).toBeGreaterThan(4)
  for (const one of services(content, facts).filter(({ name }) => shelters.has(name)))
    expect(one.service_at_locations, one.name).toEqual([])
  for (const { name, text } of dataFiles) {
    const made = text(content, facts).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
    expect(/address|latitude|longitude|postal|"contacts"/.exec(made)?.[0], name).toBeUndefined()
    expect(personal.exec(made)?.[0], name).toBeUndefined()
  }
})

test('numbers come as CSV that every program reads, each with its days', () => {
  const rows = numberRows(facts)
  const [head, ...lines] = csv(rows).trimEnd().split('\r\n')
  expect(head).toBe('"id","name","number","tel","for","checked","tested","source","confirm"')
  expect(lines).toHaveLength(rows.length)
  expect(csv([{ a: 'x "y", z' }])).toBe('"a"\r\n"x ""y"", z"\r\n')
  expect(csv(rows)).toContain('"116 016","116016"')
})

test('the feed is Atom: names that never change, days, an author, links', () => {
  const xml = feed(content)
  const entries = xml.match(/<entry>.*?<\/entry>/gs) ?? []
  expect(entries).toHaveLength(content.changes.length)
  for (const part of [xml, ...entries]) {
    expect(part).toMatch(/<id>urn:uuid:[0-9a-f-]{36}<\/id>/)
    expect(part).toMatch(/<title>[^<]+<\/title>/)
    expect(part).toMatch(/<updated>\d{4}-\d\d-\d\dT00:00:00Z<\/updated>/)
    expect(part).toMatch(/<link rel="alternate" type="text\/html" href="[^"]+"\/>/)
  }
  expect(xml).toMatch(/<author><name>/)
  const names = [...xml.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id)
  expect(new Set(names).size).toBe(names.length)
  const withDomain = structuredClone(content)
  withDomain.settings.domain = 'https://rvc.example'
  expect(feed(withDomain)).toContain('rel="self" type="application/atom+xml" href="https://rvc.ex')
  expect([...feed(withDomain).matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id)).toEqual(names)
})

test('a change rests on facts that exist, has its own name, and is not in the future', () => {
  const first = (copy: Content) => copy.changes[0]!
  expect(told((copy) => (first(copy).facts = ['finns-inte']))).toContain('«finns-inte»')
  expect(told((copy) => copy.changes.push(first(copy)))).toContain('ett eget id')
  expect(told((copy) => (first(copy).date = '2999-01-01'))).toContain('framtiden')
  expect(told((copy) => (first(copy).date = '2026-02-30'))).toContain('en dag som finns')
  expect(told((copy) => Object.assign(first(copy), { facts: [], pages: [] }))).toContain('tomt')
})

test('what is exported parses as one whole page of a list', () => {
  for (const [name, schema] of [
    ['services.json', Services],
    ['organizations.json', Organizations],
  ] as const) {
    const file = dataFiles.find((one) => one.name === name)!
    const page = schema.parse(JSON.parse(file.text(content, facts)))
    expect(page.contents).toHaveLength(page.total_items)
  }
})
