// The worker of the bare pages: everything it ever fetched comes from its cache.
addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => event.waitUntil(clients.claim()))
addEventListener('fetch', (event) => {
  const answer = async () => {
    const cache = await caches.open('bare')
    const kept = await cache.match(event.request)
    if (kept) return kept
    const fresh = await fetch(event.request)
    if (fresh.ok) await cache.put(event.request, fresh.clone())
    return fresh
  }
  event.respondWith(answer())
})
