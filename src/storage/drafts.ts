import type { Edit, RecordKind } from '#core/change.ts'
import type { Json } from '#core/json.ts'
import type { StorageProblem } from '#core/problem.ts'
import { cleanText } from '#core/text.ts'
import type { Disk } from './disk.ts'
import { readJson, type Notes } from './notes.ts'
import type { DraftRow } from './rows.ts'
import { fieldKey } from './view.ts'

/** Where a draft belongs: a text field of a record. */
export interface DraftPlace {
  readonly kind: RecordKind
  readonly record: string
  readonly field: string
}

/** What is being typed in one reflection, until it is a change on disk. */
export interface Drafts {
  /** What the field shows instead of the stored value, if something is being typed. */
  text(place: DraftPlace): string | undefined
  /** @param founding what else makes the record, if it does not exist yet */
  set(place: DraftPlace, text: string, founding?: readonly Edit[]): void
  /** Makes a change of it. @param leaving true once the writer has left the field */
  commit(place: DraftPlace, leaving: boolean): void
  commitAll(): void
  /** True while something typed is not in a change. */
  isTyping(): boolean
  /** Why the last draft could not be kept on disk, until one could. */
  problem(): StorageProblem | undefined
  close(): void
}

/** How long typing may be on its way to the disk, in milliseconds. */
const DISK_MS = 300
/** How long a pause makes a change of what was typed, in milliseconds. */
const PAUSE_MS = 2000

const PREFIX = 'hub-reflect.draft.'

/** What drafts need of the reflection they belong to. */
export interface DraftDesk {
  readonly tab: string
  readonly reflection: string
  readonly notes: Notes
  readonly disk: Disk
  /** Milliseconds since 1970 UTC, always later than before. */
  time(): number
  value(place: DraftPlace): Json | undefined
  heads(place: DraftPlace): readonly string[]
  hasRecord(place: DraftPlace): boolean
  /** Makes changes of a draft. @returns the id of the field's new change */
  write(draft: DraftWrite): string
  changed(): void
}

export interface DraftWrite {
  readonly place: DraftPlace
  readonly text: string
  readonly base: readonly string[]
  readonly founding: readonly Edit[]
  /** To be written with the changes: it voids older copies of the draft. */
  readonly settled: DraftRow
  /** To be told once they are on disk. */
  onSaved(): void
}

interface Draft {
  readonly place: DraftPlace
  readonly key: string
  /** What the writer had in view when typing began, and what the draft has become since. */
  readonly seen: readonly string[]
  readonly own: string | undefined
  readonly text: string
  readonly at: number
  readonly founding: readonly Edit[]
  /** True while the text is not in a change. */
  readonly isOpen: boolean
}

/** The drafts of one reflection in one page. */
export function createDrafts(desk: DraftDesk): Drafts {
  const drafts = new Map<string, Draft>()
  const pauses = new Map<string, ReturnType<typeof setTimeout>>()
  const keeper = createKeeper(desk)

  function set(place: DraftPlace, text: string, founding: readonly Edit[] = []): void {
    const key = fieldKey(place)
    const last = drafts.get(key)
    const draft: Draft = {
      place,
      key,
      seen: last?.seen ?? desk.heads(place),
      own: last?.own,
      text,
      at: desk.time(),
      founding: founding.length > 0 ? founding : (last?.founding ?? []),
      isOpen: cleanText(text) !== storedText(place),
    }
    drafts.set(key, draft)
    keeper.keep(toRow(draft, desk))
    clearTimeout(pauses.get(key))
    pauses.set(
      key,
      setTimeout(() => commit(place, false), PAUSE_MS),
    )
    desk.changed()
  }

  function storedText(place: DraftPlace): string {
    const value = desk.value(place)
    return typeof value === 'string' ? value : ''
  }

  function commit(place: DraftPlace, leaving: boolean): void {
    const key = fieldKey(place)
    const draft = drafts.get(key)
    if (!draft) return
    clearTimeout(pauses.get(key))
    const settled = { ...toRow(draft, desk), text: null }
    if (draft.isOpen) {
      const own = desk.write({
        place,
        text: cleanText(draft.text),
        base: baseOf(draft),
        founding: desk.hasRecord(place) ? [] : draft.founding,
        settled,
        onSaved: () => keeper.release(settled),
      })
      drafts.set(key, { ...draft, own, isOpen: false })
    } else if (draft.own === undefined) {
      keeper.drop(settled)
    }
    if (leaving) drafts.delete(key)
    desk.changed()
  }

  return {
    text(place) {
      const draft = drafts.get(fieldKey(place))
      if (!draft) return undefined
      // A finished draft gives way as soon as someone else writes something else there.
      const isShown = draft.isOpen || cleanText(draft.text) === storedText(place)
      return isShown ? draft.text : undefined
    },
    set,
    commit,
    commitAll() {
      for (const { place } of drafts.values()) commit(place, false)
      keeper.flush()
    },
    isTyping: () => [...drafts.values()].some(({ isOpen }) => isOpen),
    problem: keeper.problem,
    close() {
      for (const pause of pauses.values()) clearTimeout(pause)
      keeper.close()
    },
  }
}

function baseOf({ seen, own }: Draft): readonly string[] {
  return own === undefined || seen.includes(own) ? seen : [...seen, own]
}

function toRow(draft: Draft, { tab, reflection }: DraftDesk): DraftRow {
  const { place, key, text, at, founding } = draft
  return {
    ...{ tab, reflection, text, at, founding },
    ...{ kind: place.kind, record: place.record, field: place.field },
    key: `${tab}\n${reflection}\n${key}`,
    base: baseOf(draft),
  }
}

/** Keeps drafts in localStorage at once and on disk soon after. */
function createKeeper({ notes, disk, changed }: DraftDesk) {
  const waiting = new Map<string, DraftRow>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let problem: StorageProblem | undefined

  async function write(): Promise<void> {
    timer = undefined
    const rows = [...waiting.values()]
    waiting.clear()
    const done = await disk.run('rw', (tables) => tables.drafts.put(rows))
    const before = problem
    problem = done.ok ? undefined : done.problem
    if (before !== problem) changed()
  }

  function keepOnDisk(row: DraftRow): void {
    waiting.set(row.key, row)
    timer ??= setTimeout(() => void write(), DISK_MS)
  }

  function release(row: DraftRow): void {
    const noted = readDraft(readJson(notes.read(PREFIX + row.key)))
    if (!noted || noted.at <= row.at) notes.remove(PREFIX + row.key)
  }

  return {
    keep(row: DraftRow) {
      notes.write(PREFIX + row.key, JSON.stringify(row))
      keepOnDisk(row)
    },
    /** The draft says what is stored: nothing has to be kept of it. */
    drop(row: DraftRow) {
      keepOnDisk(row)
      release(row)
    },
    /** The draft is in a change on disk: its note may go, unless it is a newer one. */
    release,
    flush() {
      if (timer === undefined) return
      clearTimeout(timer)
      void write()
    },
    problem: () => problem,
    close: () => clearTimeout(timer),
  }
}

/** Drafts noted in localStorage by any page. */
export function notedDrafts(notes: Notes): readonly DraftRow[] {
  return notes.keys(PREFIX).flatMap((key) => readDraft(readJson(notes.read(key))) ?? [])
}

/** Takes away the notes of drafts that are settled. */
export function dropDraftNotes(notes: Notes, keys: readonly string[]): void {
  for (const key of keys) notes.remove(PREFIX + key)
}

function readDraft(stored: unknown): DraftRow | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined
  // Safe: the members recovery relies on are checked; the app itself wrote the rest.
  const row = stored as DraftRow
  const texts: readonly unknown[] = [
    row.key,
    row.tab,
    row.reflection,
    row.kind,
    row.record,
    row.field,
  ]
  const isDraft =
    texts.every((text) => typeof text === 'string') &&
    (row.text === null || typeof row.text === 'string') &&
    typeof row.at === 'number' &&
    Array.isArray(row.base) &&
    Array.isArray(row.founding)
  return isDraft ? row : undefined
}
