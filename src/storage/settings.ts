import { isJsonObject, type Json } from '#core/json.ts'
import type { StorageProblem } from '#core/problem.ts'
import type { Mode } from '#core/reflection.ts'
import type { Disk } from './disk.ts'
import { readJson, type Notes } from './notes.ts'
import { createSignal, type Readable } from './signal.ts'

/** What a person chose on this device. Never part of a reflection. */
export interface Settings {
  readonly theme: 'system' | 'light' | 'dark'
  /** Per cent of the usual size: 100 to 200. */
  readonly textSize: number
  /** `undefined`: as is usual where the browser's language is spoken. */
  readonly paper: 'letter' | 'a4' | undefined
  /** The language rubrics are shown in where they are translated, BCP 47; `undefined`: the original. */
  readonly rubricLang: string | undefined
  /** Single-key shortcuts on the rubric screen. */
  readonly shortcuts: boolean
  /** A sound when the time of a step is up. */
  readonly chime: boolean
  /** The facilitator's notes beside the clock. */
  readonly facilitatorNotes: boolean
  /** What a text given as evidence could also say, asked beside it. */
  readonly evidenceHints: boolean
  /** Whether the hint on how to install the app may still be shown. */
  readonly installHint: boolean
  /** Forms of Set up that were begun and are no reflection yet; checked by whoever reads them. */
  readonly unfinished: Readonly<Partial<Record<Mode | `${Mode}Again`, Json>>>
}

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  textSize: 100,
  paper: undefined,
  rubricLang: undefined,
  shortcuts: true,
  chime: false,
  facilitatorNotes: true,
  evidenceHints: true,
  installHint: true,
  unfinished: {},
}

export interface SettingsStore extends Readable<Settings> {
  /** Takes effect at once; kept on disk and told to other tabs soon after. */
  set(patch: Partial<Settings>): void
}

const NOTE = 'hub-reflect.settings'

/** The settings as last noted, before the database is open: for the theme of the first frame. */
export function notedSettings(notes: Notes): Settings {
  return readSettings(readJson(notes.read(NOTE)))
}

/**
 * The settings as last set. The note is written before the disk has its turn, so it wins: a page
 * that dies right after a choice still has it.
 */
export function latestSettings(notes: Notes, stored: unknown): Settings {
  return readSettings(readJson(notes.read(NOTE)) ?? stored)
}

/** Settings from untrusted stored values; whatever is not understood falls back to the default. */
export function readSettings(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) return DEFAULT_SETTINGS
  // Safe: every member is read as unknown and checked.
  const { theme, textSize, paper, rubricLang, shortcuts, installHint, unfinished, ...own } =
    stored as Record<string, unknown>
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : DEFAULT_SETTINGS.theme,
    textSize:
      typeof textSize === 'number' && textSize >= 100 && textSize <= 200
        ? textSize
        : DEFAULT_SETTINGS.textSize,
    paper: paper === 'letter' || paper === 'a4' ? paper : undefined,
    rubricLang: typeof rubricLang === 'string' ? rubricLang : undefined,
    shortcuts: typeof shortcuts === 'boolean' ? shortcuts : DEFAULT_SETTINGS.shortcuts,
    chime: own['chime'] === true,
    facilitatorNotes: own['facilitatorNotes'] !== false,
    evidenceHints: own['evidenceHints'] !== false,
    installHint: installHint !== false,
    unfinished: isJsonObject(unfinished) ? unfinished : DEFAULT_SETTINGS.unfinished,
  }
}

/**
 * @param onChanged told of a change made here, to pass it on to other tabs
 * @param onProblem told when the disk refused it; the note still has it
 */
export function createSettings(input: {
  disk: Disk
  notes: Notes
  initial: Settings
  onChanged(settings: Settings): void
  onProblem(problem: StorageProblem): void
}): SettingsStore & { follow(stored: unknown): void } {
  const signal = createSignal(input.initial)
  return {
    get: signal.get,
    subscribe: signal.subscribe,
    set(patch) {
      const settings = { ...signal.get(), ...patch }
      signal.set(settings)
      // A note that cannot be renewed must not outlive what the disk will know.
      if (!input.notes.write(NOTE, JSON.stringify(settings))) input.notes.remove(NOTE)
      input.onChanged(settings)
      void input.disk
        .run('rw', (tables) => tables.settings.put([{ ...settings, key: 'settings' }]))
        .then((done) => {
          if (!done.ok) input.onProblem(done.problem)
        })
    },
    follow: (stored) => signal.set(readSettings(stored)),
  }
}
