/** Work cut into pieces: it yields how much is done, from 0 to 1, and returns its outcome. */
export type Steps<T> = Generator<number, T, void>

/** How long one turn may keep the page busy: short enough that a tap is answered at once. */
const TURN_MS = 16

export interface Turns {
  /** Told now and then how much is done, from 0 to 1. */
  readonly onProgress?: ((done: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/** Does all the work at once. */
export function runAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/**
 * Does the work in short turns and lets the page answer in between.
 *
 * @returns the outcome, or `undefined` once `signal` was aborted
 */
export async function runInTurns<T>(
  steps: Steps<T>,
  { onProgress, signal }: Turns = {},
): Promise<T | undefined> {
  let turnEnd = performance.now() + TURN_MS
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() < turnEnd) continue
    onProgress?.(step.value)
    await nextTurn()
    if (signal?.aborted) return undefined
    turnEnd = performance.now() + TURN_MS
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
