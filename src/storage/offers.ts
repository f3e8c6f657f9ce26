import { pageNotes, readJson } from './notes.ts'

const PREFIX = 'hub-reflect.offer.'

/** Hashes of the definitions that somebody does not want to be offered in a reflection, on this device. */
export function declinedOffers(reflectionId: string): ReadonlySet<string> {
  const stored = readJson(pageNotes().read(PREFIX + reflectionId))
  if (!Array.isArray(stored)) return new Set()
  return new Set(stored.filter((hash: unknown) => typeof hash === 'string'))
}

/** Remembers that these definitions are not to be offered again. Where no notes are kept, they will be. */
export function declineOffers(reflectionId: string, hashes: readonly string[]): void {
  const all = [...declinedOffers(reflectionId), ...hashes]
  pageNotes().write(PREFIX + reflectionId, JSON.stringify([...new Set(all)]))
}
