import type { Response } from '#core/answer.ts'
import type { Participant, Reflection, Site } from '#core/reflection.ts'
import { buildItemReport, isAnswered, type ItemReport } from '#core/itemReport.ts'
import { askedFor, lacksStrategy } from '#core/report.ts'
import { askedItems, isTogether, type Rubric, type Section } from '#core/rubric.ts'

/** What is still open in one section, by item number. Never blocks anything; shown as a list. */
export interface SectionGaps {
  /**
   * Items without an answer, one entry for all the people who lack the same ones, in seat order;
   * then those the team has not answered together. Items asked for each site come with their sites.
   */
  readonly unmarked: readonly Gap[]
  /** Items marked strong by someone, with no strategy naming them. */
  readonly withoutStrategy: readonly string[]
}

export interface Gap {
  /** Empty for what the team answers as one. */
  readonly people: readonly Participant[]
  /** Where the same items are open; empty for what is asked once. */
  readonly sites: readonly Site[]
  readonly numbers: readonly string[]
}

/** The items of one section as the report sees them, so that screen and summary count alike. */
export function sectionItems(input: {
  reflection: Pick<Reflection, 'participants' | 'strategies' | 'sites'>
  rubric: Rubric
  section: Section
  responsesOf: (ref: { rubricId: string; itemId: string }) => readonly Response[]
}): readonly ItemReport[] {
  const { reflection, rubric, section, responsesOf } = input
  return section.skills.flatMap((skill) =>
    askedFor(skill, reflection.sites).flatMap((site) =>
      askedItems(skill).map((item) => {
        const responses = responsesOf({ rubricId: rubric.id, itemId: item.id })
        return buildItemReport({ reflection, rubric, section, skill, item, site, responses })
      }),
    ),
  )
}

/** How many of the items each person has answered, by participant id. */
export function answeredCounts(
  items: readonly ItemReport[],
  people: readonly Participant[],
): ReadonlyMap<string, number> {
  const answering = items.map((item) => new Set(item.answering))
  return new Map(
    people.map((person) => [person.id, answering.filter((given) => given.has(person)).length]),
  )
}

/** The gaps of a section. Who is alone has no team: everything is theirs. */
export function gapsOf(
  items: readonly ItemReport[],
  people: readonly Participant[],
  { isAlone = false } = {},
): SectionGaps {
  const isTeams = ({ item }: ItemReport) => !isAlone && isTogether(item)
  const sites = [...new Map(items.map(({ site }) => [site?.id, site])).values()]
  const unmarked = sites.flatMap((site) => {
    const here = items.filter((item) => item.site?.id === site?.id)
    const own = here.filter((item) => !isTeams(item))
    return [...ownGaps(own, site, people), ...togetherGap(here.filter(isTeams), site)]
  })
  const lacking = items.filter(lacksStrategy).map(({ item }) => item.number)
  return { unmarked: joinSites(unmarked), withoutStrategy: [...new Set(lacking)] }
}

function ownGaps(
  items: readonly ItemReport[],
  site: Site | undefined,
  people: readonly Participant[],
): readonly Gap[] {
  const groups = new Map<string, Gap>()
  for (const person of people) {
    const open = items.filter(({ answering }) => !answering.includes(person))
    if (open.length === 0) continue
    const gap = gapOf(open, site, [person])
    const key = gap.numbers.join()
    groups.set(key, { ...gap, people: [...(groups.get(key)?.people ?? []), person] })
  }
  return [...groups.values()]
}

function togetherGap(items: readonly ItemReport[], site: Site | undefined): readonly Gap[] {
  const open = items.filter((item) => !isAnswered(item))
  return open.length > 0 ? [gapOf(open, site, [])] : []
}

function gapOf(
  open: readonly ItemReport[],
  site: Site | undefined,
  people: readonly Participant[],
): Gap {
  return { people, sites: site ? [site] : [], numbers: open.map(({ item }) => item.number) }
}

/** The same people lacking the same items at several sites are one entry. */
function joinSites(gaps: readonly Gap[]): readonly Gap[] {
  const joined = new Map<string, Gap>()
  for (const gap of gaps) {
    const isSited = gap.sites.length > 0
    const key = [...gap.numbers, '', ...gap.people.map(({ id }) => id), `${isSited}`].join('\n')
    joined.set(key, { ...gap, sites: [...(joined.get(key)?.sites ?? []), ...gap.sites] })
  }
  return [...joined.values()]
}

/** What a section holds: decides how its screen speaks and whose turn it is. */
export interface SectionNature {
  /** True if every item is a rating. */
  readonly isRated: boolean
  /** True if the team answers all of it as one. */
  readonly isTogether: boolean
  readonly hasRating: boolean
}

export function natureOf(section: Section): SectionNature {
  const items = section.skills.flatMap(askedItems)
  return {
    isRated: items.every(({ kind }) => kind === 'rating'),
    isTogether: items.every(isTogether),
    hasRating: items.some(({ kind }) => kind === 'rating'),
  }
}
