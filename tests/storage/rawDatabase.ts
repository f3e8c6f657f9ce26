import { DATABASE_NAME } from '#storage/db.ts'
import type { TestBrowser } from './testHost.ts'

/** A whole database as it lies in the browser, read and built without the app's code. */
export interface RawDatabase {
  readonly version: number
  readonly stores: readonly RawStore[]
}

interface RawStore {
  readonly name: string
  readonly keyPath: string
  readonly indexes: readonly { readonly name: string; readonly keyPath: string }[]
  readonly rows: readonly unknown[]
}

/** Copies the database out of a browser. */
export async function dump(browser: TestBrowser): Promise<RawDatabase> {
  const database = await opened(browser.indexedDB.open(DATABASE_NAME))
  const stores: RawStore[] = []
  for (const name of database.objectStoreNames) {
    const store = database.transaction(name).objectStore(name)
    const rows = await opened(store.getAll())
    const indexes = [...store.indexNames].map((index) => ({
      name: index,
      keyPath: String(store.index(index).keyPath),
    }))
    stores.push({ name, keyPath: String(store.keyPath), indexes, rows })
  }
  const { version } = database
  database.close()
  return { version, stores }
}

/** Builds the database in a browser. */
export async function build(browser: TestBrowser, { version, stores }: RawDatabase): Promise<void> {
  const request = browser.indexedDB.open(DATABASE_NAME, version)
  request.onupgradeneeded = () => {
    for (const { name, keyPath, indexes, rows } of stores) {
      const store = request.result.createObjectStore(name, { keyPath })
      for (const index of indexes) store.createIndex(index.name, index.keyPath)
      for (const row of rows) store.put(row)
    }
  }
  const database = await opened(request)
  database.close()
}

function opened<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
