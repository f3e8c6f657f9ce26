import { useState } from 'react'

type Outcome<T, Problem> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

/** Where the making of a file stands. `made` has both the file and what became of it. */
export type FileMaking<File, Saved, Problem> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making' }
  | { readonly kind: 'made'; readonly file: File; readonly saved: Saved }
  | { readonly kind: 'failed'; readonly problem: Problem }

/** Makes a file, hands it over, and can hand the same one over again. */
export function useFileMaking<File, Saved, Problem>(
  save: (file: File) => Promise<Outcome<Saved, Problem>>,
) {
  const [making, setMaking] = useState<FileMaking<File, Saved, Problem>>({ kind: 'idle' })
  const handOver = async (file: File) => {
    const saved = await save(file)
    setMaking(
      saved.ok
        ? { kind: 'made', file, saved: saved.value }
        : { kind: 'failed', problem: saved.problem },
    )
  }
  return {
    making,
    async make(work: () => Promise<Outcome<File, Problem>>) {
      setMaking({ kind: 'making' })
      const made = await work()
      if (made.ok) await handOver(made.value)
      else setMaking({ kind: 'failed', problem: made.problem })
    },
    handOver,
    reset: () => setMaking({ kind: 'idle' }),
  }
}
