import { readClock, type Clock } from '#core/clock.ts'
import { isJsonObject, type Json } from '#core/json.ts'
import { TIMED_STEPS, type TimedStep } from '#core/sessionPlan.ts'
import { pageNotes, readJson } from './notes.ts'
import { createSignal, type Readable } from './signal.ts'

/**
 * How a session of one reflection stands on this device: nothing of it is entered by anyone, so it is
 * no part of the reflection. The window with the projector view follows it.
 */
export interface SessionNote {
  /** Where the window that leads the session is; `undefined` before it was anywhere. */
  readonly place: SessionPlace | undefined
  /** The clock of a step, once one was started. */
  readonly clock: Clock | undefined
}

export interface SessionPlace {
  readonly step: TimedStep
  readonly rubricId: string | undefined
  readonly sectionId: string | undefined
}

export interface SessionNoteStore extends Readable<SessionNote> {
  /** Takes effect at once, here and in the other windows. Where nothing can be kept: only here. */
  set(patch: Partial<SessionNote>): void
}

const PREFIX = 'hub-reflect.session.'

const stores = new Map<string, SessionNoteStore>()

/** The note of a reflection; the same one for the whole page. */
export function sessionNote(reflectionId: string): SessionNoteStore {
  const known = stores.get(reflectionId)
  if (known) return known
  const store = createSessionNote(reflectionId)
  stores.set(reflectionId, store)
  return store
}

function createSessionNote(reflectionId: string): SessionNoteStore {
  const key = PREFIX + reflectionId
  const notes = pageNotes()
  const signal = createSignal(readNote(readJson(notes.read(key))))
  // Of the other windows; a key that is `null` says that all of them were cleared.
  addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) signal.set(readNote(readJson(notes.read(key))))
  })
  return {
    get: signal.get,
    subscribe: signal.subscribe,
    set(patch) {
      const note = { ...signal.get(), ...patch }
      signal.set(note)
      notes.write(key, JSON.stringify(note))
    },
  }
}

/** A note from untrusted text; whatever is not understood is as if it were not there. */
function readNote(noted: unknown): SessionNote {
  if (!isJsonObject(noted)) return { place: undefined, clock: undefined }
  return { place: readPlace(noted['place']), clock: readClock(noted['clock']) }
}

function readPlace(noted: Json | undefined): SessionPlace | undefined {
  if (!isJsonObject(noted)) return undefined
  const step = TIMED_STEPS.find((known) => known === noted['step'])
  return step && { step, rubricId: idOf(noted['rubricId']), sectionId: idOf(noted['sectionId']) }
}

function idOf(noted: Json | undefined): string | undefined {
  return typeof noted === 'string' ? noted : undefined
}
