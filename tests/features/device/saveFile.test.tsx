import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { COPY_ENDING, COPY_TYPE } from '#exchange/copyFormat.ts'
import { saveFile } from '#platform/saveFile.ts'
import { catchDownloads, type Download } from '../../support/downloads.ts'

const FILE = { name: 'Cedar-2026-11-22.hubreflect.txt', type: 'text/plain', text: 'é' }

let downloads: readonly Download[]
let shared: File[]

beforeEach(() => {
  downloads = catchDownloads()
  shared = []
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
  Reflect.deleteProperty(navigator, 'share')
  Reflect.deleteProperty(navigator, 'canShare')
})

function aDevice({ touch, canShare = true }: { touch: boolean; canShare?: boolean }, fault = '') {
  vi.spyOn(window, 'matchMedia').mockImplementation(
    // Safe: only `matches` is read.
    (query) => ({ matches: touch && query === '(pointer: coarse)' }) as MediaQueryList,
  )
  Object.defineProperty(navigator, 'canShare', { configurable: true, value: () => canShare })
  Object.defineProperty(navigator, 'share', {
    configurable: true,
    value: async ({ files }: { files: File[] }) => {
      if (fault !== '') throw new DOMException('', fault)
      shared.push(...files)
    },
  })
}

test('A tablet shows its share sheet, with the name and type it lets through', async () => {
  aDevice({ touch: true })
  expect(await saveFile(FILE)).toEqual({ ok: true, value: 'shared' })
  expect(shared.map(({ name, type }) => [name, type])).toEqual([[FILE.name, 'text/plain']])
  expect(await shared[0]!.text()).toBe('é')
  expect(downloads).toEqual([])
  // Chromium lets .txt through and neither .json nor an ending of our own.
  expect([COPY_ENDING.endsWith('.txt'), COPY_TYPE]).toEqual([true, 'text/plain'])
})

test('A laptop downloads, and so does a tablet that cannot share files', async () => {
  aDevice({ touch: false })
  expect(await saveFile(FILE)).toEqual({ ok: true, value: 'saved' })
  aDevice({ touch: true, canShare: false })
  const bytes = { name: 'a.pdf', type: 'application/pdf', bytes: Uint8Array.of(37, 80, 68, 70) }
  expect(await saveFile(bytes)).toEqual({ ok: true, value: 'saved' })
  Reflect.deleteProperty(navigator, 'canShare')
  expect(await saveFile(FILE)).toEqual({ ok: true, value: 'saved' })
  expect(downloads.map(({ name }) => name)).toEqual([FILE.name, 'a.pdf', FILE.name])
  expect(await downloads[1]!.text()).toBe('%PDF')
  expect(shared).toEqual([])
})

test('A closed share sheet is no failure and starts no download', async () => {
  aDevice({ touch: true }, 'AbortError')
  expect(await saveFile(FILE)).toEqual({ ok: true, value: 'cancelled' })
  expect(downloads).toEqual([])
})

test('A share sheet that does not open gives way to a download', async () => {
  aDevice({ touch: true }, 'NotAllowedError')
  expect(await saveFile(FILE)).toEqual({ ok: true, value: 'saved' })
  expect(downloads).toHaveLength(1)
})

test('The page is not left, nothing stays in the document, and the address is let go in time', async () => {
  vi.useFakeTimers()
  const revoke = vi.spyOn(URL, 'revokeObjectURL')
  aDevice({ touch: false })
  const before = [location.href, document.body.innerHTML]
  await saveFile(FILE)
  expect([location.href, document.body.innerHTML]).toEqual(before)
  expect(revoke).not.toHaveBeenCalled()
  vi.advanceTimersByTime(120_000)
  expect(revoke).toHaveBeenCalledOnce()
})
