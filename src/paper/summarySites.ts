import type { ItemReport } from '#core/itemReport.ts'
import type { RubricReport } from '#core/report.ts'
import type { Block, Cell, Row, Table } from './blocks.ts'
import {
  cell,
  chipsUpTo,
  HAIR_TABLE,
  isAlone,
  line,
  once,
  paragraphs,
  sheet,
  type Composing,
} from './composing.ts'
import { text } from './inline.ts'
import { zonesLine } from './mapWords.ts'
import type { Paragraph } from './paragraph.ts'
import { pickLabel, shortName } from './pickWords.ts'
import { siteMap, siteParagraphs } from './siteMap.ts'
import { choiceKey } from './summaryChecks.ts'

const SITE = 40
/** A line of the list beside the map, and the space above a site. */
const LINE = 4.4
const SITE_GAP = 2
/** How far the list may reach below the field of the map, beside the words of its axis. */
const BELOW = 10
/** The names of the zones below the list: pins may hide them on the map. */
const ZONES = 13
/** More questions than this do not fit side by side. */
const MOST_COLUMNS = 5

/** The maps of page 1 with a line for each site. */
export function mapsOfSites(
  composing: Composing,
  of: RubricReport,
  height: number,
): readonly Block[] {
  const reports = siteReports(of).filter(({ item }) => item.kind === 'placement')
  const maps = grouped(reports, ({ item }) => item.id)
  return maps.flatMap((group) => mapBlocks(composing, of, { group, height }))
}

/** What was chosen for the first `count` sites, question by question. */
export function choicesOfSites(
  composing: Composing,
  of: RubricReport,
  { chips, count }: { readonly chips: number; readonly count: number },
): readonly Block[] {
  const { sites } = composing.report.reflection
  const shown = new Set(sites.slice(0, count).map(({ id }) => id))
  const rest = sites.length - shown.size
  const choices = grouped(
    siteReports(of).filter((report) => isInMatrix(of, report)),
    (report) => choiceKey(of, report) ?? '',
  ).filter((group) => group.some(hasPick))
  if (choices.length === 0) return []
  return [
    ...choices.flatMap((group) => matrixBlocks(composing, { group, chips, shown })),
    ...(rest > 0 ? [paragraphs(line(moreSites(composing, rest), 'note', { above: 1 }))] : []),
  ]
}

function moreSites({ words, parts }: Composing, rest: number): string {
  const { moreSites: said, inRubric, inApp } = words.paper.summary
  return said(rest, parts.rubric ? inRubric : inApp)
}

function hasPick({ picks }: ItemReport): boolean {
  return picks.some(({ people, together }) => people.length > 0 || together)
}

function siteReports(of: RubricReport): readonly ItemReport[] {
  return of.sections.flatMap(({ skills }) =>
    skills.filter(({ site }) => site).flatMap(({ items }) => items),
  )
}

/** True for a choice that stands in the table of sites and questions. */
export function isInMatrix(of: RubricReport, report: ItemReport): boolean {
  return report.site !== undefined && choiceKey(of, report) !== undefined
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one)) ?? []
    group.push(one)
    groups.set(keyOf(one), group)
  }
  return [...groups.values()]
}

function mapBlocks(
  composing: Composing,
  of: RubricReport,
  { group, height }: { group: readonly ItemReport[]; height: number },
): readonly Block[] {
  const map = siteMap(composing, group)
  if (!map) return []
  // Every number on the map is told beside it, if need be in few words.
  const isPinned = map.flags.some(({ isPin }) => isPin)
  const room = height + BELOW - (isPinned ? ZONES : 0)
  const inLines = group.length * LINE * 2
  const detail = listHeight(group) <= room ? 'whole' : inLines <= room ? 'line' : 'counts'
  const item = group[0]?.item
  const zones = isPinned && item?.kind === 'placement' ? [zonesLine(item)] : []
  const columns = [
    { share: 1.75, blocks: [{ kind: 'map', height, map } as const] },
    {
      share: 1,
      blocks: [paragraphs(...siteParagraphs(composing, of, group, detail), ...zones)],
    },
  ]
  return [{ kind: 'side', columns, gap: 6, above: 1 }]
}

function listHeight(group: readonly ItemReport[]): number {
  return group.reduce((sum, { picks, setAside }) => {
    const zones = picks.filter(({ people, together }) => people.length > 0 || together).length
    return sum + SITE_GAP + LINE * (1 + Math.max(1, zones + setAside.length))
  }, 0)
}

/** Sites down, questions across: what was chosen for each, and by whom. */
function matrixBlocks(
  composing: Composing,
  {
    group,
    chips,
    shown,
  }: { group: readonly ItemReport[]; chips: number; shown: ReadonlySet<string> },
): readonly Block[] {
  const questions = grouped(group, ({ item }) => item.id)
  const { frame } = sheet(composing.paper, 'portrait')
  const tables: Block[] = []
  for (let from = 0; from < questions.length; from += MOST_COLUMNS) {
    const own = questions.slice(from, from + MOST_COLUMNS)
    const width = (frame - SITE) / own.length
    const table: Table = {
      columns: [SITE, ...own.map(() => width)],
      line: HAIR_TABLE,
      verticals: own.map((_, index) => index + 1),
      padding: { x: 1.1, y: 0.6 },
      head: {
        cells: [cell([]), ...own.map(([first]) => questionHead(first))],
      },
      groups: [{ rows: siteRows(composing, { questions: own, chips, shown }) }],
    }
    tables.push({ kind: 'table', table, above: 3.4 })
  }
  return tables
}

function questionHead(report: ItemReport | undefined): Cell {
  const said = report ? shortName(report.item) : ''
  return cell([line(said, 'boxHead', { maxLines: 3 })], { align: 'bottom' })
}

function siteRows(
  composing: Composing,
  {
    questions,
    chips,
    shown,
  }: {
    questions: readonly (readonly ItemReport[])[]
    chips: number
    shown: ReadonlySet<string>
  },
): readonly Row[] {
  const sites = composing.report.reflection.sites.filter(({ id }) => shown.has(id))
  return sites.map((site): Row => ({
    lowest: 5,
    cells: [
      cell([line(site.name, 'strip')]),
      ...questions.map((question) => {
        const report = question.find((one) => one.site?.id === site.id)
        return cell(report ? pickLines(composing, report, chips) : [])
      }),
    ],
  }))
}

/** What was chosen, an option a line with who chose it; where there is little room, counted in one. */
function pickLines(
  composing: Composing,
  { picks }: ItemReport,
  most: number,
): readonly Paragraph[] {
  const { words, report } = composing
  const chosen = picks.filter(({ people, together }) => people.length > 0 || together)
  if (most <= FEWEST_CHIPS && !isAlone(report.reflection)) {
    const said = chosen.map((pick) => {
      const count = pick.people.length > 1 ? `\u00A0(${pick.people.length})` : ''
      return `${pickLabel(words, pick)}${count}`
    })
    return said.length > 0 ? [line(said.join(' · '), 'note')] : []
  }
  return chosen.map((pick) => {
    const who =
      isAlone(report.reflection) || pick.people.length === 0
        ? []
        : [text('\u00A0 ', 'note'), ...chipsUpTo(most, once(pick.people), composing)]
    return { inlines: [text(pickLabel(words, pick), 'note'), ...who], gap: 0.4 }
  })
}

/** With room for no more people than this, they are counted. */
const FEWEST_CHIPS = 2
