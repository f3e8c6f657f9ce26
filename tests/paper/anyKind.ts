import type { Item, Rubric } from '#core/rubric.ts'
import { aRatingItem, aRubric, aScale, aSection, aSkill, aTextItem } from '../support/builders.ts'
import { aChoiceItem, aPlacementItem, aStatusItem, aTableItem } from '../support/kinds.ts'

/** Rubrics with items of every kind in any order and size; every text is made of one word of its own. */
export interface AnyRubric {
  readonly rubric: Rubric
  /** The word of every text of the definition. */
  readonly words: readonly string[]
  /** Those that stand only on a form: what helps to answer, and is not said again beside the answers. */
  readonly formOnly: readonly string[]
}

export interface AnyShape {
  readonly sections: number
  readonly items: number
  readonly seed: number
}

/** @param shape.seed decides kinds, lengths and numbers of everything */
export function anyRubric({ sections, items, seed }: AnyShape): AnyRubric {
  const maker = makerOf(seed)
  const rubric = aRubric({
    id: 'any',
    about: maker.times(3, () => ({ text: maker.words(40), ...OURS })),
    // Its words are only there where something is rated.
    scales: [aScale({ setAside: maker.aside(() => 'Not now') })],
    sections: Array.from({ length: sections }, (_, s) =>
      aSection({
        id: `s${s}`,
        number: `${s + 1}`,
        name: { text: maker.words(4), ...OURS },
        about: maker.times(3, () => ({ text: maker.words(30), ...OURS })),
        challenges: [],
        strategies: [],
        skills: maker.atLeastOne(3, (k) => {
          const eachSite = maker.dice() < 0.3
          return aSkill({
            id: `s${s}.k${k}`,
            number: `${s + 1}.${k + 1}`,
            name: { text: maker.words(4), ...OURS },
            eachSite,
            items: maker.atLeastOne(items, (i) => anyItem(maker, `s${s}.k${k}.${i}`, eachSite)),
          })
        }),
      }),
    ),
  })
  return { rubric, words: maker.made, formOnly: maker.formOnly }
}

const OURS = { provenance: 'drafted', source: [] as string[] } as const

type Maker = ReturnType<typeof makerOf>

function makerOf(seed: number) {
  let state = seed >>> 0
  const dice = () => (state = (state * 1_664_525 + 1_013_904_223) >>> 0) / 2 ** 32
  const made: string[] = []
  const formOnly: string[] = []
  const words = (most: number) => {
    const word = `d${made.length}·`
    made.push(word)
    return Array.from({ length: 1 + Math.floor(dice() * most) }, () => word).join(' ')
  }
  const formWords = (most: number) => {
    const said = words(most)
    formOnly.push(said.split(' ')[0] ?? '')
    return said
  }
  const times = <T>(most: number, make: (index: number) => T): T[] =>
    Array.from({ length: Math.floor(dice() * (most + 1)) }, (_, index) => make(index))
  const atLeastOne = <T>(most: number, make: (index: number) => T): T[] =>
    Array.from({ length: 1 + Math.floor(dice() * most) }, (_, index) => make(index))
  const aside = (label = () => formWords(3)) =>
    (['unknown', 'notOurs'] as const)
      .filter(() => dice() < 0.4)
      .map((id) => ({ id, label: label() }))
  return { dice, made, formOnly, words, formWords, times, atLeastOne, aside }
}

function anyItem(maker: Maker, id: string, eachSite: boolean): Item {
  const { dice, words, formWords, times, aside } = maker
  const base = { id, number: '1.1a', text: words(30) }
  const kind = Math.floor(dice() * (eachSite ? 6 : 5))
  if (kind === 0) return aRatingItem(base)
  const said = {
    ...base,
    answeredBy: dice() < 0.5 ? ('each' as const) : ('together' as const),
    setAside: aside(),
  }
  const note = dice() < 0.5
  const option = (index: number) => ({
    id: `o${index}`,
    label: words(8),
    ...(dice() < 0.4 ? { hint: formWords(20) } : {}),
  })
  const two = <T>(make: (index: number) => T) => [make(100), make(101)]
  switch (kind) {
    case 1:
      return aChoiceItem({
        ...said,
        note,
        many: dice() < 0.5,
        options: [...two(option), ...times(12, option)],
      })
    case 2:
      return aStatusItem({ ...said, note })
    case 3:
      return aTextItem({ ...said, length: dice() < 0.5 ? 'short' : 'long' })
    case 4:
      return anyTable(maker, said)
    default:
      return anyMap(maker, { ...said, note })
  }
}

function anyTable(maker: Maker, said: Partial<Extract<Item, { kind: 'table' }>>): Item {
  const { dice, words, formWords, times, atLeastOne } = maker
  const columns = atLeastOne(12, (index) => {
    const base = {
      id: `c${index}`,
      label: words(4),
      ...(dice() < 0.3 ? { hint: words(12) } : {}),
    }
    const length = dice() < 0.5 ? ('short' as const) : ('long' as const)
    if (dice() < 0.6) return { ...base, kind: 'text' as const, length }
    if (dice() < 0.3) return { ...base, kind: 'date' as const }
    const options = [0, 1, 2].map((option) => ({ id: `o${option}`, label: formWords(4) }))
    return { ...base, kind: 'choice' as const, options }
  })
  const rows = times(6, (index) => ({
    id: `r${index}`,
    label: words(10),
    // What people write over is only on the form.
    cells: Object.fromEntries(
      columns
        .filter(({ kind }) => kind === 'text' && dice() < 0.5)
        .map(({ id }) => [id, formWords(60)]),
    ),
    ...OURS,
  }))
  return aTableItem({ ...said, columns, rows, grows: rows.length === 0 || dice() < 0.5 })
}

function anyMap(maker: Maker, said: Partial<Extract<Item, { kind: 'placement' }>>): Item {
  const { dice, words, formWords } = maker
  const axis = () => ({ label: words(5), low: words(5), high: words(5) })
  const zones = Array.from({ length: 2 + Math.floor(dice() * 8) }, (_, index) => {
    const left = Math.floor(dice() * 90)
    const bottom = Math.floor(dice() * 90)
    return {
      id: `z${index}`,
      letter: String.fromCharCode(65 + index),
      name: words(4),
      text: formWords(30),
      area: { left, bottom, right: left + 5 + Math.floor(dice() * 5), top: bottom + 10 },
      ...OURS,
    }
  })
  const stepsOf = () =>
    [0, 1, 2].map((index) => ({ id: `q${index}`, question: formWords(15), no: 'z0' }))
  const guide = dice() < 0.7 ? { steps: stepsOf(), yes: 'z1' } : undefined
  return aPlacementItem({ ...said, across: axis(), up: axis(), zones, guide })
}
