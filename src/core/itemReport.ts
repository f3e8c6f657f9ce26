import { TEAM, type Answer, type AnswerRow, type Response } from './answer.ts'
import { assertNever } from './assert.ts'
import type { Conflict } from './record.ts'
import type { Participant, Reflection, Site, Strategy } from './reflection.ts'
import {
  isTogether,
  scaleOf,
  STATUSES,
  type Item,
  type Level,
  type RatingItem,
  type Rubric,
  type Section,
  type SetAsideReason,
  type Skill,
  type TableItem,
} from './rubric.ts'

/** Who stands where at one item; for an item asked for each site, at one of them. */
export interface ItemReport {
  readonly item: Item
  readonly skill: Skill
  readonly section: Section
  /** The site it was asked for, if it is asked for each. */
  readonly site: Site | undefined
  /** A name of its own among all reports of a rubric: the item's id, and the site's. */
  readonly key: string
  /** One per level for a rating item, lowest first; empty otherwise. */
  readonly boxes: readonly ItemBox[]
  /** One per option, status or zone, in printed order, chosen or not; empty for other kinds. */
  readonly picks: readonly ItemPick[]
  /** Where people placed the site on the map; empty for other kinds. */
  readonly places: readonly ItemPlace[]
  /** The reasons given; without people where the team set it aside together. */
  readonly setAside: readonly {
    readonly reason: SetAsideReason
    readonly people: readonly Participant[]
  }[]
  /** Answers in words, those with any. */
  readonly texts: readonly { readonly author: Author; readonly text: string }[]
  /** Tables with something in them, whole: with the rubric's rows and the added ones. */
  readonly tables: readonly { readonly author: Author; readonly rows: readonly RowReport[] }[]
  /** Words beside an answer, whatever its kind. */
  readonly notes: readonly { readonly author: Author; readonly text: string }[]
  /** What the team said as one: the answer itself, or what it agreed on beside the individual marks. */
  readonly team: Answer | undefined
  readonly spread: Spread
  readonly strategies: readonly Strategy[]
  /** Who answered, set-aside included. What the team answers together counts for everyone. */
  readonly answering: readonly Participant[]
  /** How many people answered. */
  readonly answered: number
  /** How many stored answers are shown here. */
  readonly shown: number
  readonly conflicts: readonly { readonly author: Author; readonly conflict: Conflict }[]
}

/** Whose words they are; `undefined` for the team's together. */
export type Author = Participant | undefined

export interface ItemBox {
  readonly level: Level
  readonly people: readonly Participant[]
}

/** One thing that could be chosen, and who chose it. */
export interface ItemPick {
  /** Of the option or zone, or a status. */
  readonly id: string
  /** In the rubric's words; `undefined` for a status, whose words are the app's. */
  readonly label: string | undefined
  readonly people: readonly Participant[]
  /** True if the team chose it together. */
  readonly together: boolean
}

export interface ItemPlace {
  readonly author: Author
  readonly zone: string
  /** In percent from the lower left corner of the map. */
  readonly x: number
  readonly y: number
}

/** A row of a table as it is shown. */
export interface RowReport {
  readonly id: string
  /** The rubric's words for it; empty for an added row. */
  readonly label: string
  readonly isAdded: boolean
  /** One per column, in order. */
  readonly cells: readonly CellReport[]
}

export interface CellReport {
  readonly columnId: string
  /** What to show: words, the label of an option, or a date as `YYYY-MM-DD`. */
  readonly text: string
  /** True if it is the rubric's, and nobody has written over it. */
  readonly isPrefilled: boolean
}

/** How far apart the marks of one item lie. `none`: fewer than two people placed a mark. */
export type Spread = 'none' | 'together' | 'near' | 'apart'

/**
 * The report of one item; the rubric screen uses the same one for its row.
 *
 * @param input.responses those to this item; of these, only the ones for `site` count
 */
export function buildItemReport(input: {
  readonly reflection: Pick<Reflection, 'participants' | 'strategies'>
  readonly rubric: Rubric
  readonly section: Section
  readonly skill: Skill
  readonly item: Item
  readonly site?: Site | undefined
  readonly responses: readonly Response[]
}): ItemReport {
  const { reflection, rubric, section, skill, item, site } = input
  const people = reflection.participants
  const responses = input.responses.filter(({ siteId }) => siteId === site?.id)
  const byPerson = new Map(responses.map((response) => [response.participantId, response]))
  const team = byPerson.get(TEAM)?.answer
  const answers = new Map(
    people.map((person) => [person, byPerson.get(person.id)?.answer] as const),
  )
  const together = isTogether(item)
  const voices: Voices = {
    answers: together ? new Map() : answers,
    team: together ? team : undefined,
  }
  const said = kindReport(rubric, item, voices)
  const setAside = setAsideAnswers(voices)
  const teamAnswers = hasAnswer(said) || setAside.length > 0 ? people : []
  const answering = together
    ? teamAnswers
    : people.filter((person) => answeredBy(person, said, setAside))
  return {
    item,
    skill,
    section,
    site,
    key: site ? `${item.id}/${site.id}` : item.id,
    ...said,
    setAside,
    notes: authorsOf(people, byPerson).flatMap(({ author, response }) =>
      hasWords(response.note) ? [{ author, text: response.note }] : [],
    ),
    team,
    spread: spreadOf(said.boxes),
    strategies: reflection.strategies.filter((strategy) =>
      strategy.items.some((ref) => ref.rubricId === rubric.id && ref.itemId === item.id),
    ),
    answering,
    answered: answering.length,
    shown: (together ? 0 : answering.length) + Number(isGiven(team)),
    conflicts: authorsOf(people, byPerson).flatMap(({ author, response }) =>
      response.conflicts.map((conflict) => ({ author, conflict })),
    ),
  }
}

/** True if anyone answered it, or the team together. */
export function isAnswered(report: ItemReport): boolean {
  return report.answered > 0
}

/** True unless the answer is missing or has no words in it. */
export function isGiven(answer: Answer | undefined): boolean {
  if (answer === undefined) return false
  switch (answer.kind) {
    case 'text':
      return hasWords(answer.text)
    case 'options':
      return answer.options.length > 0
    case 'table':
      return answer.rows.some(({ cells }) => Object.values(cells).some(hasWords))
    case 'level':
    case 'setAside':
    case 'status':
    case 'placement':
      return true
    default:
      return assertNever(answer)
  }
}

export function hasWords(text: string): boolean {
  return text.trim() !== ''
}

// --- By kind -------------------------------------------------------------------------------------

/** The answers to one item: of each person, or of the team as one. */
interface Voices {
  readonly answers: ReadonlyMap<Participant, Answer | undefined>
  readonly team: Answer | undefined
}

type Said = Pick<ItemReport, 'boxes' | 'picks' | 'places' | 'texts' | 'tables'>

const NOTHING: Said = { boxes: [], picks: [], places: [], texts: [], tables: [] }

/** What an item's kind makes of its answers. A new kind is added here; the compiler asks for it. */
function kindReport(rubric: Rubric, item: Item, voices: Voices): Said {
  switch (item.kind) {
    case 'rating':
      return { ...NOTHING, boxes: ratingBoxes(rubric, item, voices) }
    case 'choice':
      return { ...NOTHING, picks: picksOf(item.options, voices) }
    case 'status':
      return {
        ...NOTHING,
        picks: picksOf(
          STATUSES.map((id) => ({ id, label: undefined })),
          voices,
        ),
      }
    case 'text':
      return { ...NOTHING, texts: textsOf(voices) }
    case 'table':
      return { ...NOTHING, tables: tablesOf(item, voices) }
    case 'placement': {
      const zones = item.zones.map(({ id, name }) => ({ id, label: name }))
      const known = new Set(item.zones.map(({ id }) => id))
      const places = placesOf(voices).filter(({ zone }) => known.has(zone))
      return { ...NOTHING, picks: picksOf(zones, voices), places }
    }
    default:
      return assertNever(item)
  }
}

function ratingBoxes(rubric: Rubric, item: RatingItem, { answers }: Voices): readonly ItemBox[] {
  return scaleOf(rubric, item).levels.map((level) => ({
    level,
    people: peopleWho(answers, (answer) => answer.kind === 'level' && answer.level === level.id),
  }))
}

function picksOf(
  choices: readonly { readonly id: string; readonly label: string | undefined }[],
  { answers, team }: Voices,
): readonly ItemPick[] {
  return choices.map(({ id, label }) => ({
    id,
    label,
    people: peopleWho(answers, (answer) => chosenIn(answer).includes(id)),
    together: chosenIn(team).includes(id),
  }))
}

/** The ids an answer chooses. */
function chosenIn(answer: Answer | undefined): readonly string[] {
  if (answer?.kind === 'options') return answer.options
  if (answer?.kind === 'status') return [answer.status]
  return answer?.kind === 'placement' ? [answer.zone] : []
}

function textsOf(voices: Voices): ItemReport['texts'] {
  return spokenBy(voices, (answer, author) =>
    answer.kind === 'text' && isGiven(answer) ? [{ author, text: answer.text }] : [],
  )
}

function tablesOf(item: TableItem, voices: Voices): ItemReport['tables'] {
  return spokenBy(voices, (answer, author) =>
    answer.kind === 'table' && isGiven(answer)
      ? [{ author, rows: tableRows(item, answer.rows) }]
      : [],
  )
}

function placesOf(voices: Voices): readonly ItemPlace[] {
  return spokenBy(voices, (answer, author) =>
    answer.kind === 'placement' ? [{ author, zone: answer.zone, x: answer.x, y: answer.y }] : [],
  )
}

/** What each person says, in the order they sit, then what the team says. */
function spokenBy<T>(
  { answers, team }: Voices,
  say: (answer: Answer, author: Author) => readonly T[],
): readonly T[] {
  const own = [...answers].flatMap(([person, answer]) => (answer ? say(answer, person) : []))
  return [...own, ...(team ? say(team, undefined) : [])]
}

function peopleWho(
  answers: Voices['answers'],
  says: (answer: Answer) => boolean,
): readonly Participant[] {
  return [...answers].flatMap(([person, answer]) => (answer && says(answer) ? [person] : []))
}

/**
 * The rows of a table as they are shown: the rubric's in their order, with what was written into them
 * or else what they start from, then the added ones.
 */
export function tableRows(item: TableItem, written: readonly AnswerRow[]): readonly RowReport[] {
  const byId = new Map(written.map((row) => [row.id, row.cells]))
  const own = item.rows.map((row): RowReport => ({
    id: row.id,
    label: row.label,
    isAdded: false,
    cells: cellsOf(item, byId.get(row.id) ?? {}, row.cells ?? {}),
  }))
  const added = written
    .filter(({ isAdded }) => isAdded)
    .map((row): RowReport => ({
      id: row.id,
      label: '',
      isAdded: true,
      cells: cellsOf(item, row.cells, {}),
    }))
  return [...own, ...added]
}

type Cells = AnswerRow['cells']

function cellsOf(item: TableItem, written: Cells, starts: Cells): readonly CellReport[] {
  return item.columns.map((column) => {
    const own = Object.hasOwn(written, column.id) ? written[column.id] : undefined
    const start = Object.hasOwn(starts, column.id) ? starts[column.id] : undefined
    const text = own ?? start ?? ''
    const option =
      column.kind === 'choice' ? column.options.find(({ id }) => id === text)?.label : undefined
    return {
      columnId: column.id,
      text: column.kind === 'choice' ? (option ?? '') : text,
      isPrefilled: own === undefined && start !== undefined,
    }
  })
}

// --- Who answered --------------------------------------------------------------------------------

function setAsideAnswers({ answers, team }: Voices): ItemReport['setAside'] {
  return (['unknown', 'notOurs'] as const)
    .map((reason) => {
      const isIt = (answer: Answer | undefined) =>
        answer?.kind === 'setAside' && answer.reason === reason
      return { reason, people: peopleWho(answers, isIt), isTogether: isIt(team) }
    })
    .filter(({ people, isTogether: together }) => people.length > 0 || together)
    .map(({ reason, people }) => ({ reason, people }))
}

function answeredBy(person: Participant, said: Said, setAside: ItemReport['setAside']): boolean {
  const groups = [...said.boxes, ...said.picks, ...setAside]
  return (
    groups.some(({ people }) => people.includes(person)) ||
    [...said.texts, ...said.tables].some(({ author }) => author === person)
  )
}

function hasAnswer({ picks, texts, tables }: Said): boolean {
  return picks.some(({ together }) => together) || texts.length > 0 || tables.length > 0
}

function authorsOf(people: readonly Participant[], byPerson: ReadonlyMap<string, Response>) {
  const authors: readonly { author: Author; id: string }[] = [
    ...people.map((person) => ({ author: person, id: person.id })),
    { author: undefined, id: TEAM },
  ]
  return authors.flatMap(({ author, id }) => {
    const response = byPerson.get(id)
    return response ? [{ author, response }] : []
  })
}

/**
 * The rule for "we see this differently": marks two or more boxes apart are `apart`, one box apart
 * `near`, all in one box `together`. Set-aside and unanswered people do not count.
 */
export function spreadOf(boxes: readonly ItemBox[]): Spread {
  if (countPeople(boxes) < 2) return 'none'
  const width = widthOf(boxes)
  if (width === 0) return 'together'
  return width === 1 ? 'near' : 'apart'
}

/** How many boxes lie between the lowest and the highest mark; 0 for one box or none. */
export function widthOf(boxes: readonly ItemBox[]): number {
  const used = boxes.flatMap((box, index) => (box.people.length > 0 ? [index] : []))
  return (used.at(-1) ?? 0) - (used[0] ?? 0)
}

export function countPeople(
  groups: readonly { readonly people: readonly Participant[] }[],
): number {
  return groups.reduce((sum, { people }) => sum + people.length, 0)
}
