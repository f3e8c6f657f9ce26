import type { ItemReport } from '#core/itemReport.ts'
import type { RubricReport, SectionReport } from '#core/report.ts'
import { isTogether, setAsideOf, STATUSES, type Column } from '#core/rubric.ts'
import type { Block, Cell } from './blocks.ts'
import { cell, heading, line, once, type Composing } from './composing.ts'
import { text } from './inline.ts'
import { shortName } from './pickWords.ts'
import { stripTable, type Strip, type StripBand, type StripBox } from './stripTable.ts'
import { sectionTitle } from './summaryPicture.ts'

/** Options that are more than this, or longer, are told in words instead of boxes. */
const MOST_BOXES = 5
const LONGEST_HEAD = 34
/** A checklist with more lines than this is shown skill by skill. */
const MOST_LINES = 18

/** What page 1 shows in boxes beside the ratings: checklists, choices of one kind, decisions. */
export function checkBlocks(
  composing: Composing,
  of: RubricReport,
  most: number,
): readonly Block[] {
  return [
    ...statusBlocks(composing, of, most),
    ...choiceGroups(of).flatMap((group) => choiceBlocks(composing, of, { group, most })),
    ...decisionBlocks(composing, of, most),
  ]
}

function itemsOfKind(section: SectionReport, kind: ItemReport['item']['kind']) {
  return section.skills.flatMap(({ items }) =>
    items.filter(({ item, site }) => item.kind === kind && !site),
  )
}

function boxHead(label: string): Cell {
  return cell([line(label, 'boxHead')], { align: 'bottom' })
}

// --- Checklists -----------------------------------------------------------------------------------

/** Every line of a checklist with its status; its section says in words how many are how far. */
function statusBlocks(composing: Composing, of: RubricReport, most: number): readonly Block[] {
  const { words } = composing
  const sections = of.sections
    .map((section) => ({ section, items: itemsOfKind(section, 'status') }))
    .filter(({ items }) => items.length > 0)
  if (sections.length === 0) return []
  const all = sections.flatMap(({ items }) => items)
  const aside = commonAside(of, all)
  const hasAside = aside.length > 0
  const bands = sections.map(({ section, items }): StripBand => ({
    title: {
      kind: 'text',
      isHeading: true,
      paragraphs: [
        {
          inlines: [
            text(sectionTitle(section), 'section'),
            text(`\u00A0\u00A0 ${statusCounts(composing, items)}`, 'note'),
          ],
          above: 1.2,
        },
      ],
    },
    strips:
      all.length <= MOST_LINES
        ? items.map((item) =>
            pickStrip(composing, of, item, { name: shortName(item.item), hasAside }),
          )
        : skillStrips(composing, of, section, hasAside),
  }))
  const heads = [...STATUSES.map((id) => words.common.statuses[id]), ...aside]
  return [
    stripTable(composing, {
      heads: heads.map(boxHead),
      coverage: coverageHead(composing, all),
      bands,
      most,
    }),
  ]
}

/** A long checklist skill by skill: how many lines are how far. */
function skillStrips(
  composing: Composing,
  of: RubricReport,
  { skills }: SectionReport,
  hasAside: boolean,
): readonly Strip[] {
  return skills.flatMap(({ skill, items, site }): readonly Strip[] => {
    const strips = items
      .filter(({ item }) => item.kind === 'status' && !site)
      .map((item) => pickStrip(composing, of, item, { name: '', hasAside }))
    const [first] = strips
    if (!first) return []
    const boxes = first.boxes.map((_, index): StripBox => {
      const own = strips.flatMap((strip) => strip.boxes[index] ?? [])
      const marks = own.flatMap(({ people }) => people)
      const people = composing.report.people
        .map((person) => ({ person, count: marks.filter((mark) => mark.person === person).length }))
        .filter(({ count }) => count > 0)
      return { people, together: own.reduce((sum, { together }) => sum + together, 0) }
    })
    return [{ number: skill.number, name: skill.name.text, boxes }]
  })
}

/** "2 in place, 1 begun": how many lines the team sees how far. */
function statusCounts({ words }: Composing, items: readonly ItemReport[]): string {
  const counts = STATUSES.map((id) => ({
    label: words.common.statuses[id].toLocaleLowerCase(words.lang),
    count: items.filter(({ picks }) => picks.some((pick) => pick.id === id && pick.together))
      .length,
  }))
  return counts
    .filter(({ count }) => count > 0)
    .map(({ count, label }) => `${count} ${label}`)
    .join(', ')
}

/** The words for setting aside, where all items have the same one. */
function commonAside({ rubric }: RubricReport, items: readonly ItemReport[]): readonly string[] {
  const all = items.map(({ item }) => setAsideOf(rubric, item))
  const [first] = all[0] ?? []
  const isCommon = all.every(([one, ...more]) => one?.label === first?.label && more.length === 0)
  return first && isCommon ? [first.label] : []
}

/** Only what each person answers can be answered by fewer than all. */
function coverageHead({ voice, report }: Composing, items: readonly ItemReport[]) {
  const isForAll = items.every(({ item }) => isTogether(item))
  return isForAll || report.reflection.mode === 'individual' ? undefined : voice.coverageHead
}

function pickStrip(
  composing: Composing,
  of: RubricReport,
  report: ItemReport,
  { name, hasAside }: { readonly name: string; readonly hasAside: boolean },
): Strip {
  const { item, picks, setAside } = report
  const { ofPeople } = of.coverage
  const aside = hasAside ? [asideBox(setAside)] : []
  return {
    number: item.number,
    name,
    boxes: [
      ...picks.map(({ people, together }): StripBox => ({
        people: once(people),
        together: Number(together),
      })),
      ...aside,
    ],
    ...(isTogether(item)
      ? {}
      : { coverage: composing.words.paper.summary.of(report.answered, ofPeople) }),
  }
}

function asideBox(setAside: ItemReport['setAside']): StripBox {
  const people = setAside.flatMap((reason) => reason.people)
  return { people: once(people), together: Number(setAside.length > 0 && people.length === 0) }
}

// --- Choices --------------------------------------------------------------------------------------

interface ChoiceGroup {
  readonly key: string
  readonly entries: { readonly section: SectionReport; readonly report: ItemReport }[]
}

/** Items in which one of the same few options is chosen, two or more of them. */
function choiceGroups(of: RubricReport): readonly ChoiceGroup[] {
  const groups = new Map<string, ChoiceGroup>()
  for (const section of of.sections) {
    for (const report of itemsOfKind(section, 'choice')) {
      const key = choiceKey(of, report)
      if (key === undefined) continue
      const group = groups.get(key) ?? { key, entries: [] }
      group.entries.push({ section, report })
      groups.set(key, group)
    }
  }
  return [...groups.values()].filter(({ entries }) => entries.length > 1)
}

/** What items must have in common to stand in one table; nothing for those told in words. */
export function choiceKey(
  { rubric }: RubricReport,
  { item }: Pick<ItemReport, 'item'>,
): string | undefined {
  if (item.kind !== 'choice' || item.many || item.options.length > MOST_BOXES) return undefined
  if (item.options.some(({ label }) => label.length > LONGEST_HEAD)) return undefined
  const aside = setAsideOf(rubric, item)
  if (aside.length > 1) return undefined
  return [...item.options, ...aside].map(({ id, label }) => `${id} ${label}`).join('\n')
}

/** The items that stand in a table of several that are chosen alike. */
export function groupedChoices(of: RubricReport): ReadonlySet<ItemReport> {
  return new Set(choiceGroups(of).flatMap(({ entries }) => entries.map(({ report }) => report)))
}

function choiceBlocks(
  composing: Composing,
  of: RubricReport,
  { group, most }: { group: ChoiceGroup; most: number },
): readonly Block[] {
  const reports = group.entries.map(({ report }) => report)
  const [first] = reports
  if (first?.item.kind !== 'choice') return []
  const questions = new Set(reports.map(({ item }) => item.text))
  const sections = new Set(group.entries.map(({ section }) => section))
  // One question asked again and again: what differs is where.
  const isSame = questions.size === 1 && sections.size === reports.length
  const hasAside = setAsideOf(of.rubric, first.item).length > 0
  const strips = group.entries.map(({ section, report }) => {
    const strip = pickStrip(composing, of, report, { name: shortName(report.item), hasAside })
    const { number, name } = section.section
    return isSame ? { ...strip, number, name: name.text } : strip
  })
  const labels = [
    ...first.item.options.map(({ label }) => label),
    ...setAsideOf(of.rubric, first.item).map(({ label }) => label),
  ]
  return [
    ...(isSame ? [heading(first.item.text, 'bodyStrong', { above: 2.6 })] : []),
    stripTable(composing, {
      heads: labels.map(boxHead),
      coverage: coverageHead(composing, reports),
      bands: [{ title: undefined, strips }],
      most,
    }),
  ]
}

// --- Decisions in tables --------------------------------------------------------------------------

type ChoiceColumn = Extract<Column, { kind: 'choice' }>

/** The column of a table in which something is decided row by row, if its options are few. */
export function decisionColumn({ item }: Pick<ItemReport, 'item'>): ChoiceColumn | undefined {
  if (item.kind !== 'table' || item.rows.length === 0) return undefined
  const column = item.columns.find((one) => one.kind === 'choice')
  if (column?.kind !== 'choice' || column.options.length > MOST_BOXES) return undefined
  return column.options.every(({ label }) => label.length <= LONGEST_HEAD) ? column : undefined
}

function decisionBlocks(composing: Composing, of: RubricReport, most: number): readonly Block[] {
  const reports = of.sections.flatMap((section) => itemsOfKind(section, 'table'))
  return reports.flatMap((report): readonly Block[] => {
    const column = decisionColumn(report)
    if (!column) return []
    return [
      heading(column.label, 'bodyStrong', { above: 2.6 }),
      stripTable(composing, {
        heads: column.options.map(({ label }) => boxHead(label)),
        coverage: undefined,
        bands: [{ title: undefined, strips: decisionStrips(report, column) }],
        most,
      }),
    ]
  })
}

/** Each row of the rubric's, and of those that people added, with who decided what. */
function decisionStrips({ item, tables }: ItemReport, column: ChoiceColumn): readonly Strip[] {
  if (item.kind !== 'table') return []
  const decided = tables.flatMap(({ author, rows }) =>
    rows.map((row) => ({
      author,
      id: row.id,
      said: row.cells.find(({ columnId }) => columnId === column.id)?.text ?? '',
    })),
  )
  return item.rows.map((row, index) => ({
    number: String(index + 1),
    name: row.label,
    boxes: column.options.map(({ label }): StripBox => {
      const own = decided.filter(({ id, said }) => id === row.id && said === label)
      return {
        people: once(own.flatMap(({ author }) => author ?? [])),
        together: Number(own.some(({ author }) => !author)),
      }
    }),
  }))
}
