import { readFileSync } from 'node:fs'
import { runInThisContext } from 'node:vm'
import fc from 'fast-check'
import { transformWithOxc } from 'vite'
import { describe, expect, test } from 'vitest'
import { DELETED, ERASED } from '#core/change.ts'
import { createFold } from '#core/fold.ts'
import { canonicalJson } from '#core/json.ts'
import { faultOf, HISTORIES, search } from './convergence.ts'
import type { CreateFold } from './histories.ts'

const RUNS = Number(process.env['HISTORIES'] ?? 20_000)
const SEED = Number(process.env['SEED'] ?? 20_261_122)

test(
  `any order, repetition and grouping of merges gives one state, over ${RUNS} histories`,
  { timeout: 600_000 },
  () => {
    fc.assert(
      fc.property(HISTORIES, (acts) => {
        expect(faultOf(acts, createFold)).toBeUndefined()
      }),
      { numRuns: RUNS, seed: SEED },
    )
  },
)

/** Faults that a merge could have, as edits of its source. Each must be found. */
const MUTANTS: readonly { fault: string; from: string; to: string }[] = [
  {
    fault: 'the last writer wins and the other text is dropped',
    from: 'return heads.toSorted(newestFirst)',
    to: 'return heads.toSorted(newestFirst).slice(0, 1)',
  },
  {
    fault: 'equal times are shown in the order of arrival',
    from: 'return a.id < b.id ? 1 : -1',
    to: 'return 0',
  },
  { fault: 'the oldest is shown', from: 'return b.at - a.at', to: 'return a.at - b.at' },
  {
    fault: 'a clock years off is refused',
    from: 'if (byId.has(change.id) || refuses(change)) return []',
    to: 'if (byId.has(change.id) || refuses(change) || change.at > 1_900_000_000_000) return []',
  },
  {
    fault: 'device and counter are taken for the name of a change',
    from: 'if (byId.has(change.id) ||',
    to: 'if ([...byId.values()].some((c) => c.device === change.device && c.seq === change.seq) ||',
  },
  {
    fault: 'a change replaces only what arrived before it',
    from: 'for (const id of change.supersedes) field.superseded.add(id)',
    to: 'for (const id of change.supersedes) if (field.changes.has(id)) field.superseded.add(id)',
  },
  {
    fault: 'nothing is ever replaced',
    from: '!field.superseded.has(change.id)',
    to: 'true',
  },
  {
    fault: 'a delete wins over what it had not seen',
    from: 'const shown = unseen || kept',
    to: 'const shown = kept',
  },
  {
    fault: 'bringing back does not count',
    from: 'const shown = unseen || kept',
    to: 'const shown = unseen',
  },
  {
    fault: 'only one of two deletes counts',
    from: 'deletes.flatMap((change) => change.seen ?? [])',
    to: 'deletes.slice(0, 1).flatMap((change) => change.seen ?? [])',
  },
  {
    fault: 'a record that is shown again bears no mark',
    from: 'return { hidden: !shown, deletedElsewhere: shown }',
    to: 'return { hidden: !shown, deletedElsewhere: false }',
  },
  {
    fault: 'erased people come back with the next file',
    from: 'return participantId !== undefined && erased.has(participantId) && !isErasure(change)',
    to: 'return false',
  },
  {
    fault: 'erasing leaves what was there before',
    from: 'return [...new Set([key, ...forget(change.record)])]',
    to: 'return [key]',
  },
  {
    fault: 'erasing forgets that it erased',
    from: 'for (const erasure of own) put(erasure)',
    to: '',
  },
  {
    fault: 'erasing a person leaves their answers',
    from: "change.kind === 'response' ?",
    to: "change.kind === 'never' ?",
  },
  {
    fault: 'a read is cached for ever',
    from: 'record.state = undefined',
    to: 'record.state ??= undefined',
  },
  {
    fault: 'several heads are always called a conflict',
    from: 'contested: differ(heads)',
    to: 'contested: heads.length > 1',
  },
  {
    fault: 'a conflict is not told',
    from: 'contested: differ(heads)',
    to: 'contested: false',
  },
]

describe('the same histories find a merge that', () => {
  const source = readFileSync(new URL('../../src/core/fold.ts', import.meta.url), 'utf8')

  test('is sound: the untouched source keeps every promise', async () => {
    const sound = await compile(source)
    expect(search(sound, { runs: 300, seed: SEED })).toBeUndefined()
  })

  test.each(MUTANTS)('$fault', async ({ from, to }) => {
    expect(source.split(from), `"${from}" is in fold.ts exactly once`).toHaveLength(2)
    const mutant = await compile(source.replace(from, to))
    expect(search(mutant, { runs: 2000, seed: SEED })).toBeDefined()
  })
})

/** A fold from its source text: imports and exports cut off, run in place. */
async function compile(source: string): Promise<CreateFold> {
  const { code } = await transformWithOxc(source, 'fold.ts')
  const body = code
    .replace(/^import .*$/gm, '')
    .replace(/^export \{[^}]*\};?$/gm, '')
    .replace(/^export /gm, '')
  // Safe: the wrapper returns what fold.ts calls createFold.
  const wrap = runInThisContext(
    `(function (DELETED, ERASED, canonicalJson) { ${body}\nreturn createFold })`,
  ) as (deleted: string, erased: string, canonical: typeof canonicalJson) => CreateFold
  return wrap(DELETED, ERASED, canonicalJson)
}
