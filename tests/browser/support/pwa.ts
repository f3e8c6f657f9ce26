import { expect, type Page } from './app.ts'

/** Waits until the worker controls the page and every file of the build is in its cache. */
export async function untilOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (navigator.serviceWorker.controller) return
    await new Promise((done) =>
      navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }),
    )
  })
  await expect.poll(() => missingFiles(page)).toEqual([])
}

/** Asks the worker, as the app does, which files of the build are not in its cache. */
export async function missingFiles(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    const { port1, port2 } = new MessageChannel()
    const answer = new Promise<readonly string[]>((done) => {
      port1.onmessage = ({ data: missing }: MessageEvent<readonly string[]>) => done(missing)
    })
    registration?.active?.postMessage({ type: 'MISSING_FILES' }, [port2])
    return answer
  })
}

/** Deletes the files of the worker's cache whose address matches; returns how many there were. */
export async function loseFiles(page: Page, pattern: RegExp): Promise<number> {
  return page.evaluate(async (source) => {
    let lost = 0
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        if (!new RegExp(source).test(request.url)) continue
        await cache.delete(request)
        lost += 1
      }
    }
    return lost
  }, pattern.source)
}
