import { describe, expect, test } from 'vitest'
import { changesOf, isSeparator, readTyped } from '#core/typedInitials.ts'

const seat = (...all: readonly string[]) =>
  all.map((initials) => ({ id: `p-${initials}`, initials }))
const PEOPLE = seat('SB', 'ML', 'ŁŠ', '李明', 'SaB', 'É1')

/** Who is meant, as their ids; what is nobody's or several people's, as it was typed. */
const read = (text: string, people = PEOPLE) =>
  readTyped(text, people).map((token) =>
    token.kind === 'person' ? token.id : `${token.kind}: ${token.text}`,
  )

describe('initials typed from paper', () => {
  test.each([
    ['SB ML', ['p-SB', 'p-ML']],
    ['sb,ml', ['p-SB', 'p-ML']],
    ['  sb ;\n ml\t', ['p-SB', 'p-ML']],
    ['m ł 李', ['p-ML', 'p-ŁŠ', 'p-李明']],
    ['李明、SB，ML', ['p-李明', 'p-SB', 'p-ML']],
    ['ls', ['p-ŁŠ']],
    ['łš', ['p-ŁŠ']],
    ['e1', ['p-É1']],
    ['e\u03011', ['p-É1']],
    ['sb SB Sb', ['p-SB']],
    ['', []],
    [' , ', []],
  ])('%j are %j', (text, people) => expect(read(text)).toEqual(people))

  test('whole initials count before those that begin so', () => {
    const people = seat('S', 'SB')
    expect(read('s sb', people)).toEqual(['p-S', 'p-SB'])
  })

  test('a beginning that several share is nobody in particular, and says whose it could be', () => {
    expect(readTyped('s', PEOPLE)).toEqual([{ kind: 'several', text: 's', among: ['SB', 'SaB'] }])
    expect(read('s ml')).toEqual(['several: s', 'p-ML'])
  })

  test('what nobody has is kept as it was typed, and takes nothing of the others along', () =>
    expect(read('SB XK ml')).toEqual(['p-SB', 'nobody: XK', 'p-ML']))

  test('two people with the same initials are told apart by nothing, and nobody is chosen', () => {
    const twins = [
      { id: 'one', initials: 'SB' },
      { id: 'two', initials: 'sb' },
    ]
    expect(read('SB', twins)).toEqual(['one'])
    expect(read('Sb', twins)).toEqual(['several: Sb'])
  })

  test('someone without initials is never meant', () =>
    expect(read('x', [{ id: 'p', initials: '' }])).toEqual(['nobody: x']))

  test('a comma ends initials, unless somebody has one in theirs', () => {
    expect(isSeparator(',', PEOPLE)).toBe(true)
    const people = seat('A,B', 'ML')
    expect(isSeparator(',', people)).toBe(false)
    expect(read('a,b ml', people)).toEqual(['p-A,B', 'p-ML'])
  })

  test('nothing, as what stands before the first letter, ends nothing', () =>
    expect(isSeparator('', PEOPLE)).toBe(false))
})

test('A field that is left places who is new in it and takes back who is gone, and no one else', () => {
  const tokens = readTyped('ML XK SaB', PEOPLE)
  expect(changesOf(['p-SB', 'p-ML'], tokens)).toEqual({ placed: ['p-SaB'], takenBack: ['p-SB'] })
})
