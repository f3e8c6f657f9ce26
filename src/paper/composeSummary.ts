import { isNameless } from '#core/anonymous.ts'
import type { ItemReport } from '#core/itemReport.ts'
import { privateSections } from '#core/privacy.ts'
import type { RubricReport } from '#core/report.ts'
import { isTogether, type Section } from '#core/rubric.ts'
import { toldSolutions } from '#core/solutions.ts'
import type { Block } from './blocks.ts'
import { gap, isAlone, line, pageOf, strongLevels, type Composing } from './composing.ts'
import { text, type Inline } from './inline.ts'
import type { Paragraph } from './paragraph.ts'
import { checkBlocks } from './summaryChecks.ts'
import {
  growthAlone,
  helpBlocks,
  nextStepBlock,
  sideBlock,
  strengthBlocks,
} from './summaryLists.ts'
import { pictureBlocks } from './summaryPicture.ts'
import { choicesOfSites, mapsOfSites } from './summarySites.ts'
import { saidEntries, wordBlocks } from './summaryWords.ts'

/** How much page 1 tells before it points to the pages behind it. */
interface Density {
  readonly chips: number
  readonly strengths: number
  readonly lines: number
  readonly others: number
  /** Challenges with what could help. */
  readonly helps: number
  /** Answers in words. */
  readonly said: number
  /** The height of a map, in millimetres. */
  readonly map: number
  readonly sites: number
}

// What each amount is worth to a reader: strategies by name first, then everybody's initials.
const WORTH: Readonly<Record<keyof Density, Readonly<Record<number, number>>>> = {
  chips: { 8: 16, 5: 10, 4: 0, 2: -60 },
  strengths: { 5: 50, 4: 45, 3: 38, 2: 20, 1: 0 },
  lines: { 3: 5, 2: 4, 1: 0 },
  others: { 3: 10, 2: 8, 1: 0 },
  helps: { 3: 30, 2: 27, 1: 20, 0: 0 },
  said: { 12: 40, 6: 32, 3: 20, 1: 8, 0: -20 },
  map: { 92: 9, 78: 4, 60: -16 },
  sites: { 24: 40, 8: 26, 5: 10, 3: -12 },
}

/**
 * Page 1: one page to hand to anyone. Who and when, the picture, what was said, strengths by name,
 * where to grow, what to talk about first, what could help, the next step. A rubric shows what it asks for.
 */
export function composeSummary(composing: Composing, of: RubricReport): readonly Block[] {
  const names = partsWanted(composing, of)
  const part = remember((name: keyof typeof PARTS, density: Density) =>
    PARTS[name](composing, of, density),
  )
  const used = new Set(names.flatMap((name): readonly (keyof Density)[] => KEYS[name]))
  return [
    { kind: 'page', setup: pageOf(composing, of, 'portrait') },
    {
      kind: 'fit',
      variants: densities(used).map((density) => names.flatMap((name) => part(name, density))),
    },
  ]
}

type Part = (composing: Composing, of: RubricReport, density: Density) => readonly Block[]

const PARTS = {
  title: (composing, of) => titleBlocks(composing, of),
  picture: (composing, of, { chips }) => pictureBlocks(composing, of, chips),
  checks: (composing, of, { chips }) => checkBlocks(composing, of, chips),
  maps: (composing, of, { map }) => mapsOfSites(composing, of, map),
  sites: (composing, of, { chips, sites: count }) =>
    choicesOfSites(composing, of, { chips, count }),
  words: (composing, of, { said: count, lines }) => wordBlocks(composing, of, { count, lines }),
  strengths: (composing, of, { strengths: count, lines }) =>
    strengthBlocks(composing, of, { count, lines }),
  side: (composing, of, { others: count, lines }) => [sideBlock(composing, of, { count, lines })],
  growth: (composing, of, { others: count, lines }) => growthAlone(composing, of, { count, lines }),
  helps: (composing, of, { helps: count, lines }) => helpBlocks(composing, of, { count, lines }),
  step: (composing, _of, { others: count, lines }) => [nextStepBlock(composing, { count, lines })],
} as const satisfies Record<string, Part>

const KEYS = {
  title: [],
  picture: ['chips'],
  checks: ['chips'],
  maps: ['map'],
  sites: ['chips', 'sites'],
  words: ['said', 'lines'],
  strengths: ['strengths', 'lines'],
  side: ['others', 'lines'],
  growth: ['others', 'lines'],
  helps: ['helps', 'lines'],
  step: ['others', 'lines'],
} as const satisfies Record<keyof typeof PARTS, readonly (keyof Density)[]>

/** What the page is made of: strengths and differences belong to ratings. */
function partsWanted({ report }: Composing, of: RubricReport): readonly (keyof typeof PARTS)[] {
  const items = of.sections.flatMap(({ skills }) => skills.flatMap((skill) => skill.items))
  const has = (kind: ItemReport['item']['kind']) => items.some(({ item }) => item.kind === kind)
  const asks = strongLevels(of.rubric).length > 0 || of.strengths.length > 0
  const wanted: readonly (readonly [keyof typeof PARTS, boolean])[] = [
    ['title', true],
    ['picture', has('rating')],
    ['checks', has('status') || has('choice') || has('table')],
    ['maps', has('placement')],
    ['sites', items.some(({ item, site }) => site && item.kind === 'choice')],
    ['strengths', has('rating') && asks],
    ['words', saidEntries(of).length > 0],
    ['strengths', !has('rating') && asks],
    ['side', has('rating')],
    ['growth', !has('rating') && of.growthEdges.length > 0],
    ['helps', toldSolutions(of.rubric, report.reflection.workshop.solutions).length > 0],
    ['step', true],
  ]
  return wanted.filter(([, isWanted]) => isWanted).map(([name]) => name)
}

/** Composes each part once for each density that matters to it, so that layout measures it once. */
function remember(make: (name: keyof typeof PARTS, density: Density) => readonly Block[]) {
  const known = new Map<string, readonly Block[]>()
  return (name: keyof typeof PARTS, density: Density) => {
    const key = [name, ...KEYS[name].map((amount) => density[amount])].join(' ')
    const blocks = known.get(key) ?? make(name, density)
    known.set(key, blocks)
    return blocks
  }
}

/** With more kinds of things than this on a page, there are thousands of densities. */
const MANY = 5

/** Every density that makes a difference, the most worthwhile first: the first that fits is taken. */
function densities(used: ReadonlySet<keyof Density>): readonly Density[] {
  const amounts = (name: keyof Density) => {
    const all = Object.entries(WORTH[name])
      .map(([amount, worth]) => ({ amount: Number(amount), worth }))
      .toSorted((a, b) => b.worth - a.worth)
    if (!used.has(name)) return all.slice(0, 1)
    // So much to choose from is not worth the time: every other amount, and the least.
    return used.size > MANY ? all.filter((_, at) => at % 2 === 0 || at === all.length - 1) : all
  }
  const names = ['chips', 'strengths', 'lines', 'others', 'helps', 'said', 'map', 'sites'] as const
  const start = {
    worth: 0,
    density: { chips: 0, strengths: 0, lines: 0, others: 0, helps: 0, said: 0, map: 0, sites: 0 },
  }
  return names
    .reduce(
      (all, name) =>
        all.flatMap(({ worth, density }) =>
          amounts(name).map((one) => ({
            worth: worth + one.worth,
            density: { ...density, [name]: one.amount },
          })),
        ),
      [start],
    )
    .toSorted((a, b) => b.worth - a.worth)
    .map(({ density }) => density)
}

function titleBlocks({ report, words, voice }: Composing, of: RubricReport): readonly Block[] {
  const { rubric } = of
  return [
    {
      kind: 'text',
      isHeading: true,
      bookmark: {
        // With several rubrics each is a chapter that says its name.
        title: report.rubrics.length > 1 ? voice.kicker : `${voice.kicker}: ${rubric.title.text}`,
        depth: 0,
      },
      paragraphs: [
        line(voice.kicker, 'kicker'),
        line(rubric.title.text, 'title', { above: 0.6 }),
        { inlines: metaInlines(report.reflection, words, report.people.length), above: 1 },
        line(howToRead({ report, words, voice }, of), 'note', { above: 1.2 }),
        ...waitingNote(words, privateSections(report.reflection, of.rubric)),
      ],
    },
    gap(2.6),
  ]
}

/** How the marks on the page are to be read: initials in boxes, chips beside words, ticks. */
function howToRead(
  { report, words, voice }: Pick<Composing, 'report' | 'words' | 'voice'>,
  { rubric, sections }: RubricReport,
): string {
  const items = sections.flatMap(({ skills }) => skills.flatMap((skill) => skill.items))
  const isOne = items.length > 0 && items.every(({ item }) => isTogether(item))
  const isCounted = isNameless(report) && !isAlone(report.reflection)
  if (isCounted && !isOne) return words.paper.summary.howToReadCounts
  if (items.some(({ item }) => item.kind === 'rating')) return voice.howToRead(rubric.itemNoun)
  return isOne ? voice.howToReadTogether : voice.howToReadPicks
}

/** What waits for its reveal and is not on this paper. */
function waitingNote(
  words: Composing['words'],
  sections: readonly Section[],
): readonly Paragraph[] {
  if (sections.length === 0) return []
  const names = words.common.list(sections.map(({ name }) => name.text))
  return [line(words.paper.summary.waiting(names), 'noteStrong', { above: 1 })]
}

function metaInlines(
  reflection: Composing['report']['reflection'],
  words: Composing['words'],
  people: number,
): readonly Inline[] {
  const alone = isAlone(reflection)
  const who = reflection.team || (alone ? '' : words.paper.unnamedTeam)
  const rest = [
    words.common.day(reflection.date),
    ...(alone ? [] : [words.paper.summary.people(people)]),
    ...(alone || reflection.facilitator === ''
      ? []
      : [words.paper.summary.facilitator(reflection.facilitator)]),
  ].filter((part) => part !== '')
  const strong = who === '' ? [] : [text(who, 'metaStrong')]
  const separator = who !== '' && rest.length > 0 ? '  ·  ' : ''
  return [...strong, text(`${separator}${rest.join('  ·  ')}`, 'meta')]
}
