import { describe, expect, test } from 'vitest'
import { TEAM, type Response } from '#core/answer.ts'
import { changeWayEdits, hidesMarks } from '#core/changeWay.ts'
import type { WayToRate } from '#core/reflection.ts'
import { revealKey } from '#core/workshop.ts'
import {
  aReflection,
  aResponse,
  aRubric,
  aRubricOfAllKinds,
  aWorkshop,
} from '../support/builders.ts'

const RUBRIC = aRubric()

function sitting(way: WayToRate, responses: readonly Response[], shown: readonly string[] = []) {
  const revealed = new Map(shown.map((id) => [revealKey(RUBRIC.id, id), 1]))
  const reflection = aReflection({ way, workshop: aWorkshop({ revealed }) })
  return { reflection, responses, rubrics: [RUBRIC] }
}

/** The fields that are set, as "field: value". */
const said = (of: ReturnType<typeof sitting>, way: WayToRate) =>
  changeWayEdits(of, way).map(({ field, value }) => `${field}: ${JSON.stringify(value)}`)

const MARK_IN_A = aResponse()
const TAKEN_BACK_IN_B = aResponse({ itemId: 'b.one.1', answer: undefined })

describe('another way to rate', () => {
  test('to private: sections that everyone has seen marks in stay shown, the others begin in private', () =>
    expect(said(sitting('open', [MARK_IN_A, TAKEN_BACK_IN_B]), 'private')).toEqual([
      'way: "private"',
      'revealed:test-rubric/a: true',
    ]))

  test('from private to open and from open to paper: nothing but the way changes', () => {
    expect(said(sitting('private', [MARK_IN_A]), 'open')).toEqual(['way: "open"'])
    expect(said(sitting('open', [MARK_IN_A]), 'paper')).toEqual(['way: "paper"'])
  })

  test('private again, when it is so already, shows nothing', () =>
    expect(said(sitting('private', [MARK_IN_A]), 'private')).toEqual(['way: "private"']))

  test('what the team agrees on is no mark of anybody’s', () =>
    expect(said(sitting('open', [aResponse({ participantId: TEAM })]), 'private')).toEqual([
      'way: "private"',
    ]))
})

describe('marks that a change would show', () => {
  test('are those of sections that were not revealed', () => {
    expect(hidesMarks(sitting('private', [MARK_IN_A]))).toBe(true)
    expect(hidesMarks(sitting('private', [MARK_IN_A], ['a']))).toBe(false)
    expect(hidesMarks(sitting('private', [TAKEN_BACK_IN_B]))).toBe(false)
    expect(hidesMarks(sitting('open', [MARK_IN_A]))).toBe(false)
  })

  test('are those of a section that was left out, too: it may come back', () => {
    const { reflection, ...rest } = sitting('private', [MARK_IN_A])
    const rubrics = reflection.rubrics.map((pin) => ({ ...pin, scope: ['b'] }))
    expect(hidesMarks({ ...rest, reflection: { ...reflection, rubrics } })).toBe(true)
  })

  test('are never what is answered together', () => {
    const rubric = aRubricOfAllKinds()
    const response = aResponse({
      participantId: TEAM,
      rubricId: rubric.id,
      itemId: 'k.ask.words',
      answer: { kind: 'text', text: 'Ours' },
    })
    const reflection = aReflection({
      way: 'private',
      rubrics: [{ rubricId: rubric.id, hash: 'h', scope: undefined }],
    })
    expect(hidesMarks({ reflection, responses: [response], rubrics: [rubric] })).toBe(false)
  })
})
