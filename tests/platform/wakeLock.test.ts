import { afterEach, expect, test, vi } from 'vitest'
import { keepAwake } from '#platform/wakeLock.ts'

/** A browser's page that can be hidden, and its locks. */
function aBrowser(request?: () => Promise<{ release: () => void }>) {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  vi.stubGlobal('document', page)
  vi.stubGlobal('navigator', request ? { wakeLock: { request } } : {})
  return {
    show(visibilityState: 'visible' | 'hidden') {
      page.visibilityState = visibilityState
      page.dispatchEvent(new Event('visibilitychange'))
    },
  }
}

function aLock() {
  const release = vi.fn<() => void>()
  return { release, request: vi.fn(() => Promise.resolve({ release })) }
}

const settle = () => new Promise((resolve) => setTimeout(resolve))

afterEach(() => vi.unstubAllGlobals())

test('The screen is kept on, asked for again when the page comes back, and let go at the end', async () => {
  const { request, release } = aLock()
  const browser = aBrowser(request)
  const told: string[] = []
  const end = keepAwake((state) => told.push(state))
  await settle()
  expect(request.mock.calls).toEqual([['screen']])
  browser.show('hidden')
  await settle()
  expect(request).toHaveBeenCalledTimes(1)
  browser.show('visible')
  await settle()
  expect(request).toHaveBeenCalledTimes(2)
  expect(release).not.toHaveBeenCalled()
  end()
  expect(release).toHaveBeenCalledTimes(1)
  browser.show('visible')
  await settle()
  expect(request).toHaveBeenCalledTimes(2)
  expect(told).toEqual(['on', 'on', 'off'])
})

test('A lock that comes after the end is let go at once', async () => {
  const { request, release } = aLock()
  aBrowser(request)
  keepAwake(() => undefined)()
  await settle()
  expect(release).toHaveBeenCalledTimes(1)
})

test('A browser that will not or cannot is told of', async () => {
  const told: string[] = []
  aBrowser(() => Promise.reject(new Error('low battery')))
  keepAwake((state) => told.push(state))
  await settle()
  aBrowser()
  keepAwake((state) => told.push(state))()
  expect(told).toEqual(['refused', 'unable'])
})
