import { pageNotes, readJson } from './notes.ts'

/** Where someone left a reflection on this device: not part of the reflection, never merged. */
export interface Place {
  readonly sectionId?: string
  readonly itemId?: string
  readonly participantId?: string
}

const PREFIX = 'hub-reflect.place.'

/** The place left last time on this device, if the browser still remembers it. */
export function readPlace(reflectionId: string): Place | undefined {
  const stored = readJson(pageNotes().read(PREFIX + reflectionId))
  if (typeof stored !== 'object' || stored === null) return undefined
  const found: Record<string, string> = {}
  for (const [name, value] of Object.entries(stored)) {
    if (PARTS.has(name) && typeof value === 'string') found[name] = value
  }
  return found
}

const PARTS = new Set(['sectionId', 'itemId', 'participantId'])

/** Remembers a place; parts not named keep their last value. */
export function savePlace(reflectionId: string, place: Place): void {
  const merged = { ...readPlace(reflectionId), ...place }
  // Where the browser keeps no notes, the reflection opens at its first section.
  pageNotes().write(PREFIX + reflectionId, JSON.stringify(merged))
}
