/** The directory in Open Referral HSDS 3. */
import { directory, type Entry } from '../model/directory.ts'
import type { Facts } from '../model/facts.ts'
import type { Content } from '../model/load.ts'
import { areaNames, kindNames, languageName } from './names.ts'
import type { Organization, Service } from './hsds.ts'
import { uuid } from './uuid.ts'

/** Every organisation that has a service in the directory. */
export function organizations(content: Content, facts: Facts): Organization[] {
  const used = new Set(directory(content, facts).map((entry) => entry.organisation))
  return Object.keys(content.services.organisations)
    .filter((id) => used.has(id))
    .map((id) => organization(id, content, facts))
}

function organization(id: string, { services }: Content, facts: Facts): Organization {
  const found = services.organisations[id]
  if (!found) throw new Error(`Organisationen «${id}» finns inte i content/services.yaml.`)
  const website = found.url ? facts.sources[found.url]?.url : undefined
  return {
    id: uuid(`organization/${id}`),
    name: found.name,
    description: found.says,
    ...(website ? { website } : {}),
  }
}

/** Every service of the directory, with what belongs to it inside. */
export const services = (content: Content, facts: Facts): Service[] =>
  directory(content, facts).map((entry) => service(entry, content, facts))

function service(entry: Entry, content: Content, facts: Facts): Service {
  const { name, link, status, ages, assured } = entry
  const id = uuid(`service/${entry.id}`)
  const untested = entry.phones.some(({ tested }) => tested === null)
  return {
    id,
    organization_id: uuid(`organization/${entry.organisation}`),
    name,
    description: entry.says.sv,
    ...(link ? { url: link } : {}),
    status,
    ...(entry.interpreter ? { interpretation_services: 'Tolk kan kopplas in.' } : {}),
    ...(entry.free ? { fees_description: 'Kostar inget.' } : {}),
    ...(entry.anonymous ? { eligibility_description: 'Man behöver inte säga vad man heter.' } : {}),
    ...(ages?.from === undefined ? {} : { minimum_age: ages.from }),
    ...(ages?.to === undefined ? {} : { maximum_age: ages.to }),
    assured_date: assured,
    ...(untested ? { alert: 'Numret är läst i en källa men inte provringt än.' } : {}),
    last_modified: `${assured}T00:00:00Z`,
    organization: organization(entry.organisation, content, facts),
    phones: phones(entry, id),
    service_areas: entry.area.map((area) => ({
      id: uuid(`area/${entry.id}/${area}`),
      service_id: id,
      name: areaNames[area],
    })),
    service_at_locations: onTheWeb(entry, id),
    languages: entry.languages.map((code) => ({
      id: uuid(`language/${entry.id}/${code}`),
      name: languageName(code, 'sv'),
      code,
    })),
    attributes: [attribute(entry, id)],
    metadata: replaced(entry, content),
  }
}

const phoneId = (entry: Entry, phone: string) => uuid(`phone/${entry.id}/${phone}`)

const phones = (entry: Entry, service_id: string): Service['phones'] =>
  entry.phones.map((phone) => ({
    id: phoneId(entry, phone.id),
    service_id,
    number: phone.number,
    type: 'voice',
    description: phone.name,
  }))

/** The service's page on the web. Of one that runs sheltered housing not even that as a place. */
function onTheWeb({ id, name, link, shelter }: Entry, service_id: string) {
  if (!link || shelter) return []
  const location_id = uuid(`location/${id}`)
  return [
    {
      id: uuid(`service_at_location/${id}`),
      service_id,
      location_id,
      location: { id: location_id, location_type: 'virtual' as const, url: link, name },
    },
  ]
}

function attribute({ id, kind }: Entry, link_id: string): Service['attributes'][number] {
  const term = uuid(`kind/${kind}`)
  const { name, description } = kindNames[kind]
  return {
    id: uuid(`attribute/${id}/kind`),
    link_id,
    link_entity: 'service',
    taxonomy_term_id: term,
    taxonomy_term: {
      id: term,
      code: kind,
      name,
      description,
      language: 'sv',
      taxonomy_id: uuid('taxonomy/kind'),
    },
  }
}

/** A number that has been replaced, from `content/changes/`. */
const replaced = (entry: Entry, { changes }: Content): Service['metadata'] =>
  changes.flatMap(({ id, entered, number }) => {
    const phone = entry.phones.find((one) => one.id === number?.of)
    return phone && number
      ? [
          {
            id: uuid(`metadata/${id}`),
            resource_id: phoneId(entry, phone.id),
            resource_type: 'phone' as const,
            last_action_date: entered,
            last_action_type: 'update' as const,
            field_name: 'number' as const,
            previous_value: number.was,
            replacement_value: phone.number,
            updated_by: 'Relationsvåldscentrum',
          },
        ]
      : []
  })
