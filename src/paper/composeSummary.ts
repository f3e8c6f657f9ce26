import type { RubricReport } from '#core/report.ts'
import type { Block } from './blocks.ts'
import { gap, isAlone, line, pageOf, type Composing } from './composing.ts'
import { text, type Inline } from './inline.ts'
import { nextStepBlock, sideBlock, strengthBlocks } from './summaryLists.ts'
import { pictureBlocks } from './summaryPicture.ts'

/** How much page 1 tells before it points to the pages behind it. */
interface Density {
  readonly chips: number
  readonly strengths: number
  readonly lines: number
  readonly others: number
}

// What each amount is worth to a reader: strategies by name first, then everybody's initials.
const WORTH = {
  chips: { 8: 16, 5: 10, 4: 0, 2: -30 },
  strengths: { 5: 50, 4: 45, 3: 38, 2: 20, 1: 0 },
  lines: { 3: 5, 2: 4, 1: 0 },
  others: { 3: 10, 2: 8, 1: 0 },
} as const satisfies Record<keyof Density, Record<number, number>>

/**
 * Page 1: one page to hand to anyone. Who and when, the picture, strengths by name, where to grow,
 * what to talk about first, the next step.
 */
export function composeSummary(composing: Composing, of: RubricReport): readonly Block[] {
  const part = remember((name: keyof typeof PARTS, density: Density) =>
    PARTS[name](composing, of, density),
  )
  const names: readonly (keyof typeof PARTS)[] = ['title', 'picture', 'strengths', 'side', 'step']
  return [
    { kind: 'page', setup: pageOf(composing, of, 'portrait') },
    {
      kind: 'fit',
      variants: densities().map((density) => names.flatMap((name) => part(name, density))),
    },
  ]
}

type Part = (composing: Composing, of: RubricReport, density: Density) => readonly Block[]

const PARTS = {
  title: (composing, of) => titleBlocks(composing, of),
  picture: (composing, of, { chips }) => pictureBlocks(composing, of, chips),
  strengths: (composing, of, { strengths: count, lines }) =>
    strengthBlocks(composing, of, { count, lines }),
  side: (composing, of, { others: count, lines }) => [sideBlock(composing, of, { count, lines })],
  step: (composing, _of, { others: count, lines }) => [nextStepBlock(composing, { count, lines })],
} as const satisfies Record<string, Part>

const KEYS = {
  title: [],
  picture: ['chips'],
  strengths: ['strengths', 'lines'],
  side: ['others', 'lines'],
  step: ['others', 'lines'],
} as const satisfies Record<keyof typeof PARTS, readonly (keyof Density)[]>

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

/** Every density, the most worthwhile first: the first that fits on the page is taken. */
function densities(): readonly Density[] {
  const amounts = (name: keyof Density) =>
    Object.entries(WORTH[name]).map(([amount, worth]) => ({ amount: Number(amount), worth }))
  return amounts('chips')
    .flatMap((chips) =>
      amounts('strengths').flatMap((strengths) =>
        amounts('lines').flatMap((lines) =>
          amounts('others').map((others) => ({
            worth: chips.worth + strengths.worth + lines.worth + others.worth,
            density: {
              chips: chips.amount,
              strengths: strengths.amount,
              lines: lines.amount,
              others: others.amount,
            },
          })),
        ),
      ),
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
      bookmark: { title: `${voice.kicker}: ${rubric.title.text}`, depth: 0 },
      paragraphs: [
        line(voice.kicker, 'kicker'),
        line(rubric.title.text, 'title', { above: 0.6 }),
        { inlines: metaInlines(report.reflection, words, report.people.length), above: 1 },
        line(voice.howToRead(rubric.itemNoun), 'note', { above: 1.2 }),
      ],
    },
    gap(2.6),
  ]
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
