import type { ItemReport } from '#core/itemReport.ts'
import type { RubricReport } from '#core/report.ts'
import type { Site } from '#core/reflection.ts'
import type { Block, Group } from './blocks.ts'
import { skillHeading } from './skillWords.ts'
import { line, paragraphs, type Composing } from './composing.ts'
import { text } from './inline.ts'
import { zonesLine } from './mapWords.ts'
import { itemWords, markedRow, markedRowsTable, togetherParagraphs } from './markedRows.ts'
import { sheetBlocks } from './markedSheet.ts'
import { shortName } from './pickWords.ts'
import { headsOf, type Part, type SkillEntry } from './parts.ts'
import { siteMap, siteParagraphs } from './siteMap.ts'

/** The highest map and the longest list first; the next ones where they do not fit on the page. */
const MAP_SIZES = [
  [112, 'whole'],
  [100, 'whole'],
  [88, 'whole'],
  [88, 'line'],
  [74, 'line'],
] as const

/**
 * A skill that is asked for each site: the maps with all sites on them and a line each in words, the
 * other questions under each site's name, then the tables.
 */
export function markedSiteBlocks(
  composing: Composing,
  of: RubricReport,
  { skill, sites }: Extract<Part<ItemReport>, { kind: 'sites' }>,
): readonly Block[] {
  const reports = sites.flatMap(({ entries }) => entries)
  const maps = skill.items.filter(({ kind, retired }) => kind === 'placement' && !retired)
  const rows = sites.map((entry) => ({ ...entry, entries: entry.entries.filter(isRow) }))
  return [
    { kind: 'text', isHeading: true, paragraphs: [skillHeading(skill, 2)] },
    ...maps.flatMap(({ id }) =>
      mapBlocks(
        composing,
        of,
        reports.filter(({ item }) => item.id === id),
      ),
    ),
    ...(rows.some(({ entries }) => entries.length > 0) ? [siteRows(composing, of, rows)] : []),
    ...reports
      .filter(({ item }) => item.kind === 'table')
      .flatMap((report) =>
        sheetBlocks(composing, of, report, [
          line(report.site?.name ?? '', 'tableStrong', { above: 3 }),
        ]),
      ),
  ]
}

/** A map says where sites stand; a row of its own has what was written beside that. */
function isRow({ item, notes }: ItemReport): boolean {
  return item.kind === 'placement' ? notes.length > 0 : item.kind !== 'table'
}

function mapBlocks(
  composing: Composing,
  of: RubricReport,
  reports: readonly ItemReport[],
): readonly Block[] {
  const [first] = reports
  if (!first || first.item.kind !== 'placement') return []
  const map = siteMap(composing, reports)
  const zones = zonesLine(first.item)
  const title: Block = {
    kind: 'text',
    isHeading: true,
    paragraphs: [{ ...itemWords(first), above: 1 }, ...togetherParagraphs(composing, first)],
  }
  const variants = MAP_SIZES.map(([height, detail]): readonly Block[] => {
    const lines = paragraphs(...siteParagraphs(composing, of, reports, detail), zones)
    const columns = [
      { share: 1.7, blocks: map ? [{ kind: 'map', height, map } as const] : [] },
      { share: 1, blocks: [lines] },
    ]
    return [title, { kind: 'side', columns, gap: 8, above: 2 }]
  })
  return [{ kind: 'fit', variants, elseNewPage: 'ifWhole' }]
}

/** The questions of a skill under the name of each site. */
function siteRows(
  composing: Composing,
  of: RubricReport,
  sites: readonly SkillEntry<ItemReport>[],
): Block {
  const heads = headsOf(
    of.rubric,
    sites.flatMap(({ entries }) => entries.map(({ item }) => item)),
  )
  const groups = sites.map(({ site, entries }, index): Group => ({
    lead: siteLead(composing.words.paper.rubric.continued, site),
    // The whole question once; its name for the sites that follow.
    rows: entries.map((report) =>
      index === 0
        ? markedRow(composing, of, report, { heads })
        : markedRow(composing, of, short(report), { heads, isAgain: true }),
    ),
  }))
  return markedRowsTable(composing, of, { heads, groups, lead: composing.words.paper.rubric.site })
}

function short(report: ItemReport): ItemReport {
  return { ...report, item: { ...report.item, text: shortName(report.item) } }
}

function siteLead(continued: string, site: Site | undefined) {
  const name = site?.name ?? ''
  return {
    first: [line(name, 'tableStrong')],
    again: [{ inlines: [text(name, 'tableStrong'), text(` ${continued}`, 'note')] }],
  }
}
