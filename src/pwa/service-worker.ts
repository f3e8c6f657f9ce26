// Keeps every file of one build on the device and answers from there. A new build is fetched whole,
// then waits until a page says so: two builds never mix under an open page.
import { PrecacheController, PrecacheRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import type { WorkerQuestion } from './workerQuestion.ts'

declare const self: ServiceWorkerGlobalScope
/** The files of this build with their revisions and hashes; the build puts the list in. */
declare const __PRECACHE__: readonly { url: string; revision: string | null; integrity: string }[]

const kept = new PrecacheController()
kept.precache([...__PRECACHE__])

// The app reads its place from the hash, so what stands behind "?" never selects another file.
registerRoute(new PrecacheRoute(kept, { ignoreURLParametersMatching: [/./] }))

// An address below the app that is no file of it: ask the server; without one, go to the app.
registerRoute(
  new NavigationRoute(async ({ request }) => {
    try {
      return await fetch(request)
    } catch {
      return Response.redirect(self.registration.scope)
    }
  }),
)

let isFirst = false

self.addEventListener('install', () => {
  isFirst = self.registration.active === null
})

// The very first visit already works offline. Later builds never take over pages by themselves.
self.addEventListener('activate', (event) => {
  if (isFirst) event.waitUntil(self.clients.claim())
})

self.addEventListener('message', (event) => {
  // Safe: only our own pages can reach this worker, and they ask nothing else.
  const question = event.data as WorkerQuestion
  const reply = (missing: readonly string[]) => event.ports[0]?.postMessage(missing)
  if (question.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting())
  if (question.type === 'MISSING_FILES') event.waitUntil(missingFiles().then(reply))
  if (question.type === 'FETCH_MISSING') event.waitUntil(fetchMissing().then(reply))
})

/** Addresses of files of this build that are not in the cache. */
async function missingFiles(): Promise<readonly string[]> {
  const cache = await caches.open(kept.strategy.cacheName)
  const present = new Set((await cache.keys()).map(({ url }) => url))
  return [...kept.getURLsToCacheKeys()].flatMap(([url, key]) => (present.has(key) ? [] : [url]))
}

/** Fetches what is missing, as far as the network gives it; answers with what still is. */
async function fetchMissing(): Promise<readonly string[]> {
  const cache = await caches.open(kept.strategy.cacheName)
  for (const url of await missingFiles()) {
    const key = kept.getCacheKeyForURL(url) ?? url
    const integrity = kept.getIntegrityForCacheKey(key) ?? ''
    try {
      const response = await fetch(new Request(url, { integrity, cache: 'reload' }))
      if (response.ok) await cache.put(key, response)
    } catch {
      // No network, or another build is on the server: it stays in the list of what is missing.
      continue
    }
  }
  return missingFiles()
}
