/** The directory as the pages and the open data read it: doors filled in, kinds in order. */
import type { Facts } from './facts.ts'
import type { Content } from './load.ts'
import { ServiceKind, type Phone, type Service } from './schemas.ts'

/** A service with what its door gives, its phones and the day it was last checked. */
export interface Entry extends Omit<Service, 'name' | 'says' | 'phones'> {
  id: string
  name: string
  says: NonNullable<Service['says']>
  phones: (Phone & { id: string })[]
  /** The address people can open. */
  link: string | undefined
  /** The day someone last checked: rang every number, else read the source. */
  assured: string
}

/** The services that may be shown, by kind and then as they stand in the file. */
export function directory({ services, places }: Content, facts: Facts): Entry[] {
  const entries = Object.entries(services.services)
    .filter(([, { mark }]) => mark !== 'C')
    .map(([id, service]) => entry(id, service, places, facts))
  return ServiceKind.options.flatMap((kind) => entries.filter((one) => one.kind === kind))
}

function entry(id: string, service: Service, places: Content['places'], facts: Facts): Entry {
  const door = service.door ? places.doors[service.door] : undefined
  const ids = door?.phone ? [door.phone, ...service.phones] : service.phones
  const phones = ids.flatMap((phone) => {
    const found = facts.phones[phone]
    return found && found.mark !== 'C' ? [{ id: phone, ...found }] : []
  })
  const says = door?.says ?? service.says
  const name = door?.name ?? service.name
  if (!says || !name) throw new Error(`Tjänsten «${id}» saknar namn eller text.`)
  return {
    ...service,
    id,
    name,
    says,
    phones,
    link: service.url ? facts.sources[service.url]?.url : undefined,
    assured: assured(service, phones),
  }
}

function assured({ checked }: Service, phones: Phone[]): string {
  const tested = phones.map((phone) => phone.tested)
  if (tested.length === 0 || tested.includes(null)) return checked
  return tested.flatMap((day) => day ?? []).toSorted()[0] ?? checked
}
