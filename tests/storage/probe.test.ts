import { expect, test } from 'vitest'
import { openMemoryStorage, openStorage } from '#storage/storage.ts'
import { testBrowser } from './testHost.ts'

async function opened(browser = testBrowser()) {
  const storage = await openStorage(browser.tab().host)
  if (!storage.ok) throw new Error(storage.problem.kind)
  return storage.value
}

test('a disk that works says so, again and again, and nothing stays of it', async () => {
  const storage = await opened()
  expect((await storage.probe()).ok).toBe(true)
  expect((await storage.probe()).ok).toBe(true)
  expect(await storage.allChanges()).toEqual([])
  expect((await storage.undoMerge('probe')).ok).toBe(true)
  storage.close()
})

test('a disk that is gone is told', async () => {
  const storage = await opened()
  storage.close()
  const probed = await storage.probe()
  expect(probed.ok ? '' : probed.problem.kind).toBe('storageGone')
})

test('a storage that forgets with the page is no storage', async () => {
  const storage = await openMemoryStorage(
    { kind: 'storageUnavailable', detail: 'private window' },
    testBrowser().tab().host,
  )
  const probed = await storage.probe()
  expect(probed.ok ? '' : probed.problem.kind).toBe('storageUnavailable')
  storage.close()
})
