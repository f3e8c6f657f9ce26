import { afterAll, beforeAll, expect, it } from 'vitest'
import { sha256Hex } from '#core/hash.ts'
import { canonicalJson, type Json } from '#core/json.ts'
import { readCopy } from '#exchange/copyFile.ts'
import { addCopy, openCopy } from '#features/open/openCopy.ts'
import { openFile } from '#features/open/openFile.ts'
import { en } from '#messages/en.ts'
import { problemText } from '#messages/problemText.ts'
import { openStorage, type Storage } from '#storage/storage.ts'
import { testBrowser } from '../storage/testHost.ts'
import {
  handMadeFiles,
  mutatedFiles,
  REFUSED,
  TOLERATED,
  withContent,
  type NamedFile,
} from './hostileFiles.ts'
import { aHistory, storedRubric } from './samples.ts'

let storage: Storage
let before: string
const prototypeBefore = Reflect.ownKeys(Object.prototype)

beforeAll(async () => {
  const opened = await openStorage(testBrowser().tab().host)
  if (!opened.ok) throw new Error(opened.problem.kind)
  storage = opened.value
  const merged = await storage.mergeIn({ changes: aHistory(), rubrics: [storedRubric()] })
  if (!merged.ok) throw new Error(merged.problem.kind)
  before = await digest()
})

afterAll(() => storage.close())

/** Everything the database holds, in one word. */
async function digest(): Promise<string> {
  const changes = await storage.allChanges()
  const headers = [...storage.headers.get(), ...storage.deletedHeaders.get()]
  const rubrics = await storage.storedRubrics([storedRubric().hash])
  // Safe: what is stored is JSON.
  const own = JSON.parse(JSON.stringify(await storage.ownWork())) as Json
  return sha256Hex(canonicalJson([changes, headers, rubrics, own] as unknown as Json))
}

/** Opens a file as the page does, and gives the sentence a person reads, or `preview`. */
async function open({ name, bytes }: NamedFile): Promise<string> {
  const opened = await openFile({ name, content: new Blob([bytes]), ofMany: 1 }, storage)
  if (!opened) throw new Error(`${name}: was not answered`)
  if (opened.ok) {
    if (opened.value.kind === 'rubric') throw new Error(`${name}: was taken for a rubric`)
    const { preview, copy } = opened.value.copy
    expect(preview.added + preview.same, name).toBe(copy.changes.length)
    return 'preview'
  }
  const { title, sentence, nextStep } = problemText(opened.problem, en)
  for (const words of [title, sentence, nextStep]) {
    expect(words, name).toMatch(/^[A-Z].{6,}/s)
    expect(words, name).not.toMatch(/undefined|null|NaN|\[object|file[A-Z]|SyntaxError/)
  }
  return sentence
}

const handMade = handMadeFiles()

it('There are more than eighty hostile files made by hand, each with a name of its own', () => {
  expect(handMade.length).toBeGreaterThan(80)
  expect(new Set(handMade.map(({ name }) => name)).size).toBe(handMade.length)
})

it.each(handMade.map((file) => [file.name, file] as const))(
  '%s: gets a plain answer and changes nothing',
  async (_, file) => {
    await open(file)
    expect(await digest()).toBe(before)
    expect(Reflect.ownKeys(Object.prototype)).toEqual(prototypeBefore)
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  },
)

it.each(REFUSED.map((overrides) => withContent(overrides)))(
  'A copy leaves out $name, and nothing else',
  ({ bytes }) => {
    const copy = readCopy(bytes)
    expect(copy.ok && copy.value.rejected).toEqual([{ line: 14, why: 'unknown' }])
    expect(copy.ok && copy.value.changes).toHaveLength(11)
  },
)

it.each(TOLERATED.map((overrides) => withContent(overrides)))('A copy keeps $name', ({ bytes }) => {
  const copy = readCopy(bytes)
  expect(copy.ok && copy.value.rejected).toEqual([])
  expect(copy.ok && copy.value.changes).toHaveLength(12)
})

it('A copy leaves out a number JSON cannot carry, though it is spelt like one that it can', () => {
  const twins = { null: '1e400', '0': '-0' }
  for (const [spelt, written] of Object.entries(twins)) {
    const { bytes } = withContent({ value: JSON.parse(spelt) })
    const text = new TextDecoder().decode(bytes)
    expect(text).toContain(`"value":${spelt},`)
    const bent = text.replace(`"value":${spelt},`, `"value":${written},`)
    const copy = readCopy(new TextEncoder().encode(bent))
    expect(copy.ok && copy.value.rejected).toEqual([{ line: 14, why: 'unknown' }])
  }
})

it('Two thousand wounded copies get a plain answer each and change nothing', async () => {
  const answers = new Map<string, number>()
  for (const file of mutatedFiles(2_000, 20261122)) {
    const answer = await open(file)
    answers.set(answer, (answers.get(answer) ?? 0) + 1)
  }
  expect(await digest()).toBe(before)
  expect(Reflect.ownKeys(Object.prototype)).toEqual(prototypeBefore)
  expect(answers.get('preview')).toBeGreaterThan(1_000)
  expect(answers.size).toBeGreaterThan(3)
}, 30_000)

it('Whatever hostile file can be added can be taken back to the last byte', async () => {
  let added = 0
  for (const file of handMade) {
    const opened = await openCopy(file.bytes, storage)
    if (!opened?.ok) continue
    const { preview } = opened.value
    if (preview.added === preview.addedErasures && !opened.value.own.isAdding) continue
    const receipt = await addCopy(opened.value, storage, { forget: false })
    if (!receipt.ok) throw new Error(`${file.name}: ${receipt.problem.kind}`)
    const { added: changes, ownRubrics, drafts } = receipt.value
    expect(changes + ownRubrics + drafts, file.name).toBeGreaterThan(0)
    const undone = await storage.undoMerge(receipt.value.importId)
    expect(undone.ok, file.name).toBe(true)
    expect(await digest(), file.name).toBe(before)
    added += 1
  }
  expect(added).toBeGreaterThan(15)
}, 30_000)

it('An erasure is added only by a choice of its own', async () => {
  const file = handMade.find(({ name }) => name === 'forgets everyone')!
  const opened = await openCopy(file.bytes, storage)
  if (!opened?.ok) throw new Error('unreadable')
  expect(opened.value.copy.erases).toBe(3)
  const initials = opened.value.preview.forgets.map((person) => person.initials)
  expect(initials.toSorted()).toEqual(['ML', 'SB'])
  const receipt = await addCopy(opened.value, storage, { forget: false })
  expect(receipt).toMatchObject({ ok: true, value: { added: 0 } })
  expect(await digest()).toBe(before)
})
