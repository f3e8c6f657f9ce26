import type { ItemReport } from '#core/itemReport.ts'
import { privateSections } from '#core/privacy.ts'
import type { RubricReport, SectionReport } from '#core/report.ts'
import { isTogether } from '#core/rubric.ts'
import { aboutBlocks, aboutInHeading } from './about.ts'
import type { Block, Group, TextBlock } from './blocks.ts'
import { isAlone, line, pageOf, paragraphs, type Composing } from './composing.ts'
import { text, type Inline } from './inline.ts'
import { markedGroups, markedRowsTable } from './markedRows.ts'
import { markedSheetBlocks } from './markedSheet.ts'
import { markedSiteBlocks } from './markedSites.ts'
import type { Paragraph } from './paragraph.ts'
import { headsKey, headsOf, partsOf, type Heads, type Part } from './parts.ts'

/** The whole rubric in scope with everyone's marks, as on the printed form. */
export function composeRubric(composing: Composing, of: RubricReport): readonly Block[] {
  const { voice, words } = composing
  const title: TextBlock = {
    kind: 'text',
    isHeading: true,
    section: voice.rubricPart,
    bookmark: { title: voice.rubricPart, depth: 0 },
    paragraphs: [
      line(voice.rubricPart, 'partTitle'),
      line(of.rubric.goal.text, 'note'),
      ...agreedLegend(composing, of),
    ],
  }
  const run = startRun(composing, of)
  for (const section of of.sections) run.add(section)
  const isWaiting = privateSections(composing.report.reflection, of.rubric).length > 0
  const nothing = isWaiting ? words.paper.waitsForReveal : words.paper.noSites
  const empty = of.sections.length === 0 ? [paragraphs(line(nothing, 'body'))] : []
  return [
    { kind: 'page', setup: pageOf(composing, of, 'landscape') },
    title,
    ...aboutBlocks(of.rubric.about, composing.paper, { isHeading: false }),
    ...empty,
    ...run.end(),
  ]
}

/** What the label in a box means, where there is one. */
function agreedLegend({ words, report }: Composing, of: RubricReport): readonly Paragraph[] {
  const isUsed = of.sections.some(({ skills }) =>
    skills.some(({ items }) => items.some(({ team, item }) => item.kind === 'rating' && team)),
  )
  if (!isUsed || isAlone(report.reflection)) return []
  const { agreed, agreedLegend: means } = words.paper.rubric
  return [
    { inlines: [{ kind: 'tag', words: agreed }, text(` \u00A0${means}`, 'note')], above: 1.2 },
  ]
}

/** Rows that go on under the same head, over the borders of sections. */
interface OpenTable {
  readonly heads: Heads
  readonly groups: Group[]
}

/**
 * Collects sections one after the other. Rows with the same boxes share one table whose head repeats
 * on every page; the names of sections stand between them. Help, maps and wide tables part it.
 */
function startRun(composing: Composing, of: RubricReport) {
  const blocks: Block[] = []
  let open: OpenTable | undefined
  const close = () => {
    if (open) blocks.push(markedRowsTable(composing, of, open))
    open = undefined
  }
  const help = ({ section }: SectionReport) => aboutBlocks(section.about, composing.paper)
  const addRows = (own: Composing, part: Rows, title?: SectionReport) => {
    const heads = headsOf(of.rubric, itemsIn(part))
    const about = title ? aboutInHeading(title.section.about, composing.paper) : undefined
    const goesOn = open && headsKey(open.heads) === headsKey(heads) && (!title || about)
    const band = title && goesOn ? sectionHeading(own, title, about) : undefined
    if (!goesOn) {
      close()
      if (title) blocks.push(sectionHeading(own, title), ...help(title))
    }
    open ??= { heads, groups: [] }
    open.groups.push(...markedGroups(own, of, { part, heads, band }))
  }
  const addPart = (own: Composing, section: SectionReport, part: Part<ItemReport>) => {
    if (part.kind === 'rows') return addRows(own, part)
    close()
    blocks.push(
      ...(part.kind === 'table'
        ? markedSheetBlocks(own, of, { section: section.section, part })
        : markedSiteBlocks(own, of, part)),
    )
  }
  return {
    add(section: SectionReport) {
      const entries = section.skills.map(({ items, ...skill }) => ({ ...skill, entries: items }))
      const own = { ...composing, saysTogether: isAllTogether(composing, section) }
      const [first, ...others] = partsOf(entries)
      if (first?.kind === 'rows') addRows(own, first, section)
      else if (first) {
        close()
        blocks.push(sectionHeading(own, section), ...help(section))
        addPart(own, section, first)
      }
      for (const part of others) addPart(own, section, part)
    },
    end(): readonly Block[] {
      close()
      return blocks
    },
  }
}

type Rows = Extract<Part<ItemReport>, { kind: 'rows' }>

function itemsIn({ skills }: Rows) {
  return skills.flatMap(({ entries }) => entries.map(({ item }) => item))
}

/** True if a team answers everything in the section as one: then its head says so, once for all. */
function isAllTogether({ report }: Composing, { skills }: SectionReport): boolean {
  if (isAlone(report.reflection)) return false
  return skills.every(({ items }) => items.every(({ item }) => isTogether(item)))
}

function sectionHeading(
  { words, saysTogether }: Composing,
  { section }: SectionReport,
  about: readonly Paragraph[] = [],
): TextBlock {
  const title = `${section.number}\u00A0 ${section.name.text}`
  const tag: readonly Inline[] = saysTogether
    ? [text(' \u00A0\u00A0', 'heading'), { kind: 'tag', words: words.paper.rubric.together }]
    : []
  return {
    kind: 'text',
    isHeading: true,
    section: title,
    bookmark: { title, depth: 1 },
    paragraphs: [{ inlines: [text(title, 'heading'), ...tag], above: 4 }, ...about],
  }
}
