import { isNameless } from '#core/anonymous.ts'
import { chipLook, type ChipLook } from '#core/people.ts'
import type { Author } from '#core/itemReport.ts'
import type { Move } from '#core/moves.ts'
import type { Participant, Reflection } from '#core/reflection.ts'
import type { Report, RubricReport } from '#core/report.ts'
import { isTogether, type Item, type Level, type Rubric, type Scale } from '#core/rubric.ts'
import type { Messages } from '#messages/messages.ts'
import type { Block, Cell, PageSetup, TextBlock } from './blocks.ts'
import { text, type Inline } from './inline.ts'
import type { Paragraph } from './paragraph.ts'
import { HAIR, HAIRLINE, PAPER, type ChipSize, type PaperSize, type StyleName } from './theme.ts'

/** What can be printed of a reflection, in the order of the pages. */
export type PartName = 'summary' | 'catalogue' | 'session' | 'rubric' | 'notes' | 'feedback'

/** Which parts are printed; `summary` alone is the one page to hand out. */
export type Parts = Readonly<Partial<Record<PartName, boolean>>>

export type Voice = Messages['paper']['voices']['team']

/** What every part of a reflection's paper is composed from. */
export interface Composing {
  readonly report: Report
  readonly words: Messages
  readonly voice: Voice
  readonly paper: PaperSize
  readonly parts: Parts
  readonly appVersion: string
  /** Short content hash of the report: which record this paper came from. */
  readonly fingerprint: string
  readonly looks: ReadonlyMap<string, ChipLook>
  /** Who moved a mark after the reveal: by rubric id. */
  readonly moves: ReadonlyMap<string, readonly Move[]>
  /** What is asked about the tool: by id of the question. */
  readonly questions: ReadonlyMap<string, string>
  /** True where the head of a section says that all of it is answered together. */
  readonly saysTogether?: boolean
}

export const HAIR_TABLE = { width: HAIR, colour: HAIRLINE } as const

/** The look of each person, by where they sit. */
export function looksOf(people: readonly Participant[]): ReadonlyMap<string, ChipLook> {
  return new Map(people.map((person, seat) => [person.id, chipLook(seat)]))
}

/** True for one leader alone, whose paper speaks of "I" and shows no team furniture. */
export function isAlone(reflection: Reflection): boolean {
  return reflection.mode === 'individual'
}

// --- Pages ----------------------------------------------------------------------------------------

export type Orientation = 'portrait' | 'landscape'

/** Page size and width of the text, in millimetres. */
export function sheet(paper: PaperSize, orientation: Orientation) {
  const { width, height, margin } = PAPER[paper]
  const isWide = orientation === 'landscape'
  const page = isWide ? { width: height, height: width } : { width, height }
  return { ...page, margin, frame: page.width - margin * 2 }
}

/** A page of one rubric's part of the paper. */
export function pageOf(
  { report, words, paper, appVersion, fingerprint }: Composing,
  { rubric }: RubricReport,
  orientation: Orientation,
): PageSetup {
  const { reflection } = report
  const { width, height, margin } = sheet(paper, orientation)
  const who = reflection.team || (isAlone(reflection) ? '' : words.paper.unnamedTeam)
  const sample = reflection.sample ? words.paper.sampleNote : ''
  return {
    width,
    height,
    margin,
    running: [who, rubric.shortTitle].filter((part) => part !== '').join(' · '),
    footer: {
      left: [sample, who, rubric.shortTitle, words.common.day(reflection.date)],
      right: words.paper.page,
      fine: [
        // An id is made from the title that people gave, and keeps the names in it.
        words.paper.definition(isNameless(report) ? rubric.shortTitle : rubric.id, rubric.version),
        words.paper.app(appVersion),
        fingerprint,
        rubric.credit,
      ],
    },
    watermark: reflection.sample ? words.paper.sample : undefined,
    // Each of several rubrics is a chapter of its own.
    chapter: report.rubrics.length > 1 ? rubric.title.text : undefined,
  }
}

// --- Small things ---------------------------------------------------------------------------------

export function line(words: string, style: StyleName, more: Partial<Paragraph> = {}): Paragraph {
  return { inlines: [text(words, style)], ...more }
}

export function heading(
  words: string,
  style: StyleName,
  more: Partial<Omit<TextBlock, 'kind'>> & { readonly above?: number } = {},
): TextBlock {
  const { above, ...rest } = more
  return {
    kind: 'text',
    isHeading: true,
    paragraphs: [line(words, style, above === undefined ? {} : { above })],
    ...rest,
  }
}

export function paragraphs(...all: readonly Paragraph[]): TextBlock {
  return { kind: 'text', paragraphs: all }
}

export function cell(all: readonly Paragraph[], more: Partial<Cell> = {}): Cell {
  return { paragraphs: all, ...more }
}

export function gap(height: number): Block {
  return { kind: 'gap', height }
}

/** Chips of people, each with how often; of people without names, one with how many they are. */
export function chips(
  people: readonly { readonly person: Participant; readonly count: number }[],
  looks: ReadonlyMap<string, ChipLook>,
  size: ChipSize = 'usual',
): readonly Inline[] {
  const named = people.filter(({ person }) => !isUnnamed(person))
  const rest = people.length - named.length
  const counted = {
    kind: 'chip',
    initials: String(rest),
    look: chipLook(0),
    count: 1,
    size,
  } as const
  return [
    ...named.map(({ person, count }) => ({
      kind: 'chip' as const,
      initials: person.initials,
      look: looks.get(person.id) ?? chipLook(0),
      count,
      size,
    })),
    ...(rest > 0 ? [counted] : []),
  ]
}

function isUnnamed({ initials }: Participant): boolean {
  return initials === ''
}

/** At most so many chips, then how many more people there are. */
export function chipsUpTo(
  most: number,
  people: Parameters<typeof chips>[0],
  { looks, words }: Pick<Composing, 'looks' | 'words'>,
): readonly Inline[] {
  const isCrowd = people.length > most && !people.every(({ person }) => isUnnamed(person))
  const shown = isCrowd ? most - 1 : people.length
  const rest = people.length - shown
  const more = rest > 0 ? [text(` ${words.paper.summary.more(rest)}`, 'tag')] : []
  return [...chips(people.slice(0, shown), looks, 'small'), ...more]
}

/**
 * Whose words follow: a chip, or that they are of what the team agreed on beside its own marks.
 * Nothing where one leader sits alone or nobody is named.
 */
export function authorInlines(
  { looks, report, words }: Pick<Composing, 'looks' | 'report' | 'words'>,
  item: Item,
  author: Author,
): readonly Inline[] {
  if (isAlone(report.reflection)) return []
  if (author) return isUnnamed(author) ? [] : chips(once([author]), looks)
  return isTogether(item) ? [] : [{ kind: 'tag', words: words.paper.rubric.agreed }]
}

/** "Together", where the team answers as one. */
export function togetherInlines(
  { report, words, saysTogether }: Pick<Composing, 'report' | 'words' | 'saysTogether'>,
  item: Item,
): readonly Inline[] {
  if (!isTogether(item) || saysTogether || isAlone(report.reflection)) return []
  return [{ kind: 'tag', words: words.paper.rubric.together }]
}

/** The lines of what somebody wrote, each as a paragraph; the first may follow an inline. */
export function writtenParagraphs(
  before: readonly Inline[],
  said: string,
  style: StyleName = 'table',
): readonly Paragraph[] {
  const [first = '', ...rest] = said.split('\n').filter((part) => part.trim() !== '')
  const lead = before.length > 0 ? [...before, text(' ', style)] : []
  return [
    { inlines: [...lead, text(before.length > 0 ? ` ${first}` : first, style)], gap: CHIP_GAP },
    ...rest.map((part) => line(part, style, { above: 0.6 })),
  ]
}

export const CHIP_GAP = 0.9

export function once(people: readonly Participant[]) {
  return people.map((person) => ({ person, count: 1 }))
}

/** "1.2b" hanging before what follows. */
export function numbered(number: string, inlines: readonly Inline[], width: number): Paragraph {
  return { lead: { inlines: [text(number, 'number')], width }, inlines }
}

/** What a level is told by in narrow places: its square and its name. */
export function levelHead(
  level: Level,
  { index, count }: { index: number; count: number },
  style: StyleName,
): Cell {
  return {
    align: 'bottom',
    level: { index, count, look: 'head' },
    paragraphs: [
      {
        lead: { inlines: [text(String(index + 1), 'tag')], width: 3 },
        inlines: [text(level.label, style)],
      },
    ],
  }
}

/** The levels, in short, at which a rating asks for a strategy. */
export function strongLevels({ scales }: Rubric): readonly string[] {
  const strong = scales.flatMap(({ levels }) => levels.filter((level) => level.asksForStrategy))
  return [...new Set(strong.map(({ short }) => short))]
}

/** The scale of the first rating item, which heads the columns of a table. */
export function mainScale(rubric: Rubric, items: readonly Item[]): Scale | undefined {
  const rating = items.find((item) => item.kind === 'rating')
  return rating?.kind === 'rating'
    ? rubric.scales.find(({ id }) => id === rating.scale)
    : rubric.scales[0]
}
