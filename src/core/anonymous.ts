import type { Answer } from './answer.ts'
import type { Author, ItemReport } from './itemReport.ts'
import { scrubber, type KnownNames, type Scrubber } from './knownNames.ts'
import type { Conflict } from './record.ts'
import { rubricWords, type RubricWords } from './anonymousRubric.ts'
import type { GrowthEdge, NextStep, Participant, Reflection, Site, Strategy } from './reflection.ts'
import type { Report, RubricReport, SectionReport, SkillReport, StrategyReport } from './report.ts'
import { shortSourceTitle } from './playbook.ts'
import { splitGraphemes } from './text.ts'
import type { Workshop } from './workshop.ts'

// A report for people who were not in the room: what was found out, and nothing of who said it.

/**
 * The same report without anyone's name: people have no initials, so that paper draws how many stand
 * in a box; nobody is credited, nobody is named as who does a step; and the names and initials of the
 * people and the facilitator (one leader's own name too) are replaced wherever they were written.
 * Names of people who are not on the list cannot be known and stay. Rubrics that came with the app
 * keep their words; one that people wrote may name them in its title, its lines and its credit.
 *
 * @param neutral the word that takes the place of a name, in small letters: "someone"
 * @param options.removed people who left the reflection: texts may still name them
 * @param options.isWritten true for a rubric that people wrote; none is if left out
 */
export function withoutNames(
  report: Report,
  neutral: string,
  {
    removed = [],
    isWritten = () => false,
  }: { removed?: readonly Participant[]; isWritten?: (of: RubricReport) => boolean } = {},
): Report {
  const scrub = scrubber(namesIn(report.reflection, removed), neutral)
  const sources = report.rubrics.flatMap(({ rubric }) => rubric.sources.map(shortSourceTitle))
  const map = mapperOf({ scrub, sources, isAlone: report.reflection.mode === 'individual' })
  return {
    ...report,
    reflection: map.reflection(report.reflection),
    people: report.people.map(map.person),
    rubrics: report.rubrics.map((of) =>
      map.rubric(of, rubricWords(of.rubric, isWritten(of) ? scrub : undefined)),
    ),
    nextSteps: report.nextSteps.map(map.step),
  }
}

/** True for a report in which people have no initials: boxes say how many stand in them. */
export function isNameless({ people }: Pick<Report, 'people'>): boolean {
  return people.length > 0 && people.every(({ initials }) => initials === '')
}

/** Everyone a reflection names, in each version that was ever written at once on several devices. */
function namesIn(reflection: Reflection, removed: readonly Participant[]): KnownNames {
  const { facilitator, mode, team, conflicts } = reflection
  const participants = [...reflection.participants, ...removed]
  const versionsOf = (all: readonly Conflict[], field: string) =>
    all
      .filter((conflict) => conflict.field === field)
      .flatMap(({ versions }) => versions)
      .flatMap(({ value }) => (typeof value === 'string' ? [value] : []))
  const isAlone = mode === 'individual'
  return {
    names: [
      ...participants.flatMap(({ name, conflicts: own }) => [name, ...versionsOf(own, 'name')]),
      ...[facilitator, ...versionsOf(conflicts, 'facilitator')].flatMap(eachOf),
      ...(isAlone ? [team, ...versionsOf(conflicts, 'team')] : []),
    ],
    initials: participants.flatMap(({ initials, conflicts: own }) => [
      initials,
      ...versionsOf(own, 'initials'),
    ]),
  }
}

/** "Ana Ruiz and Bo" names two. */
function eachOf(facilitators: string): readonly string[] {
  return [facilitators, ...facilitators.split(/\s*[,;/&+]\s*|\s+and\s+/u)]
}

interface Ways {
  readonly scrub: Scrubber
  /** How borrowed lines call the sources of the rubrics. */
  readonly sources: readonly string[]
  readonly isAlone: boolean
}

/** Fields whose versions are people. */
const PERSONAL: ReadonlySet<string> = new Set(['facilitator', 'who', 'credit', 'initials', 'role'])

function mapperOf(ways: Ways) {
  const { scrub, isAlone } = ways
  const credited = (text: string) => scrub(withoutCredit(text, ways))
  const conflicts = (all: readonly Conflict[]): readonly Conflict[] =>
    all
      .filter(({ field }) => !PERSONAL.has(field) && !(isAlone && field === 'team'))
      .map(({ field, versions }) => ({
        field,
        versions: versions.map((version) => ({
          ...version,
          value: typeof version.value === 'string' ? credited(version.value) : version.value,
        })),
      }))
  const tools = { scrub, credited, conflicts }
  const records = recordMaps(tools)
  return {
    ...records,
    rubric: (of: RubricReport, words: RubricWords) => rubricWithout(of, records, words, tools),
    reflection: (reflection: Reflection): Reflection => ({
      ...reflection,
      team: isAlone ? '' : scrub(reflection.team),
      facilitator: '',
      participants: reflection.participants.map(records.person),
      sites: reflection.sites.map(records.site),
      strategies: reflection.strategies.map(records.strategy),
      growthEdges: reflection.growthEdges.map(records.edge),
      nextSteps: reflection.nextSteps.map(records.step),
      workshop: workshopWithout(reflection.workshop, tools),
      conflicts: conflicts(reflection.conflicts),
    }),
  }
}

interface Tools {
  readonly scrub: Scrubber
  /** Without who a borrowed strategy is from, too. */
  readonly credited: (text: string) => string
  readonly conflicts: (all: readonly Conflict[]) => readonly Conflict[]
}

/** Records of a reflection. Each is mapped once: a report points at the same one from many places. */
function recordMaps({ scrub, credited, conflicts }: Tools) {
  return {
    person: once((person: Participant): Participant => ({
      ...person,
      initials: '',
      name: '',
      role: '',
      knows: '',
      learns: '',
      conflicts: [],
    })),
    site: once((site: Site): Site => ({
      ...site,
      name: scrub(site.name),
      conflicts: conflicts(site.conflicts),
    })),
    strategy: once((strategy: Strategy): Strategy => ({
      ...strategy,
      name: credited(strategy.name),
      how: scrub(strategy.how),
      evidence: scrub(strategy.evidence),
      credit: [],
      conflicts: conflicts(strategy.conflicts),
    })),
    edge: once((edge: GrowthEdge): GrowthEdge => ({
      ...edge,
      hard: scrub(edge.hard),
      borrowed: credited(edge.borrowed),
      conflicts: conflicts(edge.conflicts),
    })),
    step: once((step: NextStep): NextStep => ({
      ...step,
      what: credited(step.what),
      who: '',
      by: scrub(step.by),
      sign: scrub(step.sign),
      from: credited(step.from),
      conflicts: conflicts(step.conflicts),
    })),
  }
}

type Records = ReturnType<typeof recordMaps>

function itemMap(
  { person, site, strategy }: Records,
  words: RubricWords,
  { scrub, conflicts }: Tools,
) {
  const author = (by: Author): Author => by && person(by)
  const said = ({ author: by, text }: ItemReport['texts'][number]) => ({
    author: author(by),
    text: scrub(text),
  })
  return once((report: ItemReport): ItemReport => ({
    ...report,
    item: words.item(report.item),
    skill: words.skill(report.skill),
    section: words.section(report.section),
    site: report.site && site(report.site),
    boxes: report.boxes.map(({ level, people }) => ({
      level: words.level(level),
      people: people.map(person),
    })),
    picks: report.picks.map((pick) => ({
      ...pick,
      label: pick.label && words.text(pick.label),
      people: pick.people.map(person),
    })),
    places: report.places.map((place) => ({ ...place, author: author(place.author) })),
    setAside: report.setAside.map(({ reason, people }) => ({ reason, people: people.map(person) })),
    texts: report.texts.map(said),
    tables: report.tables.map(({ author: by, rows }) => ({
      author: author(by),
      rows: rows.map((row) => ({
        ...row,
        label: words.text(row.label),
        cells: row.cells.map((cell) => ({
          ...cell,
          text: cell.isPrefilled ? words.text(cell.text) : scrub(cell.text),
        })),
      })),
    })),
    notes: report.notes.map(said),
    team: report.team && answerWithout(report.team, scrub),
    strategies: report.strategies.map(strategy),
    answering: report.answering.map(person),
    conflicts: report.conflicts.flatMap(({ author: by, conflict }) =>
      conflicts([conflict]).map((mapped) => ({ author: author(by), conflict: mapped })),
    ),
  }))
}

function rubricWithout(
  of: RubricReport,
  records: Records,
  words: RubricWords,
  tools: Tools,
): RubricReport {
  const { person, site, strategy, edge } = records
  const item = itemMap(records, words, tools)
  const strength = (report: StrategyReport): StrategyReport => ({
    strategy: strategy(report.strategy),
    people: [],
    items: report.items.map(item),
  })
  const skill = (report: SkillReport): SkillReport => ({
    ...report,
    skill: words.skill(report.skill),
    site: report.site && site(report.site),
    boxes: report.boxes.map(({ level, people }) => ({
      level: words.level(level),
      people: people.map((one) => ({ ...one, person: person(one.person) })),
    })),
    items: report.items.map(item),
  })
  const section = (report: SectionReport): SectionReport => ({
    ...report,
    section: words.section(report.section),
    skills: report.skills.map(skill),
    strategies: report.strategies.map(strength),
  })
  return {
    ...of,
    rubric: words.rubric,
    sections: of.sections.map(section),
    strengths: of.strengths.map(strength),
    growthEdges: of.growthEdges.map(edge),
    differences: of.differences.map(item),
    talkFirst: of.talkFirst.map(item),
    withoutStrategy: of.withoutStrategy.map(item),
    setAside: of.setAside.map(item),
  }
}

function answerWithout(answer: Answer, scrub: Scrubber): Answer {
  if (answer.kind === 'text') return { ...answer, text: scrub(answer.text) }
  if (answer.kind !== 'table') return answer
  const rows = answer.rows.map((row) => ({
    ...row,
    cells: Object.fromEntries(
      Object.entries(row.cells).map(([column, words]) => [column, scrub(words)]),
    ),
  }))
  return { ...answer, rows }
}

function workshopWithout(workshop: Workshop, { scrub, credited, conflicts }: Tools): Workshop {
  return {
    ...workshop,
    commitments: workshop.commitments.map(scrub),
    tracks: new Map(
      [...workshop.tracks].map(([id, { on, off }]) => [id, { on: scrub(on), off: scrub(off) }]),
    ),
    feedback: new Map([...workshop.feedback].map(([id, words]) => [id, scrub(words)])),
    solutions: workshop.solutions.map((solution) => ({
      ...solution,
      challenge: scrub(solution.challenge),
      text: credited(solution.text),
      conflicts: conflicts(solution.conflicts),
    })),
  }
}

function once<T extends object>(map: (value: T) => T): (value: T) => T {
  const known = new Map<T, T>()
  return (value) => {
    const found = known.get(value) ?? map(value)
    known.set(value, found)
    return found
  }
}

const CREDIT = /[ \t]*\(([^()\n]*)\)[ \t]*$/u
/** "from SB, MW": initials, after a word or two in small letters. */
const INITIALS = /^(?:\p{Ll}+\s+){1,3}(\S+(?:,\s*\S+)*)$/u

/**
 * Lines without who they are from: "Weekly team note (from SB, MW)". What comes from a source of the
 * rubric keeps its credit, and so do brackets of people's own.
 */
function withoutCredit(text: string, { scrub, sources }: Ways): string {
  return text
    .split('\n')
    .map((line) => {
      const credit = CREDIT.exec(line)?.[1] ?? ''
      return isPersonal(credit, { scrub, sources }) ? line.replace(CREDIT, '') : line
    })
    .join('\n')
}

function isPersonal(credit: string, { scrub, sources }: Pick<Ways, 'scrub' | 'sources'>): boolean {
  if (credit === '') return false
  if (sources.some((title) => title !== '' && credit.includes(title))) return false
  return scrub.finds(credit) || isInitials(credit)
}

/** True for a list of what looks like initials: short, and with a capital or no small letters. */
function isInitials(credit: string): boolean {
  const list = INITIALS.exec(credit)?.[1]?.split(/,\s*/u) ?? []
  return (
    list.length > 0 &&
    list.every((one) => splitGraphemes(one).length <= 4 && one !== one.toLocaleLowerCase())
  )
}
