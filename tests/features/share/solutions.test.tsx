import { afterEach, expect, test } from 'vitest'
import { deleteEdit, fieldEdits } from '#core/reflection.ts'
import { solutionId, trackField } from '#core/workshop.ts'
import { en } from '#messages/en.ts'
import { openShare, type Shared } from './openShare.tsx'

const words = en.share
const KNOWN = 'Managing turnover'
let shared: Shared

afterEach(async () => {
  await shared.page.close()
})

const area = (name: string) =>
  shared.control<HTMLTextAreaElement>(shared.part('solutions'), 'textarea', name)
const solutions = () => shared.store.reflection().workshop.solutions
const blur = (field: HTMLElement) => shared.page.act(() => field.blur())

test('A challenge of the rubric stands with where its words come from, and takes several ideas', async () => {
  shared = await openShare()
  expect(shared.part('solutions').textContent).toContain(KNOWN)
  expect(shared.part('solutions').textContent).toContain(en.common.provenance.drafted)
  expect(solutions()).toEqual([])
  const field = area(words.helpsWith(KNOWN))
  await shared.write(field, 'Handover files\nTwo people each')
  // Kept before the field is left, and stored with it.
  const place = { kind: 'solution', record: 'test-rubric/a.c1', field: 'text' } as const
  expect(shared.store.draft(place)).toBe('Handover files\nTwo people each')
  await blur(field)
  expect(solutions()).toMatchObject([
    {
      id: solutionId('test-rubric', 'a.c1'),
      rubricId: 'test-rubric',
      sectionId: 'a',
      challengeId: 'a.c1',
      text: 'Handover files\nTwo people each',
    },
  ])
})

test('People add challenges of their own; one that was removed can be brought back', async () => {
  shared = await openShare()
  const { page } = shared
  await page.press('button', words.addChallengeTo('Build network culture'))
  const own = area(words.challengeColumn)
  expect(document.activeElement).toBe(own)
  await shared.write(own, 'Long drives')
  await blur(own)
  const help = area(words.helpsWith('Long drives'))
  await shared.write(help, 'Meet online every other month')
  await blur(help)
  const made = {
    sectionId: 'b',
    challengeId: '',
    challenge: 'Long drives',
    text: 'Meet online every other month',
  }
  expect(solutions()).toMatchObject([made])
  await page.press('button', words.removeChallenge('Long drives'))
  expect(solutions()).toEqual([])
  expect(page.text()).toContain(words.removedChallenge)
  await page.press('button', en.common.undo)
  expect(solutions()).toMatchObject([made])
  expect(area(words.helpsWith('Long drives')).value).toBe('Meet online every other month')
})

test('A row that nobody wrote in leaves nothing behind', async () => {
  shared = await openShare()
  await shared.page.press('button', words.addChallengeTo('Build network culture'))
  await shared.page.press('button', words.removeChallenge(words.unnamedChallenge))
  expect(shared.store.changes().filter(({ kind }) => kind === 'solution')).toEqual([])
  expect(shared.page.text()).not.toContain(words.removedChallenge)
})

test('Ideas of two devices both stand until someone chooses, and both can be kept', async () => {
  const id = solutionId('test-rubric', 'a.c1')
  const place = { rubricId: 'test-rubric', sectionId: 'a', challengeId: 'a.c1', order: 0 }
  shared = await openShare({ edits: () => fieldEdits('solution', id, { ...place, text: 'One' }) })
  const { page } = shared
  await shared.elsewhere(
    fieldEdits('solution', id, { text: 'Theirs' }),
    fieldEdits('solution', id, { text: 'Ours' }),
  )
  await page.until(() => page.text().includes('two devices wrote'), 'both ideas')
  await page.press('button', en.reflect.keepBoth)
  expect(solutions()[0]?.text.split('\n').toSorted()).toEqual(['Ours', 'Theirs'])
})

test('A row that another device removed while it was written in here can be kept', async () => {
  const place = { rubricId: 'test-rubric', sectionId: 'b', challengeId: '', order: 0 }
  shared = await openShare({
    edits: () => fieldEdits('solution', 's1', { ...place, challenge: 'Drives', text: '' }),
  })
  const { page } = shared
  await shared.elsewhere(
    [deleteEdit('solution', 's1')],
    fieldEdits('solution', 's1', { text: 'Meet online' }),
  )
  await page.until(() => page.text().includes(en.reflect.deletedElsewhere), 'the question')
  await page.press('button', en.reflect.keep)
  expect(page.text()).not.toContain(en.reflect.deletedElsewhere)
  expect(solutions()).toMatchObject([{ challenge: 'Drives', text: 'Meet online' }])
})

test('What tells on track from drifting off is kept for each rubric', async () => {
  shared = await openShare()
  const on = shared.control(shared.part('on-track'), 'textarea', words.voices.team.on)
  const off = shared.control(shared.part('on-track'), 'textarea', words.voices.team.off)
  await shared.write(on, 'Teams bring data')
  await shared.write(off, 'Same three voices')
  await blur(off)
  expect(shared.store.reflection().workshop.tracks.get('test-rubric')).toEqual({
    on: 'Teams bring data',
    off: 'Same three voices',
  })
})

test('Words of two devices on the closing question both stand', async () => {
  shared = await openShare()
  const { page, store } = shared
  const field = trackField('test-rubric', 'on')
  await shared.elsewhere(
    fieldEdits('reflection', store.id, { [field]: 'Theirs' }),
    fieldEdits('reflection', store.id, { [field]: 'Ours' }),
  )
  await page.until(() => page.text().includes(en.reflect.otherVersions), 'both')
  const theirs = [...shared.part('on-track').querySelectorAll('li')].find((version) =>
    version.textContent.includes('Theirs'),
  )
  await page.act(() => theirs?.querySelector('button')?.click())
  expect(store.reflection().workshop.tracks.get('test-rubric')?.on).toBe('Theirs')
})
