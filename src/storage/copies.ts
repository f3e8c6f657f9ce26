import type { StorageProblem } from '#core/problem.ts'
import type { CopyNote } from './canary.ts'
import type { Disk } from './disk.ts'
import type { CopyRow } from './rows.ts'
import { createListeners } from './signal.ts'

/** The last copy of a reflection that left the browser. */
export type SavedCopy = Omit<CopyRow, 'reflection'>

/** When each reflection was last saved outside of the browser. */
export interface Copies {
  /** @param copy `changes`: how many changes are in it; `at`: milliseconds since 1970 UTC */
  noteSaved(reflectionId: string, copy: SavedCopy): void
  lastCopy(reflectionId: string): SavedCopy | undefined
  subscribe(listener: () => void): () => void
}

export interface CopyList extends Copies {
  follow(copy: CopyRow): void
  /** The newest of all. */
  newest(): CopyNote | undefined
}

/** @param onNoted told of a copy noted here, to pass it on */
export function createCopies(input: {
  disk: Disk
  initial: readonly CopyRow[]
  onNoted(copy: CopyRow): void
  onProblem(problem: StorageProblem): void
}): CopyList {
  const listeners = createListeners()
  const byReflection = new Map(input.initial.map((copy) => [copy.reflection, copy]))
  const follow = (copy: CopyRow) => {
    byReflection.set(copy.reflection, copy)
    listeners.tell()
  }
  return {
    follow,
    noteSaved(reflection, copy) {
      const row = { ...copy, reflection }
      follow(row)
      input.onNoted(row)
      void input.disk
        .run('rw', (tables) => tables.copies.put([row]))
        .then((done) => {
          if (!done.ok) input.onProblem(done.problem)
        })
    },
    lastCopy: (reflectionId) => byReflection.get(reflectionId),
    newest() {
      const newest = [...byReflection.values()].toSorted((one, other) => other.at - one.at)[0]
      return newest && { name: newest.name, at: newest.at }
    },
    subscribe: listeners.add,
  }
}
