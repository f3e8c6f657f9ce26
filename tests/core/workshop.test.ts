import { describe, expect, it } from 'vitest'
import type { Edit } from '#core/change.ts'
import { foldChanges } from '#core/fold.ts'
import { fieldEdits } from '#core/reflection.ts'
import { SESSION_PLANS, sessionPlan } from '#core/sessionPlan.ts'
import {
  feedbackField,
  readWorkshop,
  revealEdits,
  revealKey,
  solutionId,
  trackField,
} from '#core/workshop.ts'
import { aChange, aWorkshop } from '../support/builders.ts'

const changeOf = (edit: Edit, at = 1) => aChange({ ...edit, at })
const read = (edits: readonly Edit[]) =>
  readWorkshop(foldChanges(edits.map((edit) => changeOf(edit))), 'r1')

describe('readWorkshop', () => {
  it('reads a session in which nothing was settled, and one full of nonsense', () => {
    expect(read([])).toEqual(aWorkshop())
    const strange = { plan: 1, after: [], commitments: 'x', 'onTrack:a': 2, 'revealed:a/b': 'yes' }
    expect(read(fieldEdits('reflection', 'r1', strange))).toEqual(aWorkshop())
  })

  it('reads what edits describe', () => {
    const found = read([
      ...fieldEdits('reflection', 'r1', {
        plan: 'minutes60',
        after: 'r0',
        commitments: ['Share the Air.'],
        [trackField('hub', 'on')]: 'Teams send reports',
        [trackField('hub', 'off')]: 'Nobody asks',
        [feedbackField('helped')]: 'The boxes',
      }),
      ...revealEdits('r1', 'hub', ['a', 'b']),
      ...fieldEdits('solution', solutionId('hub', 'c1'), {
        rubricId: 'hub',
        sectionId: 'a',
        challengeId: 'c1',
        text: 'Meet in person',
      }),
    ])
    expect(found).toMatchObject({
      plan: 'minutes60',
      after: 'r0',
      commitments: ['Share the Air.'],
      tracks: new Map([['hub', { on: 'Teams send reports', off: 'Nobody asks' }]]),
      feedback: new Map([['helped', 'The boxes']]),
      solutions: [{ id: 'hub/c1', challengeId: 'c1', text: 'Meet in person', challenge: '' }],
    })
    expect([...found.revealed.keys()]).toEqual([revealKey('hub', 'a'), revealKey('hub', 'b')])
  })

  it('takes what one device revealed as revealed, at the earliest time', () => {
    const edits = revealEdits('r1', 'hub', ['a'])
    const changes = [
      ...edits.map((edit) => changeOf(edit, 20)),
      ...edits.map((edit) => changeOf(edit, 10)),
      ...edits.map((edit) => changeOf({ ...edit, value: false }, 30)),
    ]
    expect(readWorkshop(foldChanges(changes), 'r1').revealed).toEqual(new Map([['hub/a', 10]]))
  })
})

describe('the presets of a session', () => {
  it('add up to what they are called', () => {
    expect(SESSION_PLANS.map(({ id, minutes }) => [id, minutes])).toEqual([
      ['minutes45', 45],
      ['minutes60', 60],
      ['minutes90', 90],
      ['halfDay', 210],
    ])
    expect(sessionPlan('minutes90')).toBe(SESSION_PLANS[2])
    expect(sessionPlan('constructor')).toBeUndefined()
  })
})
