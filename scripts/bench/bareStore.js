// What both bare pages keep, and how: one strict write for each tap.

/** The sitting, from the database; from `data.json` at the first visit. */
export async function openStore() {
  const db = await new Promise((done, failed) => {
    const request = indexedDB.open('bare', 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore('marks', { keyPath: 'key' })
      request.result.createObjectStore('sitting')
    }
    request.onsuccess = () => done(request.result)
    request.onerror = () => failed(request.error)
  })
  const ask = (store, work) =>
    new Promise((done, failed) => {
      const request = work(db.transaction(store).objectStore(store))
      request.onsuccess = () => done(request.result)
      request.onerror = () => failed(request.error)
    })
  let sitting = await ask('sitting', (store) => store.get('one'))
  if (!sitting) sitting = await seed(db)
  const marks = new Map(
    (await ask('marks', (store) => store.getAll())).map((mark) => [mark.key, mark]),
  )
  return {
    ...sitting,
    marks,
    write(mark) {
      const writing = db.transaction('marks', 'readwrite', { durability: 'strict' })
      writing.objectStore('marks').put(mark)
      writing.commit()
    },
  }
}

async function seed(db) {
  const { marks, ...sitting } = await (await fetch('./data.json')).json()
  const writing = db.transaction(['marks', 'sitting'], 'readwrite')
  writing.objectStore('sitting').put(sitting, 'one')
  for (const mark of marks) writing.objectStore('marks').put(mark)
  await new Promise((done) => {
    writing.oncomplete = done
  })
  return sitting
}

/** Keeps the page for the next visit without a network, as the app does. */
export function keepOffline() {
  const policy = trustedTypes.createPolicy('sw-url', { createScriptURL: (url) => url })
  const keep = () =>
    void navigator.serviceWorker.register(policy.createScriptURL('./bareWorker.js'))
  if (document.readyState === 'complete') keep()
  else addEventListener('load', keep)
}
