import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chipLook,
  cleanInitials,
  LONGEST_INITIALS,
  sameInitials,
  suggestInitials,
} from '#core/people.ts'
import { splitGraphemes } from '#core/text.ts'

/** The initials of people who arrive one after another. */
function seat(names: readonly string[]): string[] {
  const taken: string[] = []
  for (const name of names) taken.push(suggestInitials(name, taken))
  return taken
}

describe('suggestInitials', () => {
  it.each([
    ['Sam Brown', 'SB'],
    ['sam brown', 'SB'],
    ['  Sam   Brown ', 'SB'],
    ['Zoë', 'Zo'],
    ['José-María', 'JM'],
    ["Pat O'Brien", 'PB'],
    ['María del Carmen Ruiz', 'MR'],
    ['Łukasz Šimić', 'ŁŠ'],
    ['Мария Иванова', 'МИ'],
    ['李明', '李明'],
    ['김 민준', '김민'],
    ['محمد علي', 'مع'],
    ['J.', 'J'],
    ['', 'P1'],
    ['  ', 'P1'],
    ['🙂', 'P1'],
    ['—', 'P1'],
    ['Table 4', 'T4'],
  ])('suggests for %j the initials %j', (name, initials) => {
    expect(suggestInitials(name, [])).toBe(initials)
  })

  it('tells people apart who share initials', () => {
    expect(seat(['Sam Brown', 'Sue Black', 'Sy Burns', 'Sam Brown', 'Sam Brown'])).toEqual([
      'SB',
      'SuB',
      'SyB',
      'SaB',
      'SBr',
    ])
    expect(seat(['Sam Brown', 'Sam Brown', 'Sam Brown', 'Sam Brown', 'Sam Brown'])).toEqual([
      'SB',
      'SaB',
      'SBr',
      'SB2',
      'SB3',
    ])
    expect(seat(['', '', ''])).toEqual(['P1', 'P2', 'P3'])
    expect(seat(['李明', '李明', '李'])).toEqual(['李明', '李', '李2'])
  })

  it('sees Zoe and Zoë as alike, so that nobody has to look for two dots', () => {
    expect(seat(['Zoë', 'Zoe'])).toEqual(['Zo', 'Zoe'])
    expect(suggestInitials('Étienne Roux', ['ER'])).not.toBe('ÉR')
  })

  it('sees vowel signs as letters, because they are', () => {
    expect(seat(['केशव', 'कविता'])).toEqual(['केश', 'कवि'])
    expect(sameInitials('के', 'का')).toBe(false)
  })

  it('never makes two letters of one', () => {
    expect(suggestInitials('ßigma', [])).toBe('Si')
    expect(splitGraphemes(suggestInitials('ﬃ ﬃ ﬃ ﬃ', ['FF', 'FﬃF'])).length).toBeLessThanOrEqual(4)
  })

  it('gives everyone in a mixed room their own initials', () => {
    const names = [
      'Sam Brown',
      'Sue Black',
      '李明',
      'José-María',
      'Łukasz Šimić',
      'Zoë',
      'Мария Иванова',
      '',
      '🙂',
    ]
    const initials = seat([...names, ...names, ...names])
    expect(initials.slice(0, 9)).toEqual(['SB', 'SuB', '李明', 'JM', 'ŁŠ', 'Zo', 'МИ', 'P1', 'P2'])
    expectDistinct(initials)
  })

  it('is distinct and short for any names', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('Sam Brown', 'sam brown', 'Zoë', 'zoe', 'ß', '李明', '', '🙂', 'A B C D E'),
    )
    fc.assert(
      fc.property(fc.array(name, { maxLength: 30 }), (names) => {
        const initials = seat(names)
        expectDistinct(initials)
        for (const text of initials) {
          expect(splitGraphemes(text).length).toBeGreaterThanOrEqual(1)
          expect(splitGraphemes(text).length).toBeLessThanOrEqual(LONGEST_INITIALS)
          expect(text.trim()).toBe(text)
        }
      }),
      { numRuns: 300 },
    )
  })
})

function expectDistinct(initials: readonly string[]) {
  for (const [index, one] of initials.entries()) {
    for (const other of initials.slice(index + 1)) {
      if (sameInitials(one, other)) throw new Error(`${one} and ${other} look the same.`)
    }
  }
}

describe('cleanInitials', () => {
  it.each([
    ['SB', 'SB'],
    [' s b ', 'sb'],
    ['ABCDE', 'ABCD'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
    ['e\u0301', 'é'],
    ['S\nB', 'SB'],
    ['\u202ESB', 'SB'],
    ['\u200B', ''],
    ['\u200D', ''],
    ['\u0301', ''],
    ['', ''],
    ['<b>', '<b>'],
  ])('stores %j as %j', (text, initials) => {
    expect(cleanInitials(text)).toBe(initials)
  })
})

describe('sameInitials', () => {
  it.each([
    ['SB', 'sb', true],
    ['ZO', 'Zö', true],
    ['SB', 'SuB', false],
    ['LS', 'ŁŠ', false],
    ['МИ', 'MN', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(sameInitials(one, other)).toBe(same)
  })
})

describe('chipLook', () => {
  const looks = Array.from({ length: 24 }, (_, index) => chipLook(index))

  it('tells the first 24 people apart in colour and the first eight in grey', () => {
    expect(new Set(looks.map((look) => JSON.stringify(look))).size).toBe(24)
    const grey = looks.slice(0, 8).map(({ outline, heavy }) => `${outline} ${heavy}`)
    expect(new Set(grey).size).toBe(8)
  })
})
