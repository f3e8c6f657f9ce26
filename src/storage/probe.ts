import type { StorageProblem } from '#core/problem.ts'
import { fail, ok, type Result } from '#core/result.ts'
import type { Hub } from './hub.ts'

const KEY = 'probe'

/**
 * Writes a line, reads it in another transaction and takes it away again: whether the disk keeps what it
 * is given. The line is one that nothing else looks at, should the page die in between.
 */
export async function probe({ disk, host, volatile }: Hub): Promise<Result<void, StorageProblem>> {
  if (volatile) return fail(volatile)
  const at = host.now()
  const written = await disk.run('rw', (tables) =>
    tables.imports.put([{ id: KEY, at, added: [], reflections: [] }]),
  )
  if (!written.ok) return written
  const read = await disk.run('r', (tables) => tables.imports.get(KEY))
  if (!read.ok) return read
  const removed = await disk.run('rw', (tables) => tables.imports.remove([KEY]))
  if (!removed.ok) return removed
  return read.value?.at === at
    ? ok(undefined)
    : fail({ kind: 'storageFailed', detail: 'what was written did not come back' })
}
