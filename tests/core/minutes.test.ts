import { describe, expect, test } from 'vitest'
import { minutesOf, roundMinutes } from '#core/minutes.ts'
import { aRatingItem, aRubric, aScale, aSection, aSkill, aTextItem } from '../support/builders.ts'

const methods = (count: number) =>
  aSection({ skills: [aSkill({ items: Array.from({ length: count }, () => aRatingItem()) })] })

describe('how long answering takes', () => {
  test.each([
    [4, 5],
    [9, 10],
    [12, 10],
    [16, 15],
    [40, 35],
  ])('a section of %i methods takes about %i minutes', (count, minutes) =>
    expect(roundMinutes(minutesOf(aRubric({ sections: [methods(count)] })).once)).toBe(minutes),
  )

  test('a plain statement, with no strategy asked for, is quicker', () => {
    const levels = aScale().levels.map((level) => ({ ...level, asksForStrategy: false }))
    const rubric = aRubric({ scales: [aScale({ levels })], sections: [methods(30)] })
    expect(roundMinutes(minutesOf(rubric).once)).toBe(10)
  })

  test('short sections together are rounded once, not each', () => {
    const six = Array.from({ length: 6 }, () => methods(4))
    expect(roundMinutes(minutesOf(aRubric({ sections: six })).once)).toBe(20)
  })

  test('what is asked for each site is told apart; what is asked no more takes no time', () => {
    const section = aSection({
      skills: [
        aSkill({ eachSite: true, items: [aTextItem(), aTextItem({ retired: true })] }),
        aSkill({ items: [aRatingItem()] }),
      ],
    })
    expect(minutesOf(aRubric({ sections: [section] }))).toEqual({ once: 0.9, eachSite: 1 })
    expect(roundMinutes(0)).toBe(0)
  })
})
