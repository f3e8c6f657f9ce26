import { readAnswer, type Answer } from '#core/answer.ts'
import { assertNever } from '#core/assert.ts'
import type { ItemReport } from '#core/itemReport.ts'
import type { Json } from '#core/json.ts'
import type { Conflict } from '#core/record.ts'
import type { RubricReport } from '#core/report.ts'
import { scaleOf, setAsideOf, type Item, type Rubric } from '#core/rubric.ts'
import type { Composing } from './composing.ts'
import { pickLabel } from './pickWords.ts'

/** Something that was written on two devices at once: where, and what each of them says. */
export interface Told {
  readonly place: string
  readonly versions: readonly string[]
}

/** Every item of a report, in printed order. */
export function itemsIn({ sections }: RubricReport): readonly ItemReport[] {
  return sections.flatMap(({ skills }) => skills.flatMap(({ items }) => items))
}

/** All conflicts in words: those of the reflection's records, then those of answers. */
export function conflictsOf(composing: Composing, of: RubricReport): readonly Told[] {
  const { report, words } = composing
  const { reflection } = report
  const { where, unnamedTeam } = words.paper
  const records: readonly { place: string; conflicts: readonly Conflict[] }[] = [
    { place: reflection.team || unnamedTeam, conflicts: reflection.conflicts },
    ...reflection.sites.map(({ name, conflicts }) => ({ place: name, conflicts })),
    ...reflection.strategies.map(({ name, conflicts }) => ({
      place: name || words.summary.unnamedStrategy,
      conflicts,
    })),
    ...of.growthEdges.map(({ conflicts }) => ({ place: where.growthHard, conflicts })),
    ...report.nextSteps.map(({ conflicts }) => ({ place: where.nextStep, conflicts })),
    ...reflection.workshop.solutions
      .filter(({ rubricId }) => rubricId === of.rubric.id)
      .map(({ conflicts }) => ({ place: where.solution, conflicts })),
  ]
  const ofRecords = records.flatMap(({ place, conflicts }) =>
    conflicts
      .filter(({ field }) => WORDED_FIELDS.has(field))
      .map(({ versions }) => ({ place, versions: versions.flatMap(({ value }) => plain(value)) })),
  )
  const ofItems = itemsIn(of).flatMap((item) => itemConflicts(composing, of.rubric, item))
  return [...ofRecords, ...ofItems].filter(({ versions }) => versions.length > 1)
}

/** Fields whose stored value is somebody's words. The others hold ids. */
const WORDED_FIELDS: ReadonlySet<string> = new Set(
  'team facilitator date name how evidence hard borrowed what who by sign challenge text'.split(
    ' ',
  ),
)

function plain(value: Json): readonly string[] {
  return typeof value === 'string' && value !== '' ? [value] : []
}

// --- Answers --------------------------------------------------------------------------------------

function itemConflicts(
  { words }: Composing,
  rubric: Rubric,
  { item, site, conflicts }: ItemReport,
): readonly Told[] {
  return conflicts.map(({ author, conflict }) => {
    const who = author?.initials ?? words.paper.rubric.together
    return {
      place: [`${item.number} `, site?.name ?? '', who].filter((part) => part !== '').join(' '),
      versions: conflict.versions.flatMap(({ value }) =>
        sayField(words, { rubric, item, field: conflict.field }, value),
      ),
    }
  })
}

interface Place {
  readonly rubric: Rubric
  readonly item: Item
  readonly field: string
}

/** The words of a field of a response: the answer, a note, or a cell. */
function sayField(words: Composing['words'], place: Place, value: Json): readonly string[] {
  const { rubric, item, field } = place
  if (field === 'note') return plain(value)
  const [what, , columnId] = field.split('/')
  if (what === 'cell') return sayCell(item, columnId, value)
  const answer = field === 'answer' ? readAnswer(value) : undefined
  return answer ? sayAnswer(words, { rubric, item }, answer) : []
}

function sayCell(item: Item, columnId: string | undefined, value: Json): readonly string[] {
  if (item.kind !== 'table') return []
  const column = item.columns.find(({ id }) => id === columnId)
  if (column?.kind !== 'choice') return plain(value)
  return column.options.filter(({ id }) => id === value).map(({ label }) => label)
}

function sayAnswer(
  words: Composing['words'],
  { rubric, item }: Pick<Place, 'rubric' | 'item'>,
  answer: Answer,
): readonly string[] {
  switch (answer.kind) {
    case 'text':
      return plain(answer.text)
    case 'setAside':
      return setAsideOf(rubric, item)
        .filter(({ id }) => id === answer.reason)
        .map(({ label }) => label)
    case 'level':
      return item.kind === 'rating'
        ? scaleOf(rubric, item)
            .levels.filter(({ id }) => id === answer.level)
            .map(({ label }) => label)
        : []
    case 'options': {
      const options = item.kind === 'choice' ? item.options : []
      const chosen = options.filter(({ id }) => answer.options.includes(id))
      return chosen.length > 0 ? [chosen.map(({ label }) => label).join(', ')] : []
    }
    case 'status':
      return [pickLabel(words, { id: answer.status, label: undefined })]
    case 'placement': {
      const zones = item.kind === 'placement' ? item.zones : []
      return zones
        .filter(({ id }) => id === answer.zone)
        .map(({ letter, name }) => `${letter} ${name}`)
    }
    case 'table':
      // Stored cell by cell: each cell has its own conflict.
      return []
    default:
      return assertNever(answer)
  }
}
