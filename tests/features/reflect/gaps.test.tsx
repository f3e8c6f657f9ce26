import { expect, test } from 'vitest'
import type { Response } from '#core/answer.ts'
import { answeredCounts, gapsOf, sectionItems } from '#features/reflect/turn.ts'
import { aParticipant, aReflection, aRubric, aStrategy } from '../../support/builders.ts'
import { by } from '../../support/drawReport.ts'

const SAM = aParticipant()
const MEI = aParticipant({ id: 'p2', initials: 'ML', name: 'Mei Lin', order: 2 })
const rubric = aRubric()
const [section = expect.fail('The builder makes sections.')] = rubric.sections

/** The first section as the screen counts it: 1.1a and 1.1b, which is in words, 1.2a and 1.2b. */
function itemsWith(responses: readonly Response[], strategies = [aStrategy({ items: [] })]) {
  return sectionItems({
    reflection: aReflection({ participants: [SAM, MEI], strategies }),
    rubric,
    section,
    responsesOf: ({ itemId }) => responses.filter((response) => response.itemId === itemId),
  })
}

const words = (participantId: string) =>
  by(participantId, 'a.one.words', { kind: 'text', text: 'We keep a list.' })

test('nothing is open once everyone has marked everything', () => {
  const everything = ['p1', 'p2'].flatMap((id) => [
    by(id, 'a.one.1', 'better'),
    words(id),
    by(id, 'a.two.1', 'need'),
    by(id, 'a.two.2', 'notOurs'),
  ])
  expect(gapsOf(itemsWith(everything), [SAM, MEI])).toEqual({ unmarked: [], withoutStrategy: [] })
})

test('people who lack the same methods share a line, in the order they sit', () => {
  const { unmarked } = gapsOf(itemsWith([]), [SAM, MEI])
  expect(unmarked).toEqual([
    { people: [SAM, MEI], sites: [], numbers: ['1.1a', '1.1b', '1.2a', '1.2b'] },
  ])
  const answers = [by('p1', 'a.one.1', 'need'), words('p1'), words('p2')]
  expect(gapsOf(itemsWith(answers), [SAM, MEI]).unmarked).toEqual([
    { people: [SAM], sites: [], numbers: ['1.2a', '1.2b'] },
    { people: [MEI], sites: [], numbers: ['1.1a', '1.2a', '1.2b'] },
  ])
})

test('a set-aside answer is an answer, one that was taken back is none', () => {
  const answers = [by('p1', 'a.one.1', 'unknown'), by('p1', 'a.two.1', undefined)]
  const [gap] = gapsOf(itemsWith(answers), [SAM]).unmarked
  expect(gap?.numbers).toEqual(['1.1b', '1.2a', '1.2b'])
})

test('a strong method asks for a strategy until one names it', () => {
  const answers = [by('p1', 'a.one.1', 'great'), by('p2', 'a.two.1', 'good')]
  const open = (strategies = [aStrategy({ items: [] })]) =>
    gapsOf(itemsWith(answers, strategies), [SAM, MEI]).withoutStrategy
  expect(open()).toEqual(['1.1a', '1.2a'])
  expect(open([aStrategy()])).toEqual(['1.2a'])
})

test('a weak method and a set-aside one ask for none', () => {
  const answers = [by('p1', 'a.one.1', 'better'), by('p2', 'a.two.1', 'notOurs')]
  expect(gapsOf(itemsWith(answers), [SAM, MEI]).withoutStrategy).toEqual([])
})

test('each person’s marks are counted for themselves', () => {
  const answers = [
    by('p1', 'a.one.1', 'need'),
    by('p1', 'a.two.1', 'unknown'),
    by('p1', 'a.two.2', undefined),
    by('p2', 'a.two.2', 'great'),
    by('gone', 'a.two.2', 'great'),
  ]
  expect([...answeredCounts(itemsWith(answers), [SAM, MEI])]).toEqual([
    ['p1', 2],
    ['p2', 1],
  ])
})
