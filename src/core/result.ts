/** The outcome of something a person or the world can make fail: a value, or a problem as data. */
export type Result<T, P> = { readonly ok: true; readonly value: T } | Failure<P>

export interface Failure<P> {
  readonly ok: false
  readonly problem: P
}

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function fail<P>(problem: P): Failure<P> {
  return { ok: false, problem }
}
