import { describe, expect, test } from 'vitest'
import { ERASED, sealChange, type Change } from '#core/change.ts'
import { answerEdit } from '#core/answer.ts'
import { fieldEdits } from '#core/reflection.ts'
import { aTeam, must, openIn, PLACE, raw, rawIds, settle } from './setting.ts'
import { testBrowser } from './testHost.ts'

const level = (name: string) => ({ kind: 'level', level: name }) as const

/** A reflection made on one device, and an empty second device. */
async function twoDevices() {
  const first = await openIn(testBrowser())
  const store = await aTeam(first)
  store.apply([answerEdit(PLACE, level('good'))])
  const rubrics = store.rubrics()
  const browser = testBrowser()
  browser.clock += 5_000_000
  return { store, rubrics, browser, second: await openIn(browser) }
}

describe('merging', () => {
  test('brings a reflection over whole, with its rubric, and tells what it did', async () => {
    const { store, rubrics, browser, second } = await twoDevices()
    const receipt = must(await second.mergeIn({ changes: store.changes(), rubrics }))
    expect(receipt).toMatchObject({
      added: store.changes().length,
      same: 0,
      refused: 0,
      erasures: 0,
      reflections: [store.id],
      newReflections: [store.id],
    })
    const arrived = must(await second.open(store.id))
    expect(JSON.stringify(arrived.reflection())).toBe(JSON.stringify(store.reflection()))
    expect(arrived.rubrics()).toEqual(rubrics)
    expect(second.headers.get()[0]).toMatchObject({ team: 'Cedar hub', answeredItems: 1 })
    expect(await second.storedRubrics([rubrics[0]!.hash, 'unknown'])).toEqual(rubrics)
    expect(await raw(browser, 'imports')).toHaveLength(1)
  })

  test('the same twice, or the same change twice in one file, adds it once', async () => {
    const { store, second } = await twoDevices()
    const changes = [...store.changes(), ...store.changes()]
    expect(must(await second.mergeIn({ changes, rubrics: [] })).added).toBe(store.changes().length)
    const again = must(await second.mergeIn({ changes, rubrics: [] }))
    expect(again).toMatchObject({ added: 0, same: store.changes().length, newReflections: [] })
  })

  test('into an open reflection shows at once, own marks and foreign ones', async () => {
    const { store, second } = await twoDevices()
    must(await second.mergeIn({ changes: store.changes(), rubrics: [] }))
    const arrived = must(await second.open(store.id))
    arrived.apply([answerEdit({ ...PLACE, participantId: 'p2' }, level('need'))])
    store.apply([answerEdit(PLACE, level('great'))])
    must(await second.mergeIn({ changes: store.changes(), rubrics: [] }))
    expect(arrived.response(PLACE)?.answer).toEqual(level('great'))
    expect(arrived.response({ ...PLACE, participantId: 'p2' })?.answer).toEqual(level('need'))
  })

  test('is undone to exactly what was there before, with what was done since', async () => {
    const { store, browser, second } = await twoDevices()
    must(await second.mergeIn({ changes: store.changes(), rubrics: [] }))
    const arrived = must(await second.open(store.id))
    arrived.apply(fieldEdits('participant', 'p2', { name: 'Mei' }))
    await second.flushDrafts()
    const before = await rawIds(browser)
    store.apply([answerEdit(PLACE, level('great'))])
    store.apply(fieldEdits('participant', 'p2', { name: 'May' }))
    const { importId, added } = must(
      await second.mergeIn({ changes: store.changes(), rubrics: [] }),
    )
    expect(added).toBe(2)
    arrived.apply([answerEdit({ ...PLACE, itemId: 'a.two.1' }, level('need'))])
    await second.flushDrafts()
    must(await second.undoMerge(importId))
    const own = arrived.changes().find(({ record }) => record.endsWith('a.two.1'))
    expect(await rawIds(browser)).toEqual(new Set([...before, own?.id]))
    expect(arrived.response(PLACE)?.answer).toEqual(level('good'))
    expect(must(await second.undoMerge(importId))).toBeUndefined()
  })

  test('undoing never takes back what was made here and only waited for the disk', async () => {
    const { store, browser, second } = await twoDevices()
    must(await second.mergeIn({ changes: store.changes(), rubrics: [] }))
    const arrived = must(await second.open(store.id))
    arrived.apply([answerEdit(PLACE, level('great'))])
    // A copy made from memory comes back before the mark is on disk, in this tab and in another.
    const other = await openIn(browser)
    for (const storage of [other, second]) {
      const receipt = must(await storage.mergeIn({ changes: arrived.changes(), rubrics: [] }))
      expect(receipt).toMatchObject({ added: 0, refused: 0, same: arrived.changes().length })
      must(await storage.undoMerge(receipt.importId))
    }
    await second.flushDrafts()
    expect(arrived.response(PLACE)?.answer).toEqual(level('great'))
    expect(await rawIds(browser)).toEqual(new Set(arrived.changes().map(({ id }) => id)))
  })

  test('undoing takes a reflection that came with it off the list', async () => {
    const { store, second } = await twoDevices()
    const { importId } = must(await second.mergeIn({ changes: store.changes(), rubrics: [] }))
    must(await second.undoMerge(importId))
    expect(second.headers.get()).toEqual([])
    expect(await second.open(store.id)).toMatchObject({ problem: { kind: 'reflectionMissing' } })
  })
})

describe('forgetting a person', () => {
  async function erasing() {
    const { store, rubrics, browser, second } = await twoDevices()
    must(await second.mergeIn({ changes: store.changes(), rubrics }))
    const erasure = sealChange({
      ...contentOf(store.changes()[0]!),
      kind: 'participant',
      record: 'p1',
      field: ERASED,
      value: true,
      supersedes: [],
    })
    return { store, browser, second, erasure, theirs: store.changes().filter(isOfP1) }
  }

  test('takes what is theirs off the disk wherever the order arrives', async () => {
    const { store, browser, second, erasure, theirs } = await erasing()
    const arrived = must(await second.open(store.id))
    expect(theirs.length).toBeGreaterThan(2)
    const receipt = must(await second.mergeIn({ changes: [erasure], rubrics: [] }))
    expect(receipt).toMatchObject({ added: 1, erasures: 1 })
    const left = await rawIds(browser)
    for (const { id } of theirs) expect(left).not.toContain(id)
    expect(left).toContain(erasure.id)
    expect(arrived.response(PLACE)).toBeUndefined()
    expect(arrived.reflection().participants.map(({ id }) => id)).toEqual(['p2'])
    const [meta] = await raw<{ count: number }>(browser, 'meta')
    expect(meta?.count).toBe(left.size)
    second.close()
    expect((await openIn(browser)).boot.kind).toBe('ready')
  })

  test('refuses what is theirs from files that come later', async () => {
    const { store, browser, second, erasure, theirs } = await erasing()
    must(await second.mergeIn({ changes: [erasure], rubrics: [] }))
    const receipt = must(await second.mergeIn({ changes: store.changes(), rubrics: [] }))
    expect(receipt).toMatchObject({ added: 0, refused: theirs.length })
    const left = await rawIds(browser)
    for (const { id } of theirs) expect(left).not.toContain(id)
  })

  test('is kept to by a page that did not know of it when it wrote', async () => {
    const { store, browser, second, erasure } = await erasing()
    const deaf = await openIn(browser, { channel: () => undefined })
    const elsewhere = must(await deaf.open(store.id))
    must(await second.mergeIn({ changes: [erasure], rubrics: [] }))
    elsewhere.apply([answerEdit({ ...PLACE, itemId: 'a.two.1' }, level('need'))])
    elsewhere.apply(fieldEdits('participant', 'p2', { name: 'Mei' }))
    await deaf.flushDrafts()
    await settle()
    deaf.close()
    second.close()
    const next = await openIn(browser)
    expect(next.boot.kind, 'what was dropped is not mourned').toBe('ready')
    expect((await raw<Change>(browser, 'changes')).filter(isOfP1)).toEqual([erasure])
    expect(must(await next.open(store.id)).reflection().participants).toMatchObject([
      { id: 'p2', name: 'Mei' },
    ])
  })

  test('means that nothing more about them is written', async () => {
    const { store, browser, second, erasure } = await erasing()
    const arrived = must(await second.open(store.id))
    must(await second.mergeIn({ changes: [erasure], rubrics: [] }))
    arrived.apply([answerEdit(PLACE, level('need'))])
    await second.flushDrafts()
    expect((await raw<Change>(browser, 'changes')).filter(isOfP1)).toEqual([erasure])
    expect(arrived.canUndo()).toBe(false)
  })

  test('ordered here does the same', async () => {
    const { store, browser, second, theirs } = await erasing()
    const arrived = must(await second.open(store.id))
    arrived.apply([{ kind: 'participant', record: 'p1', field: ERASED, value: true }])
    await second.flushDrafts()
    expect(arrived.saveState().kind).toBe('saved')
    const left = await rawIds(browser)
    for (const { id } of theirs) expect(left).not.toContain(id)
    expect(second.headers.get()[0]).toMatchObject({ people: 1, changes: left.size })
  })
})

test('two thousand changes of ten reflections merge as one', async () => {
  const second = await openIn(testBrowser())
  const changes = Array.from({ length: 2000 }, (_, index) =>
    sealChange({
      v: 1,
      device: 'd',
      seq: index + 1,
      at: 1_795_000_000_000 + index,
      tz: 0,
      reflection: `r${index % 10}`,
      kind: 'response',
      record: `p${index % 40}/test-rubric/item-${index}`,
      field: 'answer',
      value: { level: 'good' },
      supersedes: [],
    }),
  )
  const receipt = must(await second.mergeIn({ changes, rubrics: [] }))
  expect(receipt.added).toBe(2000)
  expect(second.headers.get()).toHaveLength(10)
})

function contentOf({ id: _id, ...content }: Change) {
  return content
}

function isOfP1({ record }: Change): boolean {
  return record === 'p1' || record.startsWith('p1/')
}
