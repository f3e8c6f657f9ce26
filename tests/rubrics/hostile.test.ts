import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJsonText } from '#core/jsonText.ts'
import { rubricHash } from '#core/rubricHash.ts'
import { parseRubric, parseRubricText } from '#core/rubricParse.ts'
import { readRubricFile } from '#rubrics/rubricFile.ts'
import { aRubric, aRubricOfAllKinds } from '../support/builders.ts'
import { aDraft, faultsOf, watchPrototype } from '../support/rubricDraft.ts'

watchPrototype()

const VALID = JSON.stringify(aRubric(), undefined, 2)

function nested(depth: number): unknown {
  let value: unknown = 'x'
  for (let level = 0; level < depth; level += 1) value = [value]
  return value
}

describe('a value that is no rubric at all', () => {
  it.each([
    ['null', null],
    ['undefined', undefined],
    ['a number', 42],
    ['a text', 'rubric'],
    ['a list', [aRubric()]],
    ['true', true],
  ])('is refused: %s', (_, raw) => {
    const [fault] = faultsOf(() => parseRubric(raw))
    expect(fault).toEqual({
      path: '',
      place: 'The whole file',
      sentence: 'A rubric file holds one object: it starts with { and ends with }.',
    })
  })

  it.each([
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a function', () => 1],
    ['not a number', Number.NaN],
    ['a big integer', 1n],
    ['undefined', undefined],
  ])('is refused inside a rubric: %s', (_, value) => {
    const draft = aDraft()
    draft.set('goal.text', value)
    const [fault] = faultsOf(() => parseRubric(draft.raw))
    expect(fault?.path).toBe('goal.text')
    expect(fault?.sentence).toMatch(/not plain JSON|not a number/)
  })
})

describe('a hostile value', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'cannot reach a prototype by the key "%s"',
    (key) => {
      const text = VALID.replace('"skills": [', `"${key}": { "polluted": true }, "skills": [`)
      const [fault] = faultsOf(() => parseRubricText(text))
      expect(fault?.path).toBe('sections[0]')
      expect(fault?.sentence).toBe(`“${key}” is a name that JavaScript reserves. Remove it.`)
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    },
  )

  it('is refused at once when it nests 10,000 deep, as value and as text', () => {
    const draft = aDraft()
    draft.set('goal.text', nested(10_000))
    const [deep] = faultsOf(() => parseRubric(draft.raw))
    expect(deep?.sentence).toBe('This is nested more than 24 deep. Flatten it.')
    expect(deep?.place).toBe('Goal')
    const text = VALID.replace('"sections": [', `"sections": ${'['.repeat(10_000)}`)
    const [fault] = faultsOf(() => parseRubricText(text))
    expect(fault?.sentence).toBe('This is nested more than 100 deep. Flatten it.')
    expect(fault?.place).toMatch(/^Line \d+, column \d+$/)
  })

  it('is refused at once when it refers to itself', () => {
    const draft = aDraft()
    draft.set('sections[0].name', draft.raw)
    const [fault] = faultsOf(() => parseRubric(draft.raw))
    expect(fault?.sentence).toMatch(/nested more than 24 deep|far more values/)
  })

  it.each([
    ['a list of a million', () => Array.from({ length: 1_000_000 }, () => 'x')],
    ['an object of 100,000', () => Object.fromEntries(manyMembers())],
  ])('is refused at once when it holds %s', (_, make) => {
    const draft = aDraft()
    draft.set('sources', make())
    const [fault] = faultsOf(() => parseRubric(draft.raw))
    expect(fault?.sentence).toMatch(/far more values than a rubric can have/)
  })

  it('is refused at once when one text has 10 million characters', () => {
    const draft = aDraft()
    draft.set('goal.text', 'a'.repeat(10_000_000))
    const [fault] = faultsOf(() => parseRubric(draft.raw))
    expect(fault).toEqual({
      path: 'goal.text',
      place: 'Goal',
      sentence: 'This text has 10,000,000 characters. Shorten it.',
    })
  })

  it('is refused at once as a file of 10 MB, before it is parsed', () => {
    const big = `{"pad":"${'a'.repeat(10_000_000)}"}`
    const [asText] = faultsOf(() => parseRubricText(big))
    expect(asText?.sentence).toMatch(/^This file has 10\.0 million characters/)
    const [asBytes] = faultsOf(() => readRubricFile(new TextEncoder().encode(big)))
    expect(asBytes?.sentence).toMatch(/^This file has 10 MB/)
  })

  it('gets at most fifty faults and a count of the rest', () => {
    const draft = aDraft()
    draft.set(
      'sections[0].challenges',
      Array.from({ length: 400 }, () => 1),
    )
    const faults = faultsOf(() => parseRubric(draft.raw))
    expect(faults).toHaveLength(51)
    expect(faults.at(-1)?.sentence).toMatch(/^There are \d+ more faults\./)
  })

  it('cannot fill the screen by what is quoted from it', () => {
    const draft = aDraft()
    draft.set('sections[0].name.text', 'Long \u202E '.repeat(100))
    draft.set(`sections[0].${'k'.repeat(4000)}`, 1)
    for (const { path, place, sentence } of faultsOf(() => parseRubric(draft.raw))) {
      expect(path.length + place.length + sentence.length).toBeLessThan(400)
      expect(`${path}${place}${sentence}`).not.toContain('\u202E')
    }
  })
})

describe('a file with a slip of spelling', () => {
  const place = (text: string) => faultsOf(() => parseRubricText(text))[0]

  it.each([
    [
      'a comma too many',
      '{\n  "id": "x",\n}',
      2,
      12,
      'There is a comma before the closing }. Remove it.',
    ],
    [
      'a comma too few',
      '{\n  "id": "x"\n  "lang": "en"\n}',
      3,
      3,
      'A comma is missing before this.',
    ],
    ['a colon too few', '{ "id" "x" }', 1, 8, 'A colon is missing after "id".'],
    ['single quotes', "{ 'id': 1 }", 1, 3, 'This is a single quote. JSON needs double quotes (").'],
    [
      'curly quotes',
      '{ “id”: 1 }',
      1,
      3,
      'This is a curly quote. JSON needs straight double quotes (").',
    ],
    ['a comment', '{\n  // mine\n  "id": 1 }', 2, 3, 'JSON has no comments. Remove this one.'],
    ['a bare word', '{ "id": yes }', 1, 9, 'This is no value: a text needs double quotes.'],
    [
      'a number with a leading zero',
      '{ "id": 01 }',
      1,
      9,
      'This is no value: a text needs double quotes.',
    ],
    ['an unclosed text', '{ "id": "x }', 1, 9, 'This text has no closing double quote.'],
    [
      'a text over two lines',
      '{ "id": "x\ny" }',
      1,
      9,
      'This text has no closing double quote on its line.',
    ],
    [
      'a lonely backslash',
      '{ "id": "C:\\new\\hub" }'.replaceAll('\\\\', '\\'),
      1,
      16,
      'This backslash starts nothing JSON knows. Write \\\\ for a backslash.',
    ],
    [
      'a bracket of the wrong kind',
      '{ "id": [1 } ',
      1,
      12,
      'A ] is expected here, but a } stands here.',
    ],
    [
      'an end that never comes',
      '{\n  "sections": [\n    {}\n',
      4,
      1,
      'The file ends too early: the [ of line 2 has no ].',
    ],
    [
      'a key that stands twice',
      '{ "id": 1,\n  "id": 2 }',
      2,
      3,
      '"id" stands twice in the same object. Remove one of them.',
    ],
    [
      'something after the end',
      '{} {}',
      1,
      4,
      'Something stands after the end of the file’s object. Remove it.',
    ],
    ['a value that is missing', '{ "id": , }', 1, 9, 'A value is missing before this.'],
    ['a name that is missing', '{ : 1 }', 1, 3, 'A name in double quotes is expected here.'],
  ])('names line and column of %s', (_, text, line, column, sentence) => {
    expect(place(text)).toEqual({ path: '', place: `Line ${line}, column ${column}`, sentence })
  })

  it.each([
    ['nothing', ''],
    ['white space', ' \n\t'],
  ])('is refused when it holds %s', (_, text) => {
    expect(place(text)?.sentence).toBe('This file is empty. A rubric file holds one JSON object.')
  })

  it.each([
    ['a PDF', '%PDF-1.7\n%âãÏÓ'],
    ['a zip or office document', 'PK\u0003\u0004'],
    ['a web page or XML', '<!doctype html><title>Login</title>'],
  ])('is recognized as %s', (what, text) => {
    expect(place(text)?.sentence).toBe(`This looks like ${what}. A rubric is a JSON text file.`)
  })
})

describe('a file in a wrong encoding', () => {
  const bytesOf = (text: string) => new TextEncoder().encode(text)

  const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16()

  it.each<[string, Buffer]>([
    ['UTF-16 with a byte order mark', Buffer.from(`\uFEFF${VALID}`, 'utf16le')],
    ['UTF-16 without one', Buffer.from(VALID, 'utf16le')],
    ['UTF-16, the other end first, with a byte order mark', bigEndian(`\uFEFF${VALID}`)],
    ['UTF-16, the other end first, without one', bigEndian(VALID)],
    ['UTF-32', Buffer.from(VALID.replaceAll(/./gs, '$&\0\0\0'), 'latin1')],
    ['Latin-1', Buffer.from(VALID.replace('promises', 'señas'), 'latin1')],
  ])('is refused in %s', (_, bytes) => {
    const [fault, ...others] = faultsOf(() => readRubricFile(new Uint8Array(bytes)))
    expect(fault?.place).toBe('The whole file')
    expect(fault?.sentence).toMatch(/^This is not a text file in UTF-8\. Save it again/)
    expect(others).toEqual([])
  })

  it('is read when it is UTF-8, with or without a byte order mark, whatever its line ends', () => {
    for (const text of [VALID, `\uFEFF${VALID}`, VALID.replaceAll('\n', '\r\n')]) {
      expect(readRubricFile(bytesOf(text)).ok).toBe(true)
    }
  })
})

describe('parseRubric', () => {
  it('never throws, whatever JSON it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (raw) => {
        const result = parseRubric(raw)
        expect(result.ok || result.problem.faults.length > 0).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('never throws and names a place when any one value of a rubric is replaced', () => {
    const rubric = aRubricOfAllKinds()
    const places = [...pathsOf(rubric, '')]
    const wrong = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('', ' ', 'x'.repeat(700), '__proto__', '\uD800', -1, [], {}, null),
    )
    fc.assert(
      fc.property(fc.constantFrom(...places), wrong, (path, value) => {
        const draft = aDraft(rubric)
        draft.set(path, value)
        const result = parseRubric(draft.raw)
        if (result.ok) return
        for (const { place, sentence } of result.problem.faults) {
          expect(place).not.toBe('')
          expect(sentence).toMatch(/^\S.*[.?]$/su)
          expect(sentence).not.toMatch(/Invalid|received/)
        }
      }),
      { numRuns: 500 },
    )
  }, 30_000)

  it('never throws on arbitrary text, and agrees with JSON.parse on what is JSON', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), brokenJson), (text) => {
        const result = parseJsonText(text)
        parseRubricText(text)
        if (!result.ok && result.problem.sentence.includes('stands twice')) return
        expect(result.ok).toBe(isJson(text))
        if (result.ok) expect(result.value).toEqual(JSON.parse(text))
        else expect(text.split('\n').length).toBeGreaterThanOrEqual(result.problem.line)
      }),
      { numRuns: 3000 },
    )
  })

  it('gives back what it has read once more, with the same hash', () => {
    const once = parseRubric({ ...aRubric(), $schema: './rubric.schema.json' })
    if (!once.ok) throw new Error('The builder makes a valid rubric.')
    const twice = parseRubric(JSON.parse(JSON.stringify(once.value)))
    expect(twice).toEqual(once)
    expect(once.value).toEqual(aRubric())
    expect(twice.ok && rubricHash(twice.value)).toBe(rubricHash(aRubric()))
  })

  it('trims texts and composes accents, so that equal words are equal', () => {
    const draft = aDraft()
    draft.set('sections[1].name.text', '  Cafe\u0301  ')
    const parsed = parseRubric(draft.raw)
    expect(parsed.ok && parsed.value.sections[1]?.name.text).toBe('Caf\u00e9')
  })
})

const brokenJson = fc
  .tuple(
    fc.json(),
    fc.nat(),
    fc.constantFrom('', ',', '"', '}', ']', '{', ':', '1', 'true', '\\', '\n'),
  )
  .map(([text, at, piece]) => {
    const cut = at % (text.length + 1)
    return text.slice(0, cut) + piece + text.slice(cut + 1)
  })

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function manyMembers(): [string, number][] {
  return Array.from({ length: 100_000 }, (_, index) => [`key${index}`, index])
}

function* pathsOf(value: unknown, path: string): Iterable<string> {
  if (path !== '') yield path
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) yield* pathsOf(entry, `${path}[${index}]`)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      yield* pathsOf(member, path === '' ? key : `${path}.${key}`)
    }
  }
}
