import type { ItemReport } from '#core/itemReport.ts'
import type { RubricReport } from '#core/report.ts'
import type { Block } from './blocks.ts'
import {
  authorInlines,
  CHIP_GAP,
  chipsUpTo,
  heading,
  isAlone,
  line,
  once,
  paragraphs,
  type Composing,
} from './composing.ts'
import { text, type Inline } from './inline.ts'
import type { Paragraph } from './paragraph.ts'
import { pickLabel } from './pickWords.ts'
import { decisionColumn, groupedChoices } from './summaryChecks.ts'
import type { Amount } from './summaryLists.ts'
import { isInMatrix } from './summarySites.ts'

/** So many voices are heard for one question. */
const VOICES = 2
/** And so many rows of one table. */
const ROWS = 4
const NUMBER = 8

/** One question with what was said to it; to one that is asked for each site, of every site. */
type Entry = readonly ItemReport[]

/** What was said in words, chosen from long lists, or written in tables: the first, then how many more. */
export function wordBlocks(
  composing: Composing,
  of: RubricReport,
  { count, lines }: Amount,
): readonly Block[] {
  const said = saidEntries(of)
  if (said.length === 0) return []
  const { moreAnswers } = composing.words.paper.summary
  const shown = said.slice(0, count)
  const rest = said.length - shown.length
  const repeated = repeatedQuestions(of)
  const entries = shown.map((entry) => entryParagraphs(composing, entry, { lines, repeated }))
  const half = splitEvenly(entries)
  const halves = [entries.slice(0, half), entries.slice(half)]
  const columns = halves
    .filter((own) => own.length > 0)
    .map((own) => ({ share: 1, blocks: own.map((entry) => paragraphs(...entry)) }))
  const more = line(moreAnswers(rest, whereMore(composing)), 'note', { above: 1.4 })
  const blocks: readonly Block[] =
    shown.length === 0
      ? []
      : [
          heading(composing.voice.inWords, 'heading', { above: 4.4 }),
          { kind: 'side', columns, gap: 9, above: 0.8 },
        ]
  return [...blocks, ...(rest > 0 ? [paragraphs(more)] : [])]
}

function whereMore({ words, parts }: Composing): string {
  return parts.rubric ? words.paper.summary.inRubric : words.paper.summary.inApp
}

/** The questions with answers that page 1 tells in words, in printed order. */
export function saidEntries(of: RubricReport): readonly Entry[] {
  const inTables = groupedChoices(of)
  const entries = new Map<string, ItemReport[]>()
  for (const report of of.sections.flatMap(({ skills }) => skills.flatMap(({ items }) => items))) {
    if (!isSaid(of, report, inTables)) continue
    const { id } = report.item
    entries.set(id, [...(entries.get(id) ?? []), report])
  }
  return [...entries.values()]
}

function isSaid(of: RubricReport, report: ItemReport, inTables: ReadonlySet<ItemReport>): boolean {
  switch (report.item.kind) {
    case 'text':
      return report.texts.length > 0
    case 'choice':
      return hasPick(report) && !inTables.has(report) && !isInMatrix(of, report)
    case 'table':
      return report.tables.length > 0 && (report.site !== undefined || !decisionColumn(report))
    case 'status':
      return report.site !== undefined && hasPick(report)
    case 'rating':
    case 'placement':
      return false
  }
}

function hasPick({ picks }: ItemReport): boolean {
  return picks.some(({ people, together }) => people.length > 0 || together)
}

/** Questions that are asked again elsewhere: they need the name of their section. */
function repeatedQuestions(of: RubricReport): ReadonlySet<string> {
  const seen = new Map<string, string>()
  const repeated = new Set<string>()
  for (const { item } of of.sections.flatMap(({ skills }) =>
    skills.flatMap(({ items }) => items),
  )) {
    if ((seen.get(item.text) ?? item.id) !== item.id) repeated.add(item.text)
    seen.set(item.text, item.id)
  }
  return repeated
}

/** The question, then each answer; the site it is about goes before its answers. */
function entryParagraphs(
  composing: Composing,
  entry: Entry,
  { lines, repeated }: { readonly lines: number; readonly repeated: ReadonlySet<string> },
): readonly Paragraph[] {
  const [first] = entry
  if (!first) return []
  const { item, section } = first
  const where = repeated.has(item.text) ? `${section.name.text}: ` : ''
  const question: Paragraph = {
    lead: { inlines: [text(item.number, 'number')], width: NUMBER },
    inlines: [text(`${where}${item.text}`, 'noteStrong')],
    above: 1.8,
    maxLines: 2,
  }
  return [question, ...entry.flatMap((report) => answerParagraphs(composing, report, lines))]
}

function answerParagraphs(
  composing: Composing,
  report: ItemReport,
  lines: number,
): readonly Paragraph[] {
  const { texts, tables, picks, site } = report
  const where = site ? [text(`${site.name}: `, 'tableStrong')] : []
  const voices = [
    ...texts.map(({ author, text: said }) => ({ author, all: [said] })),
    ...tables.map(({ author, rows }) => ({ author, all: tableWords(rows) })),
  ].filter(({ all }) => all.length > 0)
  const spoken = voices.slice(0, VOICES).flatMap(({ author, all }) => {
    const by = authorInlines(composing, report.item, author)
    const space = by.length > 0 ? ' ' : ''
    return all.slice(0, ROWS).map((said, index): Paragraph => {
      const before = index === 0 ? [...where, ...by] : []
      const words = text(`${index === 0 ? space : ''}${said.replaceAll('\n', ' ')}`, 'table')
      return hanging([...before, words], lines + (site ? 0 : 1))
    })
  })
  const rest = voices.length - Math.min(voices.length, VOICES)
  const more = rest > 0 ? [hanging([text(composing.words.paper.summary.more(rest), 'tag')], 1)] : []
  const chosen = picks.filter(({ people, together }) => people.length > 0 || together)
  const picked = chosen.flatMap((pick, index): readonly Inline[] => [
    ...(index > 0 ? [text(' · ', 'tableSoft')] : []),
    ...pickInlines(composing, pick),
  ])
  return [
    ...spoken,
    ...more,
    ...(picked.length > 0 ? [hanging([...where, ...picked], lines + 2)] : []),
  ]
}

function pickInlines(composing: Composing, pick: ItemReport['picks'][number]): readonly Inline[] {
  const label = text(pickLabel(composing.words, pick), 'table')
  if (isAlone(composing.report.reflection) || pick.people.length === 0) return [label]
  return [label, text('\u00A0 ', 'table'), ...chipsUpTo(MOST_CHIPS, once(pick.people), composing)]
}

const MOST_CHIPS = 6

/** What people wrote into a table: each row by its label and its first words; without labels, in one. */
function tableWords(rows: ItemReport['tables'][number]['rows']): readonly string[] {
  const written = rows.flatMap(({ label, cells }) => {
    const own = cells.find(({ text: said, isPrefilled }) => said.trim() !== '' && !isPrefilled)
    return own ? [{ label, said: own.text }] : []
  })
  const added = written.filter(({ label }) => label === '').map(({ said }) => said)
  return [
    ...written.filter(({ label }) => label !== '').map(({ label, said }) => `${label} ${said}`),
    ...(added.length > 0 ? [added.join(' · ')] : []),
  ]
}

function hanging(inlines: readonly Inline[], maxLines: number): Paragraph {
  return { lead: { inlines: [], width: NUMBER }, inlines, maxLines, gap: CHIP_GAP, above: 0.3 }
}

/** After which entry two columns are about equally long. */
function splitEvenly(entries: readonly (readonly Paragraph[])[]): number {
  const lengths = entries.map((entry) => 1 + entry.length)
  const all = lengths.reduce((sum, length) => sum + length, 0)
  let sum = 0
  for (const [index, length] of lengths.entries()) {
    sum += length
    if (sum * 2 >= all) return index + 1
  }
  return entries.length
}
