/** Something that can be read at any time and tells when it changed. */
export interface Readable<T> {
  /** The same object until the next change. */
  get(): T
  /** @returns a function that ends the subscription */
  subscribe(listener: () => void): () => void
}

export interface Signal<T> extends Readable<T> {
  set(value: T): void
}

/** A value that tells its subscribers, synchronously, when it is set to another one. */
export function createSignal<T>(initial: T): Signal<T> {
  const listeners = createListeners()
  let current = initial
  return {
    get: () => current,
    subscribe: listeners.add,
    set(value) {
      if (Object.is(value, current)) return
      current = value
      listeners.tell()
    },
  }
}

export interface Listeners {
  add(listener: () => void): () => void
  tell(): void
}

/** A set of listeners; one that leaves while they are told is not told any more. */
export function createListeners(): Listeners {
  const listeners = new Set<() => void>()
  return {
    add(listener) {
      // A wrapper, so that the same function may subscribe twice.
      const own = () => listener()
      listeners.add(own)
      return () => {
        listeners.delete(own)
      }
    },
    tell() {
      for (const listener of listeners) listener()
    },
  }
}
