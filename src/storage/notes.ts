/** Small texts that are kept synchronously: localStorage without its exceptions. */
export interface Notes {
  read(key: string): string | undefined
  /** @returns false if the browser would not keep it (full, or forbidden) */
  write(key: string, text: string): boolean
  remove(key: string): void
  /** All keys that start with the prefix. */
  keys(prefix: string): readonly string[]
}

/** The notes of this browser. Even looking at localStorage may be forbidden. */
export function pageNotes(): Notes {
  return browserNotes(tried(() => localStorage, undefined))
}

/** Notes on a localStorage; without one nothing is kept and nothing fails. */
export function browserNotes(storage: Storage | undefined): Notes {
  return {
    read: (key) => tried(() => storage?.getItem(key) ?? undefined, undefined),
    write(key, text) {
      if (!storage) return false
      return tried(() => {
        storage.setItem(key, text)
        return true
      }, false)
    },
    remove(key) {
      tried(() => storage?.removeItem(key), undefined)
    },
    keys: (prefix) => tried(() => keysOf(storage, prefix), []),
  }
}

function keysOf(storage: Storage | undefined, prefix: string): readonly string[] {
  if (!storage) return []
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index))
  return keys.filter((key): key is string => key?.startsWith(prefix) ?? false)
}

/** localStorage throws when it is full, forbidden or its process is gone; callers have a second way. */
function tried<T>(act: () => T, otherwise: T): T {
  try {
    return act()
  } catch {
    return otherwise
  }
}

/** A note's JSON, or `undefined` if it is none. */
export function readJson(text: string | undefined): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
