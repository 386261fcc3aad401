/** What the pages say of themselves to programs (schema.org), as JSON-LD. Nothing unknown is invented. */
import type { Entry } from '../model/directory.ts'
import type { Settings } from '../model/schemas.ts'
import { pathOf } from '../model/site.ts'
import { areaNames } from './names.ts'

const context = 'https://schema.org'

/** RVC itself: what staff have filled in, and what the name says. */
export function rvc({ domain, phone, host, address, whoMayCome }: Settings, languages: string[]) {
  return {
    '@context': context,
    '@type': 'GovernmentService',
    name: 'Relationsvåldscentrum (RVC) i Västerort',
    serviceType: 'Stöd vid våld i nära relation',
    ...(whoMayCome ? { audience: { '@type': 'Audience', audienceType: whoMayCome } } : {}),
    ...(host ? { serviceOperator: { '@type': 'GovernmentOrganization', name: host } } : {}),
    availableChannel: {
      '@type': 'ServiceChannel',
      availableLanguage: languages,
      ...(domain ? { serviceUrl: new URL(pathOf('sv', 'kontakt'), domain).href } : {}),
      ...(phone ? { servicePhone: { '@type': 'ContactPoint', telephone: phone } } : {}),
      ...(address ? { serviceLocation: { '@type': 'Place', address } } : {}),
    },
  }
}

/** The directory: a service, how it is reached and where it is open. Never where it lies. */
export const list = (entries: Entry[]) => ({
  '@context': context,
  '@graph': entries.map(({ name, area, phones, link, languages, kind }) => ({
    '@type': ['now', 'social', 'court', 'authority'].includes(kind)
      ? 'GovernmentService'
      : 'Service',
    name,
    areaServed: area.map((one) => areaNames[one]).join(', '),
    availableChannel: {
      '@type': 'ServiceChannel',
      ...(phones[0]
        ? { servicePhone: { '@type': 'ContactPoint', telephone: phones[0].number } }
        : {}),
      ...(link ? { serviceUrl: link } : {}),
      ...(languages.length > 0 ? { availableLanguage: languages } : {}),
    },
  })),
})

/** The data as a data set, with its files. */
export function dataset({ domain }: Settings, files: { name: string; type: string }[]) {
  const whole = (path: string) => (domain ? new URL(path, domain).href : path)
  return {
    '@context': context,
    '@type': 'Dataset',
    name: 'Katalog över stöd vid våld i nära relation, västra Stockholm',
    description:
      'Stödlinjer, socialtjänst, domstolar och myndigheter, med dagen då någon kontrollerade.',
    inLanguage: 'sv',
    isAccessibleForFree: true,
    creator: { '@type': 'Organization', name: 'Relationsvåldscentrum' },
    distribution: files.map(({ name, type }) => ({
      '@type': 'DataDownload',
      contentUrl: whole(`/data/${name}`),
      encodingFormat: type,
    })),
  }
}

/** JSON that may stand inside `<script>`: nothing in it can end the element. */
export const inScript = (value: object) => JSON.stringify(value).replaceAll('<', '\\u003c')
