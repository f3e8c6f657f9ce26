import { cleanInitials } from '#core/people.ts'
import { deleteEdit, fieldEdits } from '#core/reflection.ts'
import { cleanLine } from '#core/text.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { recheckInitials, type Keeper, type SetupFormApi, type TextPath } from './keeper.ts'
import type { Refusals } from './refusals.ts'
import { personEdits } from './setupForm.ts'

/** A keeper that gives a store whatever is valid and notes what is not. */
export interface StoreKeeper extends Keeper {
  /** The page goes away: what is still being typed is left as if by hand. */
  leaveAll(): void
}

interface Parts {
  readonly store: ReflectionStore
  readonly form: SetupFormApi
  readonly refusals: Refusals
  readonly accepts: (path: TextPath) => boolean
  /** Fields typed in and not left, with what was stored before. */
  readonly typing: Map<TextPath, string>
}

type Place = Parameters<ReflectionStore['setDraft']>[0]

export function createStoreKeeper(input: Omit<Parts, 'typing'>): StoreKeeper {
  const parts: Parts = { ...input, typing: new Map() }
  const { store, typing } = parts
  return {
    typed: (path, text) => typed(parts, path, text),
    left: (path) => left(parts, path),
    leaveAll() {
      for (const path of typing.keys()) left(parts, path)
    },
    added(people) {
      const orders = store.reflection().participants.map(({ order }) => order)
      const first = Math.max(-1, ...orders) + 1
      store.apply(
        Object.entries(people).flatMap(([id, person], index) =>
          personEdits(id, person, first + index),
        ),
      )
    },
    removed(id) {
      store.apply([deleteEdit('participant', id)])
      retryRefused(parts)
    },
    restored(id, people) {
      const initials = people[id]?.initials ?? ''
      store.apply([
        deleteEdit('participant', id, false),
        ...(initials === '' ? [] : fieldEdits('participant', id, { initials })),
      ])
    },
  }
}

function typed({ store, typing }: Parts, path: TextPath, text: string): void {
  const place = placeOf(store, path)
  if (!place) return
  const before = typing.get(path) ?? storedText(store, path)
  typing.set(path, before)
  if (!isDrafted(path)) return
  // A draft is stored after a pause: an emptied name must not be, so the old one stands meanwhile.
  store.setDraft(place, path === 'team' && cleanLine(text) === '' ? before : text)
}

function left(parts: Parts, path: TextPath): void {
  const { store, form, refusals, accepts, typing } = parts
  const place = placeOf(store, path)
  if (!place) return
  typing.delete(path)
  const text = form.getValues(path)
  if (!accepts(path)) {
    if (isDrafted(path)) store.commitDraft(place)
    if (text !== storedText(store, path)) refusals.note(path, text)
    return
  }
  refusals.settle(path)
  keep(parts, path, place, cleanField(path, text))
  retryRefused(parts)
}

function keep({ store, form }: Parts, path: TextPath, place: Place, text: string): void {
  if (isDrafted(path)) {
    if (store.draft(place) === undefined) return
    store.setDraft(place, text)
    store.commitDraft(place)
  } else if (storedText(store, path) !== text) {
    store.apply(fieldEdits(place.kind, place.record, { [place.field]: text }))
  }
  form.resetField(path, { defaultValue: text, keepError: true, keepTouched: true })
}

/** What was refused may have become possible: someone else gave their initials up. */
function retryRefused(parts: Parts): void {
  const { store, form, refusals, accepts, typing } = parts
  for (const [path, text] of refusals.texts()) {
    const place = placeOf(store, path)
    // What another window refused stands in its form, and is put right there.
    if (!place || typing.has(path) || form.getValues(path) !== text || !accepts(path)) continue
    refusals.settle(path)
    keep(parts, path, place, cleanField(path, form.getValues(path)))
  }
  recheckInitials(form)
}

/** The record and field behind a text field of the form. */
export function placeOf(store: ReflectionStore, path: TextPath): Place | undefined {
  const [first, id, field] = path.split('.')
  if (first === 'adding') return undefined
  if (first === 'people' && id !== undefined && field !== undefined) {
    return { kind: 'participant', record: id, field }
  }
  return { kind: 'reflection', record: store.id, field: path }
}

/** Texts that may be stored half-typed. Initials and dates are stored whole and valid, or not yet. */
function isDrafted(path: TextPath): boolean {
  return path === 'team' || path === 'facilitator' || path.endsWith('.name')
}

function cleanField(path: TextPath, text: string): string {
  if (path === 'date') return text
  return path.endsWith('.initials') ? cleanInitials(text) : cleanLine(text)
}

/** What the store has for a field; empty if it has nothing. */
export function storedText(store: ReflectionStore, path: TextPath): string {
  const place = placeOf(store, path)
  const value = place && store.value(place)
  return typeof value === 'string' ? value : ''
}
