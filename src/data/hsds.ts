/**
 * The part of Open Referral HSDS 3 that is exported here, as the published schema has it:
 * https://docs.openreferral.org. There is no `address`, no latitude and no longitude, on purpose.
 */
import { z } from 'zod'

const id = z.uuid({ version: 'v5' })
const day = z.iso.date()
const https = z.url({ protocol: /^https?$/ })

export const Language = z.strictObject({
  id,
  name: z.string(),
  code: z.string().regex(/^[a-z]{2,3}$/),
})

export const Phone = z.strictObject({
  id,
  service_id: id,
  number: z.string().regex(/^[0-9][0-9 -]*$/),
  type: z.literal('voice'),
  description: z.string(),
})

export const TaxonomyTerm = z.strictObject({
  id,
  code: z.string(),
  name: z.string(),
  description: z.string(),
  language: z.literal('sv'),
  taxonomy_id: id,
})

export const Attribute = z.strictObject({
  id,
  link_id: id,
  link_entity: z.literal('service'),
  taxonomy_term_id: id,
  value: z.string().optional(),
  taxonomy_term: TaxonomyTerm,
})

export const ServiceArea = z.strictObject({ id, service_id: id, name: z.string() })

/** A place on the web; the directory knows no other. */
export const Location = z.strictObject({
  id,
  location_type: z.literal('virtual'),
  url: https,
  name: z.string(),
})

export const ServiceAtLocation = z.strictObject({
  id,
  service_id: id,
  location_id: id,
  location: Location,
})

export const Metadata = z.strictObject({
  id,
  resource_id: id,
  resource_type: z.literal('phone'),
  last_action_date: day,
  last_action_type: z.literal('update'),
  field_name: z.literal('number'),
  previous_value: z.string(),
  replacement_value: z.string(),
  updated_by: z.string(),
})

export const Organization = z.strictObject({
  id,
  name: z.string(),
  description: z.string(),
  website: https.optional(),
})

export const Service = z.strictObject({
  id,
  organization_id: id,
  name: z.string(),
  description: z.string(),
  url: https.optional(),
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
  interpretation_services: z.string().optional(),
  fees_description: z.string().optional(),
  eligibility_description: z.string().optional(),
  minimum_age: z.int().optional(),
  maximum_age: z.int().optional(),
  assured_date: day,
  alert: z.string().optional(),
  last_modified: z.iso.datetime(),
  organization: Organization,
  phones: z.array(Phone),
  service_areas: z.array(ServiceArea).min(1),
  service_at_locations: z.array(ServiceAtLocation),
  languages: z.array(Language),
  attributes: z.array(Attribute).min(1),
  metadata: z.array(Metadata),
})

/** A list as the HSDS API pages it; here always one whole page. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({
    total_items: z.int(),
    total_pages: z.literal(1),
    page_number: z.literal(1),
    size: z.int(),
    first_page: z.literal(true),
    last_page: z.literal(true),
    empty: z.boolean(),
    contents: z.array(item),
  })

export const Services = pageOf(Service)
export const Organizations = pageOf(Organization)

export type Service = z.infer<typeof Service>
export type Organization = z.infer<typeof Organization>
