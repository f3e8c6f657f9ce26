import type { Page } from '@playwright/test'
import type { Change } from '#core/change.ts'

/** Every row of a table, read in the page but without any of the app's code. */
export function rawRows<Row>(page: Page, table: string): Promise<readonly Row[]> {
  return page.evaluate(async (name) => {
    const settle = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await settle(indexedDB.open('hub-reflect'))
    const rows: Row[] = await settle(database.transaction(name).objectStore(name).getAll())
    database.close()
    return rows
  }, table)
}

/** Every change on disk. */
export function rawChanges(page: Page): Promise<readonly Change[]> {
  return rawRows<Change>(page, 'changes')
}
