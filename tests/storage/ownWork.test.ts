import { describe, expect, test } from 'vitest'
import { planDrafts } from '#storage/ownWork.ts'
import type { OwnRubric } from '#storage/ownRubrics.ts'
import type { RubricDraft } from '#storage/rows.ts'
import { rubricHash } from '#core/rubricHash.ts'
import { aRubric } from '../support/builders.ts'
import { must, openIn, raw, settle } from './setting.ts'
import { testBrowser } from './testHost.ts'

const EARLY = 1_700_000_000_000
const LATE = 1_790_000_000_000

function own(version = '1.0.0', at = EARLY): OwnRubric {
  const rubric = aRubric({ id: 'our-own', version })
  return { hash: rubricHash(rubric), rubric, at, from: 'editor' }
}

function draft(content: string, changedAt = EARLY, id = 'd1'): RubricDraft {
  return { id, content, from: undefined, changedAt }
}

const merge = (rubrics: readonly OwnRubric[], drafts: readonly RubricDraft[] = []) => ({
  changes: [],
  rubrics: [],
  work: { rubrics, drafts },
})

const drafts = async (storage: Awaited<ReturnType<typeof openIn>>) =>
  must(await storage.rubricDrafts.list())

describe('own rubrics of a file', () => {
  test('are kept with when and how they came, every version, and are all in the next copy', async () => {
    const browser = testBrowser()
    const storage = await openIn(browser)
    const both = [own('1.0.0'), own('1.1.0', LATE)]
    expect(must(await storage.mergeIn(merge(both)))).toMatchObject({ ownRubrics: 2, drafts: 0 })
    expect(storage.ownRubrics.get()).toEqual([both[1]])
    const { rubrics } = await storage.ownWork()
    expect(rubrics.toSorted((a, b) => a.at - b.at)).toEqual(both)
  })

  test('that are here are not added again, and undo takes only what came', async () => {
    const browser = testBrowser()
    const storage = await openIn(browser)
    const kept = must(await storage.keepRubric(own().rubric, 'file'))
    const receipt = must(await storage.mergeIn(merge([own(), own('2.0.0')])))
    expect(receipt.ownRubrics).toBe(1)
    expect(await raw(browser, 'ownRubrics')).toContainEqual(
      expect.objectContaining({ hash: kept.hash, at: kept.at, from: 'file' }),
    )
    must(await storage.undoMerge(receipt.importId))
    expect(storage.ownRubrics.get()).toEqual([kept])
  })

  test('stay after an undo if somebody kept them again since', async () => {
    const storage = await openIn(testBrowser())
    const { importId } = must(await storage.mergeIn(merge([own()])))
    const kept = must(await storage.keepRubric(own().rubric, 'file'))
    must(await storage.undoMerge(importId))
    expect(storage.ownRubrics.get()).toEqual([kept])
  })

  test('of a time to come count from now', async () => {
    const browser = testBrowser()
    const storage = await openIn(browser)
    must(await storage.mergeIn(merge([own('1.0.0', 8.64e15)], [draft('x', 8.64e15)])))
    expect(storage.ownRubrics.get()[0]?.at).toBeLessThanOrEqual(browser.clock)
    expect((await drafts(storage))[0]?.changedAt).toBeLessThanOrEqual(browser.clock)
  })
})

describe('drafts of a file', () => {
  test('are added, and taken back', async () => {
    const storage = await openIn(testBrowser())
    const receipt = must(await storage.mergeIn(merge([], [draft('theirs')])))
    expect(receipt.drafts).toBe(1)
    expect(await drafts(storage)).toEqual([draft('theirs')])
    must(await storage.undoMerge(receipt.importId))
    expect(await drafts(storage)).toEqual([])
  })

  test('that are newer than the same one here replace it, and undo puts it back', async () => {
    const storage = await openIn(testBrowser())
    must(await storage.mergeIn(merge([], [draft('older', EARLY)])))
    const { importId } = must(await storage.mergeIn(merge([], [draft('newer', LATE)])))
    expect(await drafts(storage)).toEqual([draft('newer', LATE)])
    must(await storage.undoMerge(importId))
    expect(await drafts(storage)).toEqual([draft('older', EARLY)])
  })

  test('that are older come beside the one here, once, however often the file is opened', async () => {
    const storage = await openIn(testBrowser())
    storage.rubricDrafts.save({ id: 'd1', content: 'what I write', from: undefined })
    const { importId, drafts: added } = must(await storage.mergeIn(merge([], [draft('older')])))
    expect(added).toBe(1)
    const both = await drafts(storage)
    expect(both.map(({ content }) => content)).toEqual(['what I write', 'older'])
    expect(both[0]?.id).toBe('d1')
    expect(both[1]?.id).toMatch(/^[\w-]{22}$/)
    expect(must(await storage.mergeIn(merge([], [draft('older')]))).drafts).toBe(0)
    must(await storage.undoMerge(importId))
    expect((await drafts(storage)).map(({ content }) => content)).toEqual(['what I write'])
  })

  test('somebody wrote on since stay after an undo', async () => {
    const storage = await openIn(testBrowser())
    const { importId } = must(await storage.mergeIn(merge([], [draft('theirs')])))
    storage.rubricDrafts.save({ id: 'd1', content: 'theirs and mine', from: undefined })
    must(await storage.undoMerge(importId))
    expect((await drafts(storage)).map(({ content }) => content)).toEqual(['theirs and mine'])
  })

  test('that say the same are not put again, whatever their time', () => {
    expect(planDrafts([draft('same', LATE)], [draft('same', EARLY)], LATE)).toEqual([])
    // Safe: the editor's forms have members that are undefined.
    const loose = { ...draft(''), content: { a: 1, b: undefined } } as unknown as RubricDraft
    expect(planDrafts([{ ...draft(''), content: { a: 1 } }], [loose], LATE)).toEqual([])
  })

  test('of equal time and other content are both kept', () => {
    const [plan] = planDrafts([draft('one')], [draft('other')], LATE)
    expect(plan?.before).toBeUndefined()
    expect(plan?.draft.id).not.toBe('d1')
  })

  test('reach a page that has them open in another tab, and so does taking them back', async () => {
    const browser = testBrowser()
    const first = await openIn(browser)
    const second = await openIn(browser)
    const told: string[] = []
    second.rubricDrafts.subscribe((id, where) => told.push(`${id} ${where}`))
    second.ownRubrics.get()
    const { importId } = must(await first.mergeIn(merge([own()], [draft('theirs')])))
    await settle()
    expect(second.ownRubrics.get()).toEqual([own()])
    must(await first.undoMerge(importId))
    await settle()
    expect(told).toEqual(['d1 elsewhere', 'd1 elsewhere'])
    expect(second.ownRubrics.get()).toEqual([])
  })
})
