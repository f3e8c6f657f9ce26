import type { StorageProblem } from '#core/problem.ts'
import { ok, type Result } from '#core/result.ts'
import { readJson, type Notes } from './notes.ts'
import type { SaveState } from './openReflection.ts'
import type { Meta, RubricDraft, Tables } from './rows.ts'
import { createSignal, type Readable } from './signal.ts'

/** Rubrics that are being written on this device. */
export interface RubricDrafts {
  /** All of them, the one changed last first. */
  list(): Promise<Result<readonly RubricDraft[], StorageProblem>>
  /** @returns `undefined` if there is none of this id */
  open(id: string): Promise<Result<RubricDraft | undefined, StorageProblem>>
  /**
   * Keeps what is written so far: in the rescue notes when this returns, on disk soon after. Of two
   * tabs that write the same draft, the last writer wins.
   */
  save(draft: Omit<RubricDraft, 'changedAt'>): void
  /** Throws a draft away. Saving it again brings it back. */
  remove(id: string): Promise<Result<void, StorageProblem>>
  /** Writes what waits, now. */
  flush(): Promise<void>
  /** Tries again to save, after an unsaved state. */
  retry(): Promise<void>
  /** Whether everything written here is on disk. */
  readonly saveState: Readable<SaveState>
  /**
   * Told when a draft was saved or removed: here once it is on disk, or in another tab, which `open`
   * then reads. Not told of other tabs while something of the same draft waits here.
   * @returns a function that ends the subscription
   */
  subscribe(listener: (id: string, where: 'here' | 'elsewhere') => void): () => void
}

export interface RubricDraftKeeper extends RubricDrafts {
  /** True while something written is not on disk. */
  isWaiting(): boolean
  /** What this page has written, on disk or not. */
  inMemory(): readonly RubricDraft[]
  /** Another tab has saved or removed a draft. */
  follow(id: string): void
  /** Looks again whether all is well. */
  tell(): void
  /** Writes nothing more. */
  close(): void
}

/** What drafts need of the storage they belong to. */
export interface RubricDraftDesk {
  readonly tab: string
  readonly notes: Notes
  isHere(tab: string): Promise<boolean>
  /** True where the disk forgets: then the notes are all that may outlive the page. */
  readonly isVolatile: boolean
  now(): number
  meta(): Meta
  health(): StorageProblem | undefined
  read<T>(work: (tables: Tables) => Promise<T>): Promise<Result<T, StorageProblem>>
  write<T>(work: (tables: Tables) => Promise<T>): Promise<Result<T, StorageProblem>>
  /** Refills a database that was emptied under the page, if it was. */
  rescue(): Promise<void>
  /** Told once a draft is on disk, or off it. */
  onSaved(id: string): void
}

/** How long what is written may be on its way to the disk, in milliseconds. */
const DISK_MS = 300
/** After a failure we try again by ourselves, so often. */
const RETRY_MS = 4000

interface Sheet {
  readonly desk: RubricDraftDesk
  /** Not on disk yet. */
  readonly waiting: Map<string, RubricDraft>
  /** The newest of each that this page has seen. */
  readonly seen: Map<string, RubricDraft>
  readonly listeners: Set<(id: string, where: 'here' | 'elsewhere') => void>
  readonly state: ReturnType<typeof createSignal<SaveState>>
  timer: ReturnType<typeof setTimeout> | undefined
  running: Promise<void> | undefined
  problem: StorageProblem | undefined
  savedAt: number | undefined
  isClosed: boolean
}

/** The drafts as one page writes them. */
export function createRubricDrafts(desk: RubricDraftDesk): RubricDraftKeeper {
  const sheet: Sheet = {
    desk,
    waiting: new Map(),
    seen: new Map(),
    listeners: new Set(),
    state: createSignal<SaveState>({ kind: 'saved', at: undefined }),
    timer: undefined,
    running: undefined,
    problem: undefined,
    savedAt: undefined,
    isClosed: false,
  }
  const { waiting, seen, listeners, state } = sheet
  return {
    list: () => list(sheet),
    open: (id) => open(sheet, id),
    save: (draft) => save(sheet, draft),
    remove: (id) => remove(sheet, id),
    flush: () => write(sheet),
    async retry() {
      await desk.rescue()
      await write(sheet)
    },
    saveState: { get: state.get, subscribe: state.subscribe },
    subscribe(listener) {
      const own: typeof listener = (id, where) => listener(id, where)
      listeners.add(own)
      return () => void listeners.delete(own)
    },
    isWaiting: () => waiting.size > 0,
    inMemory: () => [...seen.values()],
    follow(id) {
      if (!waiting.has(id)) tellListeners(sheet, id, 'elsewhere')
    },
    tell: () => showState(sheet),
    close() {
      sheet.isClosed = true
      clearTimeout(sheet.timer)
    },
  }
}

async function list(sheet: Sheet): Promise<Result<readonly RubricDraft[], StorageProblem>> {
  await recover(sheet)
  const read = await sheet.desk.read((tables) => tables.rubricDrafts.all())
  if (!read.ok) return read
  const byId = new Map(read.value.map((draft) => [draft.id, draft]))
  for (const draft of sheet.waiting.values()) byId.set(draft.id, draft)
  return ok([...byId.values()].toSorted((one, other) => other.changedAt - one.changedAt))
}

async function open(
  sheet: Sheet,
  id: string,
): Promise<Result<RubricDraft | undefined, StorageProblem>> {
  await recover(sheet)
  const read = await sheet.desk.read((tables) => tables.rubricDrafts.get(id))
  const own = sheet.waiting.get(id)
  if (own) return ok(own)
  if (read.ok && read.value) sheet.seen.set(id, read.value)
  return read
}

function save(sheet: Sheet, { id, content, from }: Omit<RubricDraft, 'changedAt'>): void {
  const { desk, waiting, seen } = sheet
  const changedAt = Math.max(desk.now(), (seen.get(id)?.changedAt ?? 0) + 1)
  const draft: RubricDraft = { id, content, from, changedAt }
  const isNoted = note(desk, draft)
  waiting.set(id, draft)
  seen.set(id, draft)
  // What the notes do not hold is only safe on disk.
  if (!isNoted) void write(sheet)
  else if (!sheet.isClosed) sheet.timer ??= setTimeout(() => void write(sheet), DISK_MS)
  showState(sheet)
}

async function remove(sheet: Sheet, id: string): Promise<Result<void, StorageProblem>> {
  const { desk, waiting, seen } = sheet
  const last = waiting.get(id)
  waiting.delete(id)
  await sheet.running
  const done = await desk.write((tables) => tables.rubricDrafts.remove([id]))
  if (!done.ok) {
    if (last && !waiting.has(id)) waiting.set(id, last)
    return done
  }
  if (!waiting.has(id)) {
    seen.delete(id)
    const noted = readNotes(desk.notes).filter(({ draft }) => draft.id === id)
    for (const { key } of noted) desk.notes.remove(key)
  }
  desk.onSaved(id)
  tellListeners(sheet, id, 'here')
  showState(sheet)
  return ok(undefined)
}

/** Writes all that waits, also what is added meanwhile, until it is on disk or a write fails. */
function write(sheet: Sheet): Promise<void> {
  clearTimeout(sheet.timer)
  sheet.timer = undefined
  sheet.running ??= writeAll(sheet).finally(() => {
    sheet.running = undefined
    showState(sheet)
  })
  return sheet.running
}

async function writeAll(sheet: Sheet): Promise<void> {
  const { desk, waiting } = sheet
  while (waiting.size > 0 && !sheet.isClosed) {
    const drafts = [...waiting.values()]
    const done = await desk.write((tables) => tables.rubricDrafts.put(drafts))
    sheet.problem = done.ok ? undefined : done.problem
    if (!done.ok) {
      if (!sheet.isClosed) sheet.timer ??= setTimeout(() => void write(sheet), RETRY_MS)
      return
    }
    sheet.savedAt = desk.now()
    for (const draft of drafts) {
      const isNewest = waiting.get(draft.id) === draft
      if (!isNewest) continue
      waiting.delete(draft.id)
      if (!desk.isVolatile) desk.notes.remove(noteKey(desk.tab, draft.id))
    }
    for (const { id } of drafts) {
      desk.onSaved(id)
      tellListeners(sheet, id, 'here')
    }
  }
}

function tellListeners({ listeners }: Sheet, id: string, where: 'here' | 'elsewhere'): void {
  for (const listener of listeners) listener(id, where)
}

function showState({ desk, waiting, state, problem, savedAt }: Sheet): void {
  const isWaiting = waiting.size > 0
  const trouble = desk.health() ?? (isWaiting ? problem : undefined)
  const last = state.get()
  if (trouble) {
    if (last.kind !== 'unsaved' || last.problem !== trouble) {
      state.set({ kind: 'unsaved', problem: trouble })
    }
  } else if (isWaiting) {
    if (last.kind !== 'saving') state.set({ kind: 'saving' })
  } else if (last.kind !== 'saved' || last.at !== savedAt) state.set({ kind: 'saved', at: savedAt })
}

// --- The rescue notes ------------------------------------------------------------------------

const PREFIX = 'hub-reflect.rubricDraft.'

/**
 * The longest note, in UTF-16 code units. Browsers keep about five million for the whole site, and
 * the journal of marks needs its share.
 */
const LONGEST_NOTE = 1_000_000

interface Noted {
  readonly key: string
  /** The database it was meant for. */
  readonly db: string
  /** The page that wrote it. */
  readonly tab: string
  readonly draft: RubricDraft
}

function noteKey(tab: string, id: string): string {
  return `${PREFIX}${tab}.${id}`
}

/** @returns false if the notes do not hold it */
function note({ notes, tab, meta }: RubricDraftDesk, draft: RubricDraft): boolean {
  const key = noteKey(tab, draft.id)
  const text = JSON.stringify({ db: meta().db, tab, draft })
  const isNoted = text.length <= LONGEST_NOTE && notes.write(key, text)
  // An older one must not be taken for the newest.
  if (!isNoted) notes.remove(key)
  return isNoted
}

/** Brings to disk what pages that died had noted, unless something newer is there. */
async function recover({ desk, waiting }: Sheet): Promise<void> {
  const { notes, meta } = desk
  const found: Noted[] = []
  for (const noted of readNotes(notes)) {
    // A browser that was killed right after clearing may bring old notes back.
    if (meta().forgot.includes(noted.db)) notes.remove(noted.key)
    else if (noted.tab !== desk.tab && !(await desk.isHere(noted.tab))) found.push(noted)
  }
  if (found.length === 0) return
  const drafts = found.map(({ draft }) => draft).toSorted((a, b) => a.changedAt - b.changedAt)
  const done = await desk.write(async (tables) => {
    for (const draft of drafts) {
      const stored = await tables.rubricDrafts.get(draft.id)
      const isNewer = !stored || draft.changedAt > stored.changedAt
      if (isNewer && !waiting.has(draft.id)) await tables.rubricDrafts.put([draft])
    }
  })
  if (done.ok && !desk.isVolatile) for (const { key } of found) notes.remove(key)
}

function readNotes(notes: Notes): readonly Noted[] {
  return notes.keys(PREFIX).flatMap((key) => {
    const stored = readJson(notes.read(key))
    if (typeof stored !== 'object' || stored === null) return []
    // Safe: the members that are relied on are checked; the app itself wrote the rest.
    const { db, tab, draft } = stored as { db?: unknown; tab?: unknown; draft?: RubricDraft | null }
    const isIntact =
      typeof db === 'string' &&
      typeof tab === 'string' &&
      typeof draft === 'object' &&
      draft !== null &&
      typeof draft.id === 'string' &&
      typeof draft.changedAt === 'number' &&
      draft.content !== undefined
    return isIntact ? [{ key, db, tab, draft }] : []
  })
}
