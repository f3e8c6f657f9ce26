import type { Change } from '#core/change.ts'
import { ok } from '#core/result.ts'
import type { Disk } from './disk.ts'
import type { ChangeRows, Rows, Tables } from './rows.ts'

/** A disk that forgets with the page: for windows in which the browser stores nothing. */
export function memoryDisk(): Disk {
  const tables = memoryTables()
  return {
    run: async (_mode, work) => ok(await work(tables)),
    close: () => undefined,
  }
}

function memoryTables(): Tables {
  return {
    changes: memoryChanges(),
    rubrics: memoryRows(({ hash }) => hash),
    drafts: memoryRows(({ key }) => key),
    settings: memoryRows(({ key }) => key),
    meta: memoryRows(({ key }) => key),
    headers: memoryRows(({ id }) => id),
    imports: memoryRows(({ id }) => id),
    copies: memoryRows(({ reflection }) => reflection),
    ownRubrics: memoryRows(({ hash }) => hash),
    rubricDrafts: memoryRows(({ id }) => id),
  }
}

function memoryChanges(): ChangeRows {
  const rows = memoryRows<Change>(({ id }) => id)
  const of = async (reflectionId: string) =>
    (await rows.all()).filter(({ reflection }) => reflection === reflectionId)
  return {
    ...rows,
    of,
    idsOf: async (reflectionId) => (await of(reflectionId)).map(({ id }) => id),
    countOf: async (reflectionId) => (await of(reflectionId)).length,
    reflections: async () => [...new Set((await rows.all()).map(({ reflection }) => reflection))],
  }
}

function memoryRows<Row>(keyOf: (row: Row) => string): Rows<Row> {
  const byKey = new Map<string, Row>()
  return {
    get: async (key) => byKey.get(key),
    many: async (keys) => keys.map((key) => byKey.get(key)),
    all: async () => [...byKey.values()],
    count: async () => byKey.size,
    async put(rows) {
      for (const row of rows) byKey.set(keyOf(row), row)
    },
    async remove(keys) {
      for (const key of keys) byKey.delete(key)
    },
    async clear() {
      byKey.clear()
    },
  }
}
