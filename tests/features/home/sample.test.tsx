import { afterEach, expect, test } from 'vitest'
import { collectedEntries } from '#core/playbook.ts'
import { buildReport } from '#core/report.ts'
import { itemsOf } from '#core/rubric.ts'
import { HomePage } from '#features/home/HomePage.tsx'
import { SampleBar } from '#features/home/SampleBar.tsx'
import { deleteSamples, openSample, renewSample } from '#parts/sample.ts'
import { SAMPLE_RUBRIC, sampleEdits } from '#parts/sampleSitting.ts'
import type { Storage } from '#storage/storage.ts'
import { isFromNewerVersion } from '#exchange/knownFields.ts'
import { aRubric } from '../../support/builders.ts'
import { freshStorage, renderPage, type TestPage } from '../../support/page.tsx'
import { shippedRubric } from '../../support/sittings.ts'

let page: TestPage | undefined
afterEach(async () => {
  await page?.close()
  page = undefined
  location.hash = ''
})

async function opened(storage: Storage, id: string) {
  const store = await storage.open(id)
  if (!store.ok) throw new Error(store.problem.kind)
  return store.value
}

async function sample(storage: Storage) {
  const id = await openSample(storage)
  if (!id.ok) throw new Error(id.problem.kind)
  return opened(storage, id.value)
}

const samples = (storage: Storage) => storage.headers.get().filter((header) => header.sample)

test('one tap on Home opens the sample, and another tap opens the same one', async () => {
  const shown = await renderPage(<HomePage openZone={null} installHint={null} />)
  page = shown
  await shown.press('button', /^See a filled sample/)
  await shown.until(() => location.hash.endsWith('/summary'), 'the address of the sample')
  const first = location.hash
  location.hash = ''
  await shown.press('button', /^See a filled sample/)
  await shown.until(() => location.hash !== '', 'the address of the sample')
  expect(location.hash).toBe(first)
  expect(samples(shown.storage)).toHaveLength(1)
})

test('the sample is not among what is under way, and is deleted with one tap', async () => {
  const storage = await freshStorage()
  await sample(storage)
  const made = await storage.create({ rubrics: [aRubric()], edits: () => [] })
  expect(made.ok).toBe(true)
  const shown = await renderPage(<HomePage openZone={null} installHint={null} />, { storage })
  page = shown
  expect(document.querySelectorAll('li')).toHaveLength(1)
  expect(shown.text()).not.toContain('Cedar Valley')
  await shown.press('button', 'Delete the sample')
  await shown.until(() => samples(storage).length === 0, 'no sample')
  expect(shown.has('button', 'Delete the sample')).toBe(false)
  expect(document.querySelectorAll('li')).toHaveLength(1)
})

test('the sample is fenced: marked, and none of it in the playbook', async () => {
  const storage = await freshStorage()
  const store = await sample(storage)
  const reflection = store.reflection()
  expect(reflection.sample).toBe(true)
  expect(reflection.strategies.length).toBeGreaterThan(3)
  expect(collectedEntries([{ reflection, rubrics: [shippedRubric()] }])).toEqual([])
  const unfenced = { ...reflection, sample: false }
  expect(collectedEntries([{ reflection: unfenced, rubrics: [shippedRubric()] }])).not.toEqual([])
  store.close()
  storage.close()
})

test('the sample shows everything that a session brings', async () => {
  const storage = await freshStorage()
  const store = await sample(storage)
  const reflection = store.reflection()
  const report = buildReport({ reflection, responses: store.responses(), rubrics: store.rubrics() })
  const [rubric] = report.rubrics
  expect(reflection.participants.map(({ initials }) => initials)).toEqual(
    expect.arrayContaining(['ŁŠ', '李明']),
  )
  expect(rubric?.sections).toHaveLength(2)
  expect(rubric?.coverage).toEqual({ people: 5, ofPeople: 5, items: 25, ofItems: 25 })
  expect(rubric?.talkFirst.length).toBeGreaterThan(1)
  expect(rubric?.setAside.length).toBeGreaterThan(1)
  expect(rubric?.strengths.length).toBe(5)
  expect(rubric?.growthEdges.every(({ borrowed }) => borrowed !== '')).toBe(true)
  expect(rubric?.hiddenAnswers).toBe(0)
  expect(report.nextSteps.length).toBe(2)
  expect(reflection.workshop.commitments.length).toBe(2)
  expect(reflection.workshop.revealed.size).toBe(2)
  expect(reflection.workshop.solutions.length).toBe(2)
  expect(reflection.workshop.tracks.get(SAMPLE_RUBRIC)?.on).not.toBe('')
  store.close()
  storage.close()
})

test('every id in the sample is one that its rubric has, and every field one that is known', () => {
  const rubric = shippedRubric(SAMPLE_RUBRIC)
  const items = new Set(itemsOf(rubric).map(({ item }) => item.id))
  const skills = new Set(rubric.sections.flatMap((each) => each.skills.map(({ id }) => id)))
  const challenges = new Set(rubric.sections.flatMap((each) => each.challenges.map(({ id }) => id)))
  const edits = sampleEdits('r', '2026-11-27')
  for (const edit of edits) {
    const { kind, record, field, value } = edit
    if (kind === 'response') expect(items).toContain(record.split('/')[2])
    if (field === 'skillId') expect(skills).toContain(value)
    if (field === 'challengeId') expect(challenges).toContain(value)
    const change = { ...edit, id: '', v: 1, device: '', seq: 0, at: 0, tz: 0, reflection: 'r' }
    expect(isFromNewerVersion({ ...change, supersedes: [] })).toBe(false)
  }
  const named = edits.filter(({ kind, field }) => kind === 'strategy' && field === 'items')
  for (const { value } of named) {
    for (const ref of Array.isArray(value) ? value : []) {
      expect(items).toContain(String(ref).split('/')[1])
    }
  }
})

test('started anew, the sample has lost what was tried in it', async () => {
  const storage = await freshStorage()
  const store = await sample(storage)
  store.apply([{ kind: 'reflection', record: store.id, field: 'team', value: 'Tried out' }])
  await storage.flushDrafts()
  store.close()
  const renewed = await renewSample(storage)
  if (!renewed.ok) throw new Error(renewed.problem.kind)
  expect(samples(storage).map(({ id, team }) => [id, team])).toEqual([
    [renewed.value, 'Sample: Cedar Valley hub'],
  ])
  storage.close()
})

test('deleting samples leaves every other reflection alone', async () => {
  const storage = await freshStorage()
  await sample(storage)
  await storage.create({ rubrics: [aRubric()], edits: () => [] })
  expect((await deleteSamples(storage)).ok).toBe(true)
  expect(storage.headers.get().map(({ sample: isSample }) => isSample)).toEqual([false])
  storage.close()
})

test('inside the sample one tap starts it anew, and one deletes it and leads Home', async () => {
  const storage = await freshStorage()
  const store = await sample(storage)
  location.hash = `#/r/${store.id}/plan`
  const shown = await renderPage(<SampleBar step="plan" />, { storage })
  page = shown
  await shown.press('button', 'Start the sample anew')
  await shown.until(() => !location.hash.includes(store.id), 'the address of the fresh one')
  expect(location.hash).toMatch(/^#\/r\/.+\/plan$/)
  await shown.press('button', 'Delete the sample')
  await shown.until(() => location.hash === '#/', 'Home')
  expect(samples(storage)).toEqual([])
})
