import type { ItemReport } from '#core/itemReport.ts'
import type { RubricReport } from '#core/report.ts'
import type { Site } from '#core/reflection.ts'
import type { Block, Group } from './blocks.ts'
import { skillHeading } from './skillWords.ts'
import { line, paragraphs, type Composing } from './composing.ts'
import { text } from './inline.ts'
import { itemWords, markedRow, markedRowsTable } from './markedRows.ts'
import { sheetBlocks } from './markedSheet.ts'
import { headsOf, type Part, type SkillEntry } from './parts.ts'
import { siteMap, siteParagraphs } from './siteMap.ts'

const MAP_HEIGHT = 104

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
  const rows = reports.filter(({ item }) => item.kind !== 'placement' && item.kind !== 'table')
  return [
    { kind: 'text', isHeading: true, paragraphs: [skillHeading(skill, 2)] },
    ...maps.flatMap(({ id }) =>
      mapBlocks(
        composing,
        of,
        reports.filter(({ item }) => item.id === id),
      ),
    ),
    ...(rows.length > 0 ? [siteRows(composing, of, sites)] : []),
    ...reports
      .filter(({ item }) => item.kind === 'table')
      .flatMap((report) =>
        sheetBlocks(composing, of, report, [
          line(report.site?.name ?? '', 'tableStrong', { above: 3 }),
        ]),
      ),
  ]
}

function mapBlocks(
  composing: Composing,
  of: RubricReport,
  reports: readonly ItemReport[],
): readonly Block[] {
  const [first] = reports
  if (!first || first.item.kind !== 'placement') return []
  const map = siteMap(composing, reports)
  const columns = [
    { share: 1.7, blocks: map ? [{ kind: 'map', height: MAP_HEIGHT, map } as const] : [] },
    { share: 1, blocks: [paragraphs(...siteParagraphs(composing, of, reports))] },
  ]
  return [
    { kind: 'text', isHeading: true, paragraphs: [{ ...itemWords(first), above: 1 }] },
    { kind: 'side', columns, gap: 8, above: 2 },
  ]
}

/** The questions of a skill under the name of each site. */
function siteRows(
  composing: Composing,
  of: RubricReport,
  sites: readonly SkillEntry<ItemReport>[],
): Block {
  const own = sites.map(({ site, entries }) => ({
    site,
    entries: entries.filter(({ item }) => item.kind !== 'placement' && item.kind !== 'table'),
  }))
  const heads = headsOf(
    of.rubric,
    own.flatMap(({ entries }) => entries.map(({ item }) => item)),
  )
  const groups = own.map(({ site, entries }): Group => ({
    lead: siteLead(composing.words.paper.rubric.continued, site),
    rows: entries.map((report) => markedRow(composing, of, report, heads)),
  }))
  return markedRowsTable(composing, of, { heads, groups })
}

function siteLead(continued: string, site: Site | undefined) {
  const name = site?.name ?? ''
  return {
    first: [line(name, 'tableStrong')],
    again: [{ inlines: [text(name, 'tableStrong'), text(` ${continued}`, 'note')] }],
  }
}
