import type { Strategy } from '#core/reflection.ts'
import type { ItemReport } from '#core/itemReport.ts'
import type { RubricReport, StrategyReport } from '#core/report.ts'
import type { Block, TextBlock } from './blocks.ts'
import {
  chips,
  HAIR_TABLE,
  heading,
  isAlone,
  line,
  once,
  pageOf,
  paragraphs,
  strongLevels,
  type Composing,
} from './composing.ts'
import { text, type Inline } from './inline.ts'
import type { Paragraph } from './paragraph.ts'

/** A card this high or less is never parted. */
const WHOLE_CARD = 80
/** From this many strategies on there is an index. */
const INDEX_FROM = 21

interface Shelf {
  readonly title: string
  readonly strategies: readonly StrategyReport[]
}

/** Every strategy once, under the first section it serves, from A to Z, in two columns. */
export function composeCatalogue(
  composing: Composing,
  of: RubricReport,
  others: readonly Strategy[],
): readonly Block[] {
  const { words } = composing
  const { title, empty } = words.paper.catalogue
  const shelves = shelvesOf(composing, of, others)
  const all = shelves.flatMap(({ strategies }) => strategies)
  const opening: readonly Block[] = [
    { kind: 'page', setup: pageOf(composing, of, 'portrait') },
    {
      kind: 'text',
      isHeading: true,
      section: title,
      bookmark: { title, depth: 0 },
      paragraphs: [line(title, 'partTitle'), line(of.rubric.title.text, 'note')],
    },
  ]
  // A rubric that asks for none needs no page to say that there are none.
  if (all.length === 0 && strongLevels(of.rubric).length === 0) return []
  if (all.length === 0) return [...opening, paragraphs(line(empty, 'body', { above: 4 }))]
  const cards = shelves.flatMap((shelf) => shelfBlocks(composing, shelf))
  const index = all.length >= INDEX_FROM ? indexBlocks(composing, all) : []
  return [
    ...opening,
    { kind: 'gap', height: 4 },
    // One card alone would be parted to fill both columns.
    ...(all.length === 1 ? cards : [{ kind: 'columns', count: 2, gap: 9, blocks: cards } as const]),
    ...index,
  ]
}

/** Strategies that serve no item printed here, so that none is lost on paper. */
export function looseStrategies(
  strategies: readonly Strategy[],
  rubrics: readonly RubricReport[],
): readonly Strategy[] {
  const shelved = new Set(
    rubrics.flatMap((of) =>
      of.sections.flatMap((section) => section.strategies.map(({ strategy }) => strategy.id)),
    ),
  )
  return strategies.filter(
    ({ id, name, how, evidence }) => !shelved.has(id) && name + how + evidence !== '',
  )
}

function shelvesOf(
  composing: Composing,
  of: RubricReport,
  others: readonly Strategy[],
): readonly Shelf[] {
  const { words, report } = composing
  const shelved = new Set<string>()
  const shelves = of.sections.map(({ section, strategies }): Shelf => {
    const fresh = strategies.filter(({ strategy }) => !shelved.has(strategy.id))
    for (const { strategy } of fresh) shelved.add(strategy.id)
    // Its items in other sections count too.
    const whole = fresh.map(
      (one) => of.strengths.find(({ strategy }) => strategy.id === one.strategy.id) ?? one,
    )
    return {
      title: `${section.number}\u00A0 ${section.name.text}`,
      strategies: byName(whole, words),
    }
  })
  const loose = others.map((strategy): StrategyReport => ({
    strategy,
    people: report.people.filter(({ id }) => strategy.credit.includes(id)),
    items: [],
  }))
  return [
    ...shelves,
    { title: words.paper.catalogue.otherStrategies, strategies: byName(loose, words) },
  ].filter(({ strategies }) => strategies.length > 0)
}

function byName(
  strategies: readonly StrategyReport[],
  words: Composing['words'],
): readonly StrategyReport[] {
  const { compare } = new Intl.Collator(words.lang)
  return strategies.toSorted((a, b) => compare(a.strategy.name, b.strategy.name))
}

function shelfBlocks(composing: Composing, shelf: Shelf): readonly Block[] {
  const title: TextBlock = heading(shelf.title, 'heading', {
    above: 6,
    bookmark: { title: shelf.title, depth: 1 },
  })
  return [
    title,
    ...shelf.strategies.flatMap((strategy, index) => card(composing, strategy, index === 0)),
  ]
}

function card(composing: Composing, report: StrategyReport, isFirst: boolean): readonly Block[] {
  const { words, voice } = composing
  const { strategy } = report
  const name = strategy.name || words.summary.unnamedStrategy
  const kind = strategy.evidenceKind
  const kindWords =
    kind === undefined ? '' : ` (${words.summary.evidenceKinds[kind].toLowerCase()})`
  const body = [
    ...labelled(voice.whatWeDo, strategy.how),
    ...labelled(`${voice.howWeKnow}${kindWords}`, strategy.evidence || words.summary.noEvidence),
    ...servedItems(composing, report.items),
  ]
  const rule: Block = { kind: 'rule', above: isFirst ? 1.6 : 3.6, ...HAIR_TABLE }
  const title: TextBlock = {
    kind: 'text',
    isHeading: true,
    paragraphs: [nameLine(composing, report, name)],
    bookmark: { title: name, depth: 2, anchor: strategy.id },
  }
  return [{ kind: 'keep', upTo: WHOLE_CARD, blocks: [rule, title, paragraphs(...body)] }]
}

function nameLine(
  { looks, report }: Composing,
  { people }: StrategyReport,
  name: string,
): Paragraph {
  const credit: readonly Inline[] =
    people.length === 0 || isAlone(report.reflection)
      ? []
      : [text('\u00A0 ', 'table'), ...chips(once(people), looks)]
  return { inlines: [text(name, 'cardName'), ...credit], gap: 0.9, above: 1.6 }
}

function labelled(label: string, words: string): readonly Paragraph[] {
  if (words === '') return []
  const [first = '', ...rest] = words.split('\n').filter((part) => part.trim() !== '')
  return [
    { inlines: [text(`${label}\u00A0 `, 'noteStrong'), text(first, 'table')], above: 0.9 },
    ...rest.map((part) => line(part, 'table', { above: 0.6 })),
  ]
}

/** "For  1.1 Build and monitor network membership (1.1a, 1.1c)". */
function servedItems({ words }: Composing, items: readonly ItemReport[]): readonly Paragraph[] {
  if (items.length === 0) return []
  const skills = [...new Set(items.map(({ skill }) => skill))]
  const served = skills.map((skill) => {
    const numbers = items.filter((item) => item.skill === skill).map(({ item }) => item.number)
    // What is asked for each site is named once.
    return `${skill.number} ${skill.name.text} (${[...new Set(numbers)].join(', ')})`
  })
  return [
    {
      inlines: [
        text(`${words.paper.catalogue.for}\u00A0 `, 'noteStrong'),
        text(served.join('; '), 'note'),
      ],
      above: 0.9,
    },
  ]
}

function indexBlocks({ words }: Composing, all: readonly StrategyReport[]): readonly Block[] {
  const title = words.paper.catalogue.index
  const entries = byName(all, words).map(({ strategy }): Paragraph => ({
    inlines: [text(strategy.name || words.summary.unnamedStrategy, 'table')],
    tail: { inlines: [{ kind: 'pageOf', anchor: strategy.id, style: 'tableSoft' }], width: 9 },
    above: 0.4,
  }))
  return [
    heading(title, 'heading', { above: 8, bookmark: { title, depth: 1 } }),
    { kind: 'gap', height: 1.5 },
    { kind: 'columns', count: 2, gap: 9, blocks: entries.map((entry) => paragraphs(entry)) },
  ]
}
