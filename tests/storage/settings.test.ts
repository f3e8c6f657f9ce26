import { expect, test } from 'vitest'
import { openStorage, type Storage } from '#storage/storage.ts'
import { testBrowser, type TestBrowser } from './testHost.ts'

async function open(browser: TestBrowser): Promise<Storage> {
  const opened = await openStorage(browser.tab().host)
  if (!opened.ok) throw new Error(opened.problem.kind)
  return opened.value
}

test('a setting made as the page dies is there at the next start', async () => {
  const browser = testBrowser()
  const tab = browser.tab()
  const opened = await openStorage(tab.host)
  if (!opened.ok) throw new Error(opened.problem.kind)
  opened.value.settings.set({ paper: 'letter' })
  await opened.value.flushDrafts()
  // The disk of a dying page takes nothing more.
  opened.value.close()
  opened.value.settings.set({ paper: 'a4', unfinished: { team: { team: 'Cedar' } } })
  tab.die()
  const again = await open(browser)
  expect(again.settings.get()).toMatchObject({
    paper: 'a4',
    unfinished: { team: { team: 'Cedar' } },
  })
})

test('without notes the settings come from the disk', async () => {
  const browser = testBrowser()
  const storage = await open(browser)
  storage.settings.set({ theme: 'dark' })
  await storage.flushDrafts()
  await new Promise((resolve) => setTimeout(resolve, 20))
  browser.notes.clear()
  expect((await open(browser)).settings.get().theme).toBe('dark')
})

test('a note that cannot be renewed does not outlive what the disk knows', async () => {
  const browser = testBrowser()
  const storage = await open(browser)
  storage.settings.set({ theme: 'light' })
  browser.notesFull = true
  storage.settings.set({ theme: 'dark' })
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect((await open(browser)).settings.get().theme).toBe('dark')
})

test('hints on evidence are on until somebody turns them off, and stay off', async () => {
  const browser = testBrowser()
  const storage = await open(browser)
  expect(storage.settings.get().evidenceHints).toBe(true)
  storage.settings.set({ evidenceHints: false })
  await new Promise((resolve) => setTimeout(resolve, 20))
  storage.close()
  expect((await open(browser)).settings.get().evidenceHints).toBe(false)
})
