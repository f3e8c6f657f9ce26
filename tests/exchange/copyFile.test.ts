import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DELETED, sealChange, type Change } from '#core/change.ts'
import { sha256Hex } from '#core/hash.ts'
import type { Json } from '#core/json.ts'
import { LONGEST_TEXT } from '#core/text.ts'
import { readCopy, readingCopy, writeCopy } from '#exchange/copyFile.ts'
import { COPY_FORMAT, LONGEST_LINE, type Copy } from '#exchange/copyFormat.ts'
import { toLocalIso } from '#exchange/localTime.ts'
import { runInTurns } from '#platform/turns.ts'
import { aHistory, aRequest, copyText, encoder, erase, set, storedRubric } from './samples.ts'

function read(text: string): Copy {
  const copy = readCopy(encoder.encode(text))
  if (!copy.ok) throw new Error(JSON.stringify(copy.problem))
  return copy.value
}

describe('A copy', () => {
  it('says what it is first, and closes with a count and the hash of every line before', () => {
    const text = copyText()
    const lines = text.trimEnd().split('\n')
    expect(text.startsWith(`{"format":"${COPY_FORMAT}","formatVersion":1,"app":"0.1.0"`)).toBe(true)
    const before = lines.slice(0, -1).map((line) => `${line}\n`)
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({
      end: true,
      count: 11,
      sha256: sha256Hex(before.join('')),
    })
  })

  it('carries the exact definition of each rubric and one change a line', () => {
    const lines = copyText().trimEnd().split('\n')
    expect(lines).toHaveLength(1 + 1 + 11 + 1)
    expect(JSON.parse(lines[1] ?? '')).toEqual({
      hash: storedRubric().hash,
      definition: storedRubric().rubric,
    })
    expect(
      lines
        .slice(2, -1)
        .map((line) => (JSON.parse(line) as Change).id)
        .toSorted(),
    ).toEqual(
      aHistory()
        .map(({ id }) => id)
        .toSorted(),
    )
  })

  it('counts what it holds as a person would', () => {
    const written = writeCopy(aRequest())
    expect(written.ok && written.value.counts).toEqual({
      reflections: 1,
      deleted: 0,
      people: 2,
      marks: 3,
      strategies: 1,
      changes: 11,
    })
  })

  it('counts no mark that was taken back, and none of a person who was deleted', () => {
    const history = aHistory()
    const [mark, other] = history.filter(({ kind }) => kind === 'response')
    const person = history.find(({ record }) => record === 'r1-p2')!
    const changes = [
      ...history,
      set('response', mark!.record, 'answer', null, { supersedes: [mark!.id] }),
      set('participant', person.record, DELETED, true, { seen: [person.id] }),
    ]
    expect(other!.record).toContain('r1-p2')
    const written = writeCopy(aRequest({ changes }))
    expect(written.ok && written.value.counts).toMatchObject({ people: 1, marks: 0 })
  })

  it('counts deleted reflections apart and keeps all that is in them', () => {
    const history = aHistory('r2')
    const seen = history.filter(({ kind }) => kind === 'reflection').map(({ id }) => id)
    const gone = set('reflection', 'r2', DELETED, true, { reflection: 'r2', seq: 9, seen })
    const written = writeCopy(aRequest({ changes: [...aHistory(), ...history, gone] }))
    expect(written.ok && written.value.counts).toEqual({
      reflections: 1,
      deleted: 1,
      people: 2,
      marks: 3,
      strategies: 1,
      changes: 23,
    })
  })

  it('is the same, byte for byte, whatever order its changes come in and however often', () => {
    const changes = [...aHistory('r1'), ...aHistory('r2')]
    const other = [...changes.toReversed(), ...changes]
    expect(copyText({ changes: other })).toBe(copyText({ changes }))
  })

  it('leaves out what belonged to a forgotten person, and remembers to forget', () => {
    const text = copyText({ changes: [...aHistory(), erase('r1-p2')] })
    expect(text).not.toContain('"ML"')
    const copy = read(text)
    expect(copy.erases).toBe(1)
    expect(copy.changes).toHaveLength(11 - 3 + 1)
  })

  it('is named for its title and day in letters every system takes', () => {
    const nameOf = (title: string) => {
      const written = writeCopy(aRequest({ title }))
      return written.ok ? written.value.name : written.problem
    }
    expect(nameOf('Cedar hub · Network')).toBe('Cedar-hub-Network-2026-11-22.hubreflect.txt')
    expect(nameOf('Zażółć gęślą / Straße: “Æ”')).toBe(
      'Zazolc-gesla-Strasse-AE-2026-11-22.hubreflect.txt',
    )
    expect(nameOf('李明 مرحبا 👩‍🏫')).toBe('reflection-2026-11-22.hubreflect.txt')
    expect(nameOf('../../etc/passwd\u0000 CON?*')).toBe('etc-passwd-CON-2026-11-22.hubreflect.txt')
    expect(nameOf('a'.repeat(5_000))).toHaveLength(60 + '-2026-11-22.hubreflect.txt'.length)
  })

  it('is not vouched for if what is read back differs', () => {
    const [first, ...rest] = aHistory()
    const bent = { ...first!, value: 'Another hub' }
    expect(writeCopy(aRequest({ changes: [bent, ...rest] }))).toEqual({
      ok: false,
      problem: { kind: 'fileRereadFailed', detail: '1 lines rejected' },
    })
    const misnamed = { ...storedRubric(), hash: 'AAAAAAAAAAAAAAAAAAAAAA' }
    expect(writeCopy(aRequest({ rubrics: [misnamed] }))).toMatchObject({
      problem: { kind: 'fileRereadFailed', detail: '1 lines rejected' },
    })
  })
})

describe('Writing and reading back', () => {
  const anyText = fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    maxLength: 40,
  })
  const anyValue = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', maxDepth: 4 },
      anyText,
      fc.boolean(),
      fc.constant(null),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(
        anyText.filter((key) => !['__proto__', 'constructor', 'prototype'].includes(key)),
        tie('value'),
        { maxKeys: 3 },
      ),
    ),
  })).value
  const name = anyText.filter((text) => text !== '')
  const anyChange = fc
    .record({
      v: fc.integer({ min: 1, max: 3 }),
      device: name,
      seq: fc.maxSafeNat(),
      at: fc.integer({ min: -8.64e15, max: 8.64e15 }),
      tz: fc.integer({ min: -720, max: 840 }),
      reflection: fc.oneof(fc.constantFrom('r1', 'r2'), name),
      kind: fc.oneof(fc.constantFrom('reflection', 'participant', 'response', 'strategy'), name),
      record: fc.oneof(fc.constantFrom('r1', 'p1', 'p1/rubric/item'), name),
      field: fc.oneof(fc.constantFrom('team', 'initials', 'answer', '_deleted'), name),
      value: anyValue,
      supersedes: fc.array(fc.string({ minLength: 1, maxLength: 22 }), { maxLength: 3 }),
    })
    .map((content) => sealChange(content))

  it(
    'gives back every change and the same bytes, for any UTF-16 there is',
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(
          fc.array(anyChange, { minLength: 1, maxLength: 8 }),
          anyText,
          (changes, title) => {
            const text = copyText({ changes, title, rubrics: [] })
            const copy = read(text)
            expect(copy).toMatchObject({ ending: 'intact', rejectedCount: 0 })
            const byId = (a: Change, b: Change) => (a.id < b.id ? -1 : 1)
            const unique = new Map(changes.map((change) => [change.id, change]))
            expect(copy.changes.toSorted(byId)).toEqual([...unique.values()].toSorted(byId))
            expect(copyText({ changes: copy.changes, title, rubrics: [] })).toBe(text)
          },
        ),
        { numRuns: 500, seed: 20261122 },
      )
    },
  )

  it('lets the largest change through that this app can make', () => {
    const worstText = '\ud800'.repeat(LONGEST_TEXT)
    const ids = Array.from({ length: 10_000 }, (_, index) => String(index).padStart(22, '0'))
    const change = set('strategy', 's1', 'how', worstText, { supersedes: ids, seen: ids })
    const text = copyText({ changes: [change] })
    expect(encoder.encode(text).length).toBeLessThan(LONGEST_LINE)
    expect(read(text).changes).toEqual([change])
  })

  it('reads the same in turns as at once, and stops when asked', async () => {
    const bytes = encoder.encode(copyText({ changes: [...aHistory('r1'), ...aHistory('r2')] }))
    expect(await runInTurns(readingCopy(bytes))).toEqual(readCopy(bytes))
    const stop = new AbortController()
    stop.abort()
    function* endless() {
      for (;;) yield 0.5
    }
    expect(await runInTurns(endless(), { signal: stop.signal })).toBeUndefined()
  })
})

describe('The time in a copy', () => {
  it('is the device’s own, with its offset', () => {
    const noon = Date.UTC(2026, 10, 21, 15, 42)
    expect(toLocalIso(noon, -300)).toBe('2026-11-21T10:42:00-05:00')
    expect(toLocalIso(noon, 345)).toBe('2026-11-21T21:27:00+05:45')
    expect(toLocalIso(noon, 0)).toBe('2026-11-21T15:42:00+00:00')
    expect(toLocalIso(Number.NaN, 0)).toBe('1970-01-01T00:00:00+00:00')
  })
})
