import { expect, test } from 'vitest'
import { foldChanges } from '#core/fold.ts'
import { readReflection, type Reflection } from '#core/reflection.ts'
import { carryEdits, startAgain } from '#core/startAgain.ts'
import { aChange, aNextStep, aParticipant, aReflection, aWorkshop } from '../support/builders.ts'

const EARLIER: Reflection = aReflection({
  id: 'earlier',
  way: 'private',
  participants: [
    aParticipant({ role: 'Coach', knows: 'hub-organization' }),
    aParticipant({ id: 'p2', initials: 'ML', name: 'Mei Lin', order: 2, role: 'Principal' }),
  ],
  sites: [{ id: 's1', name: 'Oak', order: 3, deletedElsewhere: false, conflicts: [] }],
  rubrics: [
    { rubricId: 'test-rubric', hash: 'h1', scope: ['a'] },
    { rubricId: 'left-out', hash: 'h2', scope: [] },
  ],
  nextSteps: [
    aNextStep({ id: 'n1', from: 'Weekly note (SB)' }),
    aNextStep({ id: 'n2', what: 'Done already', done: true }),
    aNextStep({ id: 'n3', what: '', who: '', by: '', sign: '' }),
    aNextStep({ id: 'n4', what: 'From before', carried: 'the one before' }),
  ],
  workshop: aWorkshop({ plan: 'minutes60', commitments: ['Share the air'] }),
})

/** The new reflection that the edits describe. */
function made(people: readonly string[]): Reflection {
  let next = 0
  const edits = carryEdits({
    earlier: EARLIER,
    reflectionId: 'new',
    people,
    newId: () => `step-${(next += 1)}`,
  })
  const changes = edits.map(({ kind, record, field, value }, index) =>
    aChange({ reflection: 'new', seq: index + 1, kind, record, field, value }),
  )
  return readReflection(foldChanges(changes), 'new')
}

test('A new sitting takes over people with their ids, rubrics in sight, way and plan', () => {
  expect(startAgain(EARLIER)).toEqual({
    team: 'Cedar hub',
    facilitator: 'Ana',
    way: 'private',
    plan: 'minutes60',
    people: [
      { id: 'p1', name: 'Sam Brown', initials: 'SB' },
      { id: 'p2', name: 'Mei Lin', initials: 'ML' },
    ],
    rubrics: [{ rubricId: 'test-rubric', hash: 'h1', scope: ['a'] }],
    sites: 1,
    openSteps: 2,
  })
})

test('A way that is not offered any more becomes private; alone there is only one way', () => {
  expect(startAgain({ ...EARLIER, way: 'devices' }).way).toBe('private')
  expect(startAgain({ ...EARLIER, way: 'paper' }).way).toBe('paper')
  expect(startAgain({ ...EARLIER, mode: 'individual' }).way).toBe('open')
})

test('Open next steps come along as new ones that say where they come from; done and empty ones stay', () => {
  const { nextSteps } = made(['p1', 'p2'])
  expect(nextSteps.map(({ id, what, carried, done }) => ({ id, what, carried, done }))).toEqual([
    { id: 'step-1', what: 'Draft the welcome', carried: 'earlier', done: false },
    { id: 'step-2', what: 'From before', carried: 'earlier', done: false },
  ])
  expect(nextSteps[0]).toMatchObject({
    who: 'Sam',
    by: '2026-12-15',
    sign: 'Two new members say it helped',
    from: 'Weekly note (SB)',
  })
})

test('It names the one it follows, keeps sites and roles of those who are back, and nothing else', () => {
  const reflection = made(['p2'])
  expect(reflection.workshop).toEqual(aWorkshop({ after: 'earlier' }))
  expect(reflection.sites.map(({ id, name, order }) => ({ id, name, order }))).toEqual([
    { id: 's1', name: 'Oak', order: 3 },
  ])
  expect(reflection.participants.map(({ id, role, knows }) => ({ id, role, knows }))).toEqual([
    { id: 'p2', role: 'Principal', knows: '' },
  ])
  expect(reflection.strategies).toEqual([])
  expect(reflection.growthEdges).toEqual([])
})
