import { expect, test } from 'vitest'
import { TEAM } from '#core/answer.ts'
import { ownReflection, ownResponses } from '#core/ownView.ts'
import {
  aParticipant,
  aRatingItem,
  aReflection,
  aResponse,
  aStrategy,
} from '../support/builders.ts'
import { aTogetherText } from '../support/kinds.ts'

const person = aParticipant()

test('of what each answers one person sees their own, and not what the team agreed on', () => {
  const own = aResponse()
  const others = [aResponse({ participantId: 'p2' }), aResponse({ participantId: TEAM })]
  expect(ownResponses(aRatingItem(), [...others, own], person)).toEqual([own])
})

test('what the team answers as one is seen by everyone', () => {
  const team = aResponse({ participantId: TEAM })
  expect(ownResponses(aTogetherText(), [team, aResponse()], person)).toEqual([team])
})

test('only strategies credited to this person alone are theirs to see', () => {
  const own = aStrategy()
  const reflection = aReflection({
    strategies: [
      own,
      aStrategy({ id: 'st2', credit: ['p1', 'p2'] }),
      aStrategy({ id: 'st3', credit: ['p2'] }),
      aStrategy({ id: 'st4', credit: [] }),
    ],
  })
  const seen = ownReflection(reflection, person)
  expect(seen.strategies).toEqual([own])
  expect(seen.participants).toEqual(reflection.participants)
})
