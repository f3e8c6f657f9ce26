import { useState } from 'react'
import type { Edit } from '#core/change.ts'
import { isGiven } from '#core/itemReport.ts'
import { isLeftOut, scopeEdit, type PinnedRubric } from '#core/reflection.ts'
import { itemsOf, type Rubric } from '#core/rubric.ts'
import { fail, ok } from '#core/result.ts'
import { useMessages, type Messages } from '#messages/messages.ts'
import { loadEntry, useRubricLibrary, type LibraryEntry } from '#storage/library.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStorage, useStore } from '#storage/useStorage.ts'
import type { RubricChoice, RubricChoices } from './rubrics.ts'
import { sectionsIn, storedScope } from './setupForm.ts'

/**
 * The rubrics of a reflection under way, as its store has them. Nothing here removes an answer: a
 * rubric that is left out keeps them out of sight. One rubric stays in sight.
 */
export function useStoredRubrics(store: ReflectionStore): RubricChoices {
  const words = useMessages().setup
  const storage = useStorage()
  const library = useRubricLibrary()
  const pins = useStore(store, (from) => from.reflection()).rubrics
  const definitions = useStore(store, (from) => from.rubrics())
  // What was unticked and is the last that is left: shown as it was unticked, and not stored so.
  const [refused, setRefused] = useState<string>()
  const [adding, setAdding] = useState<readonly string[]>([])
  const sitting: Sitting = { store, pins, definitions, refused }

  const scope = (rubricId: string, sections: readonly string[]) => {
    const edits = scopeEdits(sitting, rubricId, sections)
    setRefused(edits ? undefined : rubricId)
    store.apply(edits ?? [])
  }
  const add = async (entry: LibraryEntry) => {
    setAdding((before) => [...before, entry.key])
    const loaded = await loadEntry(storage, entry.key)
    if (loaded.ok) {
      store.addRubric(loaded.value.rubric)
      if (refused !== undefined) store.apply([scopeEdit(store.id, refused, [])])
      setRefused(undefined)
    }
    setAdding((before) => before.filter((key) => key !== entry.key))
  }
  const bringBack = (rubricId: string) => scope(rubricId, answeredSections(sitting, rubricId))

  return {
    choices: pins.map((pin) => choiceOf(sitting, pin, words)),
    fault: undefined,
    isChosen(entry) {
      const pin = pins.find(({ rubricId }) => rubricId === entry.id)
      if (!pin) return adding.includes(entry.key)
      return standsFor(library, pin) === entry.key && isInSight(sitting, pin)
    },
    toggle(entry, isChosen) {
      if (!pins.some(({ rubricId }) => rubricId === entry.id)) void add(entry)
      else if (isChosen) bringBack(entry.id)
      else scope(entry.id, [])
    },
    goWay({ key, way }) {
      if (way === 'bringBack') bringBack(key)
      else scope(key, [])
    },
    scope,
  }
}

interface Sitting {
  readonly store: ReflectionStore
  readonly pins: readonly PinnedRubric[]
  readonly definitions: readonly { readonly rubric: Rubric }[]
  readonly refused: string | undefined
}

function rubricOf({ definitions }: Sitting, rubricId: string): Rubric | undefined {
  return definitions.find(({ rubric }) => rubric.id === rubricId)?.rubric
}

function isInSight({ refused }: Sitting, pin: PinnedRubric): boolean {
  return !isLeftOut(pin) && pin.rubricId !== refused
}

/** The edits that choose sections of a rubric; `undefined` if nothing at all would be left in sight. */
function scopeEdits(sitting: Sitting, rubricId: string, sections: readonly string[]) {
  const { store, pins, refused } = sitting
  const rubric = rubricOf(sitting, rubricId)
  if (!rubric) return []
  const isAlone = !pins.some((pin) => pin.rubricId !== rubricId && isInSight(sitting, pin))
  if (sections.length === 0 && isAlone) return undefined
  const edits: Edit[] = [scopeEdit(store.id, rubricId, storedScope(rubric, sections))]
  // There is another in sight now, so what was refused can be done.
  if (refused !== undefined && refused !== rubricId) edits.push(scopeEdit(store.id, refused, []))
  return edits
}

function choiceOf(sitting: Sitting, pin: PinnedRubric, words: Messages['setup']): RubricChoice {
  const { store, pins, refused } = sitting
  const { rubricId, hash } = pin
  const rubric = rubricOf(sitting, rubricId)
  const isOut = isLeftOut(pin)
  const isLast = pins.filter((one) => isInSight(sitting, one)).length < 2
  return {
    key: rubricId,
    loaded: rubric ? ok({ rubric, hash }) : fail({ kind: 'rubricMissing', rubricId }),
    sections: rubric && rubricId !== refused ? sectionsIn(rubric, pin.scope) : [],
    fault: rubricId === refused ? words.sectionsMissing : undefined,
    way: wayOf({ isOut, isLast, isHere: rubric !== undefined }),
    kept: isOut ? answersTo(store, rubricId).length : 0,
  }
}

/** The key of the entry that stands for a pinned rubric: that version, or else any of its id. */
function standsFor(library: readonly LibraryEntry[], { rubricId, hash }: PinnedRubric) {
  const versions = library.filter(({ id }) => id === rubricId)
  return (versions.find((version) => version.hash === hash) ?? versions[0])?.key
}

/** One whose definition is not on this device stays as it is: its sections are not known. */
function wayOf(of: { isOut: boolean; isLast: boolean; isHere: boolean }): RubricChoice['way'] {
  if (!of.isHere) return undefined
  if (of.isOut) return 'bringBack'
  return of.isLast ? undefined : 'leaveOut'
}

function answersTo(store: ReflectionStore, rubricId: string) {
  return store
    .responses()
    .filter((response) => response.rubricId === rubricId && isGiven(response.answer))
}

/** The sections that hold answers; all of them where none does. */
function answeredSections(sitting: Sitting, rubricId: string): readonly string[] {
  const rubric = rubricOf(sitting, rubricId)
  if (!rubric) return []
  const answered = new Set(answersTo(sitting.store, rubricId).map(({ itemId }) => itemId))
  const holding = itemsOf(rubric)
    .filter(({ item }) => answered.has(item.id))
    .map(({ section }) => section.id)
  return holding.length > 0 ? [...new Set(holding)] : rubric.sections.map(({ id }) => id)
}
