import type { Edit, RecordKind } from '#core/change.ts'
import type { Json } from '#core/json.ts'
import type { StorageProblem } from '#core/problem.ts'
import { cleanText } from '#core/text.ts'
import type { Disk } from './disk.ts'
import { createDraftKeeper, type DraftKeeper } from './draftKeeper.ts'
import type { Notes } from './notes.ts'
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
  /** Makes changes of all of them; the writers go on. */
  commitAll(): void
  /** Ends what is being typed into a record that goes away: it is kept with the record. */
  endRecord(kind: RecordKind, record: string): void
  /** True while something typed is not in a change. */
  isTyping(): boolean
  /** Why the last draft could not be kept on disk, until one could. */
  problem(): StorageProblem | undefined
  /** Tries again to keep on disk what could not be kept. */
  retry(): Promise<void>
  close(): void
}

/** How long a pause makes a change of what was typed, in milliseconds. */
const PAUSE_MS = 2000

/** What drafts need of the reflection they belong to. */
export interface DraftDesk {
  /** The id of the database. */
  db(): string
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
  /** The changes of the field the writer had in view when typing began. */
  readonly seen: readonly string[]
  /** The change this draft has become so far. */
  readonly own: string | undefined
  readonly text: string
  readonly at: number
  readonly founding: readonly Edit[]
  /** True while the text is not in a change. */
  readonly isOpen: boolean
  /** True while a copy of it is kept that nothing voids yet. */
  readonly isKept: boolean
}

interface Sheet {
  readonly desk: DraftDesk
  readonly keeper: DraftKeeper
  readonly drafts: Map<string, Draft>
  readonly pauses: Map<string, ReturnType<typeof setTimeout>>
}

/** The drafts of one reflection in one page. */
export function createDrafts(desk: DraftDesk): Drafts {
  const keeper = createDraftKeeper(desk)
  const sheet: Sheet = { desk, keeper, drafts: new Map(), pauses: new Map() }
  const { drafts, pauses } = sheet
  return {
    text: (place) => shownDraft(sheet, place)?.text,
    set: (place, text, founding = []) => setDraft(sheet, place, { text, founding }),
    commit: (place, leaving) => commitDraft(sheet, place, leaving),
    commitAll() {
      for (const { place } of drafts.values()) commitDraft(sheet, place, false)
      void keeper.flush()
    },
    endRecord(kind, record) {
      const places = [...drafts.values()].map(({ place }) => place)
      for (const place of places) {
        if (place.kind === kind && place.record === record) commitDraft(sheet, place, true)
      }
    },
    isTyping: () => [...drafts.values()].some(({ isOpen }) => isOpen),
    problem: keeper.problem,
    retry: keeper.flush,
    close() {
      for (const pause of pauses.values()) clearTimeout(pause)
      keeper.close()
    },
  }
}

/** A draft that became a change gives way once that change has been written over. */
function shownDraft({ desk, drafts }: Sheet, place: DraftPlace): Draft | undefined {
  const draft = drafts.get(fieldKey(place))
  if (!draft || draft.isOpen) return draft
  const stands =
    draft.own === undefined
      ? isStored(desk, place, draft.text)
      : desk.heads(place).includes(draft.own)
  return stands ? draft : undefined
}

function isStored(desk: DraftDesk, place: DraftPlace, text: string): boolean {
  const value = desk.value(place)
  return cleanText(text) === (typeof value === 'string' ? value : '')
}

function setDraft(
  sheet: Sheet,
  place: DraftPlace,
  typed: { text: string; founding: readonly Edit[] },
): void {
  const { desk, keeper, drafts, pauses } = sheet
  const key = fieldKey(place)
  const last = shownDraft(sheet, place)
  const draft: Draft = {
    place,
    key,
    seen: last?.seen ?? desk.heads(place),
    own: last?.own,
    text: typed.text,
    at: desk.time(),
    founding: typed.founding.length > 0 ? typed.founding : (last?.founding ?? []),
    isOpen: !isStored(desk, place, typed.text),
    isKept: true,
  }
  drafts.set(key, draft)
  keeper.keep(toRow(draft, desk))
  clearTimeout(pauses.get(key))
  pauses.set(
    key,
    setTimeout(() => commitDraft(sheet, place, false), PAUSE_MS),
  )
  desk.changed()
}

function commitDraft(sheet: Sheet, place: DraftPlace, leaving: boolean): void {
  const { desk, keeper, drafts, pauses } = sheet
  const key = fieldKey(place)
  const draft = drafts.get(key)
  if (!draft) return
  clearTimeout(pauses.get(key))
  const settled: DraftRow = { ...toRow(draft, desk), text: null }
  if (draft.isOpen && !isStored(desk, place, draft.text)) {
    keeper.handOver(settled.key)
    const own = desk.write({
      place,
      text: cleanText(draft.text),
      base: baseOf(draft),
      founding: desk.hasRecord(place) ? [] : draft.founding,
      settled,
      onSaved: () => keeper.release(settled),
    })
    drafts.set(key, { ...draft, own, isOpen: false, isKept: false })
  } else if (draft.isKept) {
    keeper.drop(settled)
    drafts.set(key, { ...draft, isOpen: false, isKept: false })
  }
  if (leaving) drafts.delete(key)
  desk.changed()
}

/** What the writer had in view, and what the draft itself has become: the next change replaces both. */
function baseOf({ seen, own }: Draft): readonly string[] {
  return own === undefined || seen.includes(own) ? seen : [...seen, own]
}

function toRow(draft: Draft, { db, tab, reflection }: DraftDesk): DraftRow {
  const { place, key, text, at, founding } = draft
  return {
    key: `${tab}\n${reflection}\n${key}`,
    db: db(),
    tab,
    reflection,
    kind: place.kind,
    record: place.record,
    field: place.field,
    text,
    at,
    base: baseOf(draft),
    founding,
  }
}
