/** Stops the program on something that cannot happen. The words are for developers, never for a screen. */
export function invariant(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${what}`)
}

/** Makes the compiler point here when a union grows, and throws if it was outwitted. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
