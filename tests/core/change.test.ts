import { describe, expect, test } from 'vitest'
import { isIntact, parseChange, sealChange, type Change } from '#core/change.ts'
import { contentId } from '#core/hash.ts'
import type { Json } from '#core/json.ts'
import { aChange } from '../support/builders.ts'

/** A change with a member bent, and an id that fits again: only the shape can give it away. */
function bent(patch: Record<string, unknown>): Record<string, unknown> {
  const { id: _id, ...content } = { ...aChange(), ...patch }
  return { ...content, id: contentId(content) }
}

describe('a sealed change', () => {
  test('is intact, and the same content has the same id whatever the order of its keys', () => {
    const change = aChange()
    const reversed = Object.fromEntries(Object.entries(change).toReversed()) as unknown as Change
    expect(isIntact(change)).toBe(true)
    expect(isIntact(reversed)).toBe(true)
    expect(change.id).toMatch(/^[A-Za-z0-9_-]{22}$/)
  })

  test.each([
    ['device', 'device-b'],
    ['seq', 2],
    ['at', 1],
    ['tz', 0],
    ['reflection', 'r2'],
    ['record', 'r2'],
    ['field', 'date'],
    ['value', 'Cedar hub '],
    ['supersedes', ['x']],
    ['seen', ['x']],
    ['v', 2],
    ['added', true],
  ])('is not intact once its %s was altered', (member, value) => {
    expect(isIntact({ ...aChange(), [member]: value })).toBe(false)
  })

  test('survives a way through JSON text, with hostile words in it', () => {
    const value = '<b>\u202Ex\u2028\u2029 𝔸 "\\ \u0000 é 👩‍👩‍👧 =1+1'
    const change = aChange({ value })
    const read = parseChange(JSON.parse(JSON.stringify(change)))
    expect(read).toEqual({ ok: true, value: change })
  })
})

describe('reading a change from a stranger', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'change'],
    ['a number', 7],
    ['a list', [aChange()]],
    ['an empty object', {}],
    ['a change without an id', { ...aChange(), id: undefined }],
    ['a change with an empty id', { ...aChange(), id: '' }],
    ["a change with another change's id", { ...aChange(), id: aChange({ seq: 2 }).id }],
    ['an altered value', { ...aChange(), value: 'Other hub' }],
  ])('%s is refused', (_, raw) => {
    expect(parseChange(raw).ok).toBe(false)
  })

  test.each<[string, Record<string, unknown>]>([
    ['a device that is a number', { device: 1 }],
    ['an empty device', { device: '' }],
    ['a device of 401 characters', { device: 'x'.repeat(401) }],
    ['an empty reflection', { reflection: '' }],
    ['an empty kind', { kind: '' }],
    ['an empty record', { record: '' }],
    ['an empty field', { field: '' }],
    ['a field that is an object', { field: { toString: 'x' } }],
    ['a version that is a text', { v: '1' }],
    ['a fraction as time', { at: 1.5 }],
    ['a time beyond what numbers hold', { at: 2 ** 53 }],
    ['a counter that is not there', { seq: undefined }],
    ['a time zone that is null', { tz: null }],
    ['no list of what it replaces', { supersedes: undefined }],
    ['a text in place of that list', { supersedes: 'abc' }],
    ['a number in that list', { supersedes: [1] }],
    ['an empty text in that list', { supersedes: [''] }],
    ['an id of 65 characters in that list', { supersedes: ['x'.repeat(65)] }],
    ['ten thousand and one replaced ids', { supersedes: Array.from({ length: 10_001 }, String) }],
    ['a text in place of what it saw', { seen: 'abc' }],
    ['no value', { value: undefined }],
    ['a value nine objects deep', { value: deep(9) }],
    ['infinity', { value: Infinity }],
    ['minus zero', { value: -0 }],
    ['not a number', { value: [NaN] }],
    ['a prototype', { value: JSON.parse('{"__proto__":{"polluted":true}}') }],
    ['a constructor', { value: { constructor: { prototype: {} } } }],
    ['a hidden prototype member', { extra: { prototype: 1 } }],
  ])('%s is refused although the id fits', (_, patch) => {
    expect(parseChange(bent(patch)).ok).toBe(false)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  test.each<[string, Record<string, unknown>]>([
    ['a kind of a newer version', { kind: 'placement', v: 9 }],
    ['members of a newer version', { mood: 'sunny', more: { a: [1] } }],
    ['a time before 1970', { at: -5 }],
    ['null, taken back', { value: null }],
    ['a value seven objects deep', { value: deep(6) }],
    ['an empty text', { value: '' }],
  ])('%s is kept as it is', (_, patch) => {
    const raw = bent(patch)
    expect(parseChange(raw)).toEqual({ ok: true, value: raw })
  })

  test('sealing what was read gives the same id again', () => {
    const raw = bent({ mood: 'sunny' })
    const read = parseChange(raw)
    if (!read.ok) throw new Error(read.problem)
    const { id, ...content } = read.value
    expect(sealChange(content).id).toBe(id)
  })
})

function deep(depth: number): Json {
  return depth === 0 ? 'bottom' : { in: deep(depth - 1) }
}
