import { assertNever } from '#core/assert.ts'
import {
  isTogether,
  scaleOf,
  setAsideOf,
  STATUSES,
  type Item,
  type PlacementItem,
  type Skill,
} from '#core/rubric.ts'
import {
  blankItemLine,
  choicesLine,
  FORM_PADDING,
  FORM_TABLE,
  howParagraphs,
  NUMBER,
  ruledLines,
  type BlankEntry,
} from './blankRows.ts'
import { blankSheet } from './blankSheet.ts'
import type { Block, Cell, Row, Table } from './blocks.ts'
import type { SpacedForm } from './blankForm.ts'
import { skillHeading } from './skillWords.ts'
import { cell, heading, line, paragraphs, sheet } from './composing.ts'
import { text, type Inline } from './inline.ts'
import { guideParagraphs, mapOf, zoneParagraphs } from './mapWords.ts'
import type { Paragraph } from './paragraph.ts'
import type { Part } from './parts.ts'

/** Sites that a question has room for. */
const SITES = 4
/** Sites that have a number, a line and zones to tick before the map. */
const SITES_ON_MAP = 5
const SITE_ROW = 13
const MAP_ROW = 10
const SITE = 52
/** Of a column with a box in it. */
const WIDEST_BOX = 34
const NARROWEST_BOX = 17
/** In landscape, beside the list of zones. */
const MAP_HEIGHT = 130

/** A skill that is asked for each site: the map once for all, the other questions site by site. */
export function blankSiteBlocks(
  form: SpacedForm,
  { skill, sites }: Extract<Part<BlankEntry>, { kind: 'sites' }>,
): readonly Block[] {
  const items = sites[0]?.entries.map(({ item }) => item) ?? []
  return items.flatMap((item, index) => siteItem(form, item, index === 0 ? skill : undefined))
}

function siteItem(form: SpacedForm, item: Item, opening: Skill | undefined): readonly Block[] {
  const title: Block = {
    kind: 'text',
    isHeading: true,
    paragraphs: [
      ...(opening ? [siteHeading(form, opening)] : []),
      { ...blankItemLine(item), above: opening ? 1 : 4.4 },
      ...howParagraphs(form, item, { aside: item.kind === 'table', one: false }),
      ...hintParagraphs(item),
    ],
  }
  switch (item.kind) {
    case 'placement':
      return [title, ...placementBlocks(form, item)]
    case 'table':
      return [title, ...sheetForSite(form, item)]
    case 'rating':
    case 'choice':
    case 'status':
    case 'text':
      return [{ kind: 'keep', upTo: Infinity, blocks: [title, siteTable(form, item)] }]
    default:
      return assertNever(item)
  }
}

/** What the options mean, once for all sites: beside each box there is no room for it. */
function hintParagraphs(item: Item): readonly Paragraph[] {
  if (item.kind !== 'choice' || item.options.every(({ hint }) => hint === undefined)) return []
  const inlines = item.options.flatMap(({ label, hint }): readonly Inline[] =>
    hint === undefined
      ? []
      : [text(`${label}\u00A0 `, 'noteStrong'), text(`${hint} \u00A0\u00A0`, 'note')],
  )
  return [{ lead: { inlines: [], width: NUMBER }, inlines, above: 0.8 }]
}

function siteHeading({ words }: SpacedForm, skill: Skill): Paragraph {
  const { inlines, ...rest } = skillHeading(skill, 2)
  const tag: Inline = { kind: 'tag', words: words.paper.blank.eachSite }
  return { ...rest, inlines: [...inlines, text(' \u00A0', 'note'), tag] }
}

// --- Site by site ---------------------------------------------------------------------------------

/** A row for each of a few sites; what can be chosen stands over the columns if it is short. */
function siteTable(form: SpacedForm, item: Exclude<Item, { kind: 'table' | 'placement' }>): Block {
  const { frame } = sheet(form.paper, 'landscape')
  const heads = boxHeads(form, item)
  const box = heads.length > 0 ? Math.min(WIDEST_BOX, (frame - SITE) / heads.length) : 0
  const rest = frame - SITE - box * heads.length
  const hasRest = heads.length === 0 || rest >= NARROWEST_BOX
  const boxes = heads.map(() => (hasRest ? box : (frame - SITE) / heads.length))
  const columns = [SITE, ...boxes, ...(hasRest ? [rest] : [])]
  const table: Table = {
    columns,
    line: FORM_TABLE,
    verticals: [...columns.map((_, index) => index), columns.length],
    padding: FORM_PADDING,
    head: {
      cells: [
        headCell(form.words.paper.blank.site),
        ...heads.map((label) => headCell(label)),
        ...(hasRest ? [headCell(restHead(form, item))] : []),
      ],
    },
    groups: [
      { rows: Array.from({ length: SITES }, () => siteRow(form, item, { boxes, hasRest })) },
    ],
  }
  return { kind: 'table', table, above: 1.4 }
}

function headCell(label: string): Cell {
  return cell([line(label, 'tableStrong')], { align: 'bottom' })
}

function restHead({ words }: SpacedForm, item: Item): string {
  const { note, answer } = { ...words.paper.blank, ...words.paper.rubric }
  return item.kind === 'text' || boxesInWords(item) ? answer : note
}

type SiteItem = Exclude<Item, { kind: 'table' | 'placement' }>

/** The longest label that heads a narrow column. */
const LONGEST_HEAD = 30
const MOST_HEADS = 6

function boxesInWords(item: Item): boolean {
  if (item.kind !== 'choice') return false
  const fits = item.options.every(
    ({ label, hint }) => label.length <= LONGEST_HEAD && hint === undefined,
  )
  return !fits || item.options.length > MOST_HEADS
}

function boxHeads({ rubric, words }: SpacedForm, item: SiteItem): readonly string[] {
  const aside = setAsideOf(rubric, item).map(({ label }) => label)
  switch (item.kind) {
    case 'rating':
      return [...scaleOf(rubric, item).levels.map(({ label }) => label), ...aside]
    case 'status':
      return [...STATUSES.map((id) => words.common.statuses[id]), ...aside]
    case 'choice':
      return boxesInWords(item) ? [] : [...item.options.map(({ label }) => label), ...aside]
    case 'text':
      return aside
    default:
      return assertNever(item)
  }
}

function siteRow(
  form: SpacedForm,
  item: SiteItem,
  { boxes, hasRest }: { boxes: readonly number[]; hasRest: boolean },
): Row {
  return {
    lowest: SITE_ROW,
    cells: [
      cell([]),
      ...boxes.map(() => cell([])),
      ...(hasRest ? [cell(restContent(form, item))] : []),
    ],
  }
}

/** Lines for words; the options where they are too long to head columns. */
function restContent({ rubric }: SpacedForm, item: SiteItem): readonly Paragraph[] {
  if (item.kind === 'text') return ruledLines(item.length === 'long' ? 4 : 1)
  if (item.kind !== 'choice' || !boxesInWords(item)) return []
  const aside = setAsideOf(rubric, item)
  return [
    choicesLine(
      item,
      [...item.options, ...aside].map(({ label }) => label),
    ),
  ]
}

/** A whole table belongs to one site: its name above, and a word on further ones. */
function sheetForSite(form: SpacedForm, item: Extract<Item, { kind: 'table' }>): readonly Block[] {
  const { site, copySheet } = form.words.paper.blank
  return [
    paragraphs({
      inlines: [
        text(`${site}\u00A0 `, 'tableStrong'),
        { kind: 'blank', width: 80 },
        text(` \u00A0\u00A0${copySheet}`, 'note'),
      ],
      above: 3,
    }),
    { kind: 'table', table: blankSheet(form, item), above: 2 },
  ]
}

// --- The map --------------------------------------------------------------------------------------

/** The sites by name, each with its zone to tick: the list that says what the map shows. Then the map. */
function placementBlocks(form: SpacedForm, item: PlacementItem): readonly Block[] {
  const { words } = form
  const left: readonly Block[] = [
    { kind: 'map', height: MAP_HEIGHT, map: mapOf(item, { flags: [], isForm: true }) },
  ]
  const right: readonly Block[] = [
    paragraphs(...zoneParagraphs(item)),
    ...(item.guide
      ? [
          {
            kind: 'framed',
            above: 3.2,
            blocks: [paragraphs(...guideParagraphs(words, item))],
          } as const,
        ]
      : []),
  ]
  const sites: Block = { kind: 'table', table: sitesTable(form, item), above: 1.4 }
  const columns = [
    { share: 1.62, blocks: left },
    { share: 1, blocks: right },
  ]
  return [
    { kind: 'keep', upTo: Infinity, blocks: [sites] },
    heading(words.paper.blank.mapHow, 'tableStrong', { above: 4.4 }),
    { kind: 'side', columns, gap: 8, above: 2.4 },
  ]
}

const SITE_NUMBER = 8
const SITE_NAME = 74
const ZONE_BOX = 12.4
/** More zones than this are written, not ticked. */
const MOST_ZONES = 8

function sitesTable(form: SpacedForm, item: PlacementItem): Table {
  const { frame } = sheet(form.paper, 'landscape')
  const { blank } = form.words.paper
  const aside = setAsideOf(form.rubric, item).map(({ label }) => `?\u00A0\u00A0${label}`)
  const boxes = item.zones.length + (aside.length > 0 ? 1 : 0)
  const zones = boxes > MOST_ZONES ? 34 : boxes * ZONE_BOX + 8
  const columns = [SITE_NUMBER, SITE_NAME, zones, frame - SITE_NUMBER - SITE_NAME - zones]
  const head: Row = {
    cells: [
      cell([line(blank.sites, 'tableStrong')], { align: 'bottom', span: 2 }),
      cell([line(blank.zone, 'tableStrong'), ...aside.map((said) => line(said, 'note'))], {
        align: 'bottom',
      }),
      cell([line(item.note ? blank.note : '', 'tableStrong')], { align: 'bottom' }),
    ],
  }
  const rows = Array.from({ length: SITES_ON_MAP }, (_, index): Row => ({
    lowest: MAP_ROW,
    cells: [
      cell([line(String(index + 1), 'tableStrong', { align: 'center' })], { align: 'middle' }),
      cell([], { isJoined: true }),
      cell(boxes > MOST_ZONES ? [] : [zoneBoxes(item, aside.length > 0)], { align: 'middle' }),
      cell([]),
    ],
  }))
  return {
    columns,
    line: FORM_TABLE,
    verticals: [0, 1, 2, 3, 4],
    padding: FORM_PADDING,
    head,
    groups: [{ rows }],
  }
}

function zoneBoxes(item: PlacementItem, hasAside: boolean): Paragraph {
  const holds = isTogether(item) ? 'tick' : 'small'
  const letters = [...item.zones.map(({ letter }) => letter), ...(hasAside ? ['?'] : [])]
  return {
    inlines: letters.flatMap((letter): readonly Inline[] => [
      text(`\u00A0 ${letter}\u00A0`, 'tableStrong'),
      { kind: 'tickBox', holds },
    ]),
  }
}
