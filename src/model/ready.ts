import { languageIds, languages, original } from './languages.ts'
import { pageKey, type Content } from './load.ts'
import { criticalPages } from './rules.ts'

/** What must be settled before the public may use the site (`must`), and what waits (`waits`). */
export interface Readiness {
  must: { what: string; items: string[] }[]
  waits: { what: string; items: string[] }[]
}

const settingsToKnow: [keyof Content['settings'], string][] = [
  ['domain', 'webbplatsens adress (får inte avslöja ämnet, helst under kommunens domän)'],
  ['exitTriedOnPhones', 'dag då «Lämna sidan» provades på en Iphone och en Android-telefon'],
  ['host', 'nämnden som ansvarar för RVC och för personuppgifterna'],
  ['address', 'besöksadress'],
  ['phone', 'RVC:s telefonnummer'],
  ['hours', 'telefontid'],
  ['answerWithin', 'hur snart RVC svarar'],
  ['whoMayCome', 'vem som får komma i dag'],
  ['takesWithoutReport', 'får den komma som inte har anmält?'],
  ['interpreterAtRvc', 'tolk hos RVC, och vad den kostar'],
  ['telephoneInterpreter', 'tolk på telefon från första samtalet?'],
  ['womanOnRequest', 'kan man få prata med en kvinna?'],
  ['callerId', 'vad som syns när RVC ringer'],
  ['tellsPolice', 'berättar RVC för polisen utan att hon säger ja? Vem i huset ser anteckningen?'],
  ['fileKept', 'blir det en akt om henne, och från när?'],
  ['complaint', 'dit den vänder sig som inte är nöjd'],
  ['answerDays', 'inom hur många arbetsdagar ni hör av er på en förfrågan'],
  [
    'hosting',
    'var förfrågningarna ligger: egen server, eller numret på dataskyddsombudets beslut om Workers och D1',
  ],
]

/** A phone number is trusted this many days after someone rang it. */
const phoneTestDays = 60

/**
 * What stands between this content and a launch, in Swedish.
 * @param today the day to count from, ISO date
 */
export function readiness(content: Content, today: string): Readiness {
  const must = [
    {
      what: 'Fyll i content/settings.yaml',
      items: settingsToKnow
        .filter(([key]) => content.settings[key] === null)
        .map(([key, why]) => `${key}: ${why}`),
    },
    { what: `Ring och prova (inom ${phoneTestDays} dagar)`, items: untestedPhones(content, today) },
    { what: 'Låt en mänsklig översättare läsa', items: unread(content) },
  ]
  const waits = [
    {
      what: 'Gallring av förfrågningar',
      items:
        content.settings.erasureDecision && content.settings.erasureDays !== null
          ? []
          : ['erasureDecision och erasureDays: utan gallringsbeslut sparas allt som skickas'],
    },
    {
      what: 'Blad som ingen översättare har läst (det står på pappret)',
      items: [...content.brochures.values()]
        .filter(({ head }) => head.readBy === null)
        .map(({ file }) => file),
    },
    {
      what: 'Råd som väntar på en källa',
      items: [...content.pages.values()].flatMap(({ file, head }) =>
        (head.waits ?? []).map((advice) => `${file}: ${advice}`),
      ),
    },
    {
      what: 'Uppgifter att bekräfta (märke B)',
      items: content.areas.flatMap(({ id, title, ...area }) =>
        (['phones', 'laws', 'limits', 'claims'] as const).flatMap((kind) =>
          Object.entries(area[kind])
            .filter(([, { mark }]) => mark === 'B')
            .map(([name, { confirm }]) => `${id} › ${name}: ${confirm}`),
        ),
      ),
    },
    {
      what: 'Tjänster i katalogen att bekräfta (märke B)',
      items: Object.entries(content.services.services)
        .filter(([, { mark }]) => mark === 'B')
        .map(([name, { confirm }]) => `services.yaml › ${name}: ${confirm}`),
    },
    {
      what: 'Översättningar som ligger efter den svenska texten',
      items: [content.pages, content.brochures].flatMap((texts) =>
        [...texts.values()]
          .filter(
            ({ id, head }) =>
              head.follows !== undefined &&
              head.follows < (texts.get(pageKey(original, id))?.head.revision ?? 0),
          )
          .map(({ file }) => file),
      ),
    },
  ]
  const some = ({ items }: { items: string[] }) => items.length > 0
  return { must: must.filter(some), waits: waits.filter(some) }
}

function untestedPhones({ areas }: Content, today: string): string[] {
  const oldest = new Date(Date.parse(today) - phoneTestDays * 86_400_000).toISOString().slice(0, 10)
  return areas.flatMap((area) =>
    Object.values(area.phones)
      .filter(({ mark, tested }) => mark !== 'C' && (tested === null || tested < oldest))
      .map(({ name, number, tested }) => `${name}, ${number} (provad: ${tested ?? 'aldrig'})`),
  )
}

function unread({ pages }: Content): string[] {
  return languageIds
    .filter((language) => language !== original)
    .flatMap((language) =>
      criticalPages.flatMap((id) => {
        const page = pages.get(pageKey(language, id))
        return page && !page.head.readBy ? [`${page.file} (${languages[language].name})`] : []
      }),
    )
}
