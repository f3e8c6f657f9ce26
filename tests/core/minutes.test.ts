import { describe, expect, test } from 'vitest'
import { minutesOf, roundMinutes } from '#core/minutes.ts'
import { aRatingItem, aSection, aSkill, aTextItem } from '../support/builders.ts'

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
    expect(roundMinutes(minutesOf([methods(count)]).once)).toBe(minutes),
  )

  test('short sections together are rounded once, not each', () => {
    const six = Array.from({ length: 6 }, () => methods(4))
    expect(roundMinutes(minutesOf(six).once)).toBe(20)
  })

  test('what is asked for each site is told apart; what is asked no more takes no time', () => {
    const section = aSection({
      skills: [
        aSkill({ eachSite: true, items: [aTextItem(), aTextItem({ retired: true })] }),
        aSkill({ items: [aRatingItem()] }),
      ],
    })
    expect(minutesOf([section])).toEqual({ once: 0.9, eachSite: 3 })
    expect(roundMinutes(0)).toBe(0)
  })
})
