import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLine, cleanText, LONGEST_TEXT, splitGraphemes } from '#core/text.ts'

describe('cleanText', () => {
  it.each([
    ['keeps plain words', 'Weekly note', 'Weekly note'],
    ['keeps markup as text', '<b onclick="x()">&amp;</b>', '<b onclick="x()">&amp;</b>'],
    ['keeps formulas as text', '=HYPERLINK("x")', '=HYPERLINK("x")'],
    ['keeps tabs and line breaks', 'a\tb\nc', 'a\tb\nc'],
    ['keeps right-to-left marks', 'a\u202Eb\u200F', 'a\u202Eb\u200F'],
    ['keeps joined emoji', '👩‍👩‍👧', '👩‍👩‍👧'],
    ['keeps spaces at the ends', ' a ', ' a '],
    ['makes every line end one kind', 'a\r\nb\rc\n', 'a\nb\nc\n'],
    ['drops control characters', 'a\u0000b\u0007c\u009Fd\u007F', 'abcd'],
    ['replaces half a character', 'a\uD83Db\uDE00c', 'a\uFFFDb\uFFFDc'],
    ['keeps a whole pair', 'a😀b', 'a😀b'],
    ['composes accents', 'Jose\u0301', 'José'],
    ['keeps nothing of nothing', '', ''],
  ])('%s', (_, text, clean) => {
    expect(cleanText(text)).toBe(clean)
  })

  it('keeps 20,000 characters whole and cuts after the longest text', () => {
    expect(cleanText('word '.repeat(4000))).toHaveLength(20_000)
    expect(cleanText('a'.repeat(LONGEST_TEXT + 1))).toHaveLength(LONGEST_TEXT)
  })

  it('never cuts a character in two', () => {
    const cut = cleanText(`${'a'.repeat(LONGEST_TEXT - 1)}😀`)
    expect(cut).toBe('a'.repeat(LONGEST_TEXT - 1))
  })

  it('changes nothing the second time, and always gives well-formed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.boolean(), (raw, isLong) => {
        const text = isLong ? 'x'.repeat(LONGEST_TEXT - 3) + raw : raw
        const clean = cleanText(text)
        expect(cleanText(clean)).toBe(clean)
        expect(clean.length).toBeLessThanOrEqual(LONGEST_TEXT)
        expect(new TextDecoder().decode(new TextEncoder().encode(clean))).toBe(clean)
      }),
      { numRuns: 100 },
    )
  })
})

describe('cleanLine', () => {
  it.each([
    ['  Sam   Brown ', 'Sam Brown'],
    ['Sam\nBrown', 'Sam Brown'],
    ['\tSam\u00A0\u2003Brown', 'Sam Brown'],
    ['', ''],
    [' \r\n ', ''],
  ])('makes one line of %j', (text, line) => {
    expect(cleanLine(text)).toBe(line)
  })
})

describe('splitGraphemes', () => {
  it.each([
    ['abc', ['a', 'b', 'c']],
    ['e\u0301a', ['e\u0301', 'a']],
    ['👩‍👩‍👧x', ['👩‍👩‍👧', 'x']],
    ['🇵🇱', ['🇵🇱']],
    ['', []],
  ])('sees in %j what a reader sees', (text, graphemes) => {
    expect(splitGraphemes(text)).toEqual(graphemes)
  })
})
