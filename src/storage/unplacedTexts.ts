import { isJsonObject } from '#core/json.ts'
import { pageNotes, readJson } from './notes.ts'
import { createSignal, type Readable } from './signal.ts'

/**
 * What was typed into a reflection's fields and cannot be stored as it is: initials that are nobody's
 * yet, a date in no calendar. Kept on this device until it is put right; no part of the reflection.
 */
export interface UnplacedTexts extends Readable<ReadonlyMap<string, readonly string[]>> {
  /** Says what of a field is unplaced now; without texts nothing is. */
  set(field: string, texts: readonly string[]): void
}

const PREFIX = 'hub-reflect.unplaced.'

const known = new Map<string, UnplacedTexts>()

/** True once this device was cleared: what is still on the screen must not be written back. */
let isOver = false

/** Ends all writing, until the page is loaded anew. */
export function endUnplacedTexts(): void {
  isOver = true
}

/** The unplaced texts of one form of a reflection; the same object for the whole page. */
export function unplacedTexts(form: 'paper' | 'setup', reflectionId: string): UnplacedTexts {
  const key = `${PREFIX}${form}.${reflectionId}`
  const texts = known.get(key) ?? createUnplacedTexts(key)
  known.set(key, texts)
  return texts
}

/** @param key of the note they are kept in */
export function createUnplacedTexts(key: string): UnplacedTexts {
  const notes = pageNotes()
  const noted = () => readTexts(readJson(notes.read(key)))
  const signal = createSignal(noted())
  // Of the other windows; a key that is `null` says that all of them were cleared.
  addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) signal.set(noted())
  })
  return {
    get: signal.get,
    subscribe: signal.subscribe,
    set(field, texts) {
      const before = signal.get()
      if (texts.length === 0 && !before.has(field)) return
      const next = new Map(before)
      if (texts.length === 0) next.delete(field)
      else next.set(field, texts)
      signal.set(next)
      if (isOver) return
      // Where the browser keeps no notes, they last as long as the page.
      if (next.size === 0) notes.remove(key)
      else notes.write(key, JSON.stringify(Object.fromEntries(next)))
    },
  }
}

/** From untrusted text; whatever is not understood is as if it were not there. */
function readTexts(noted: unknown): ReadonlyMap<string, readonly string[]> {
  if (!isJsonObject(noted)) return new Map()
  return new Map(
    Object.entries(noted).flatMap(([field, texts]) => {
      const strings = Array.isArray(texts)
        ? texts.filter((text): text is string => typeof text === 'string')
        : []
      return strings.length > 0 ? [[field, strings] as const] : []
    }),
  )
}
