import { valibotResolver } from '@hookform/resolvers/valibot'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { useMessages } from '#messages/messages.ts'
import { newId } from '#platform/ids.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { addPeople } from './addPeople.ts'
import type { Keeper, SetupFormApi, TextPath } from './keeper.ts'
import { refusalsOf, type Refusals } from './refusals.ts'
import { isRemovedName } from './removedPeople.ts'
import { setupSchema, splitNames, valuesOf, type SetupValues } from './setupForm.ts'
import { createStoreKeeper, placeOf, storedText, type StoreKeeper } from './storeKeeper.ts'

/** The form of a stored reflection: it follows the store, and the store gets whatever is valid. */
export function useStoredForm(store: ReflectionStore): {
  form: SetupFormApi
  keeper: Keeper
  unkept: readonly Unkept[]
} {
  const words = useMessages().setup
  const refusals = useMemo(() => refusalsOf(store.id), [store.id])
  const reflection = useStore(store, (from) => from.reflection())
  const schema = useMemo(() => setupSchema(words, reflection.mode), [words, reflection.mode])
  const values = useMemo(() => withDrafts(store, valuesOf(reflection)), [store, reflection])
  const form = useForm<SetupValues>({
    resolver: valibotResolver(schema),
    values,
    resetOptions: { keepDirtyValues: true, keepErrors: true },
    // Faults show while typing, never on leaving: what a finger is on its way to must not move.
    mode: 'onChange',
    shouldFocusError: false,
  })
  const keeper = useMemo(
    () =>
      createStoreKeeper({
        store,
        form,
        refusals,
        accepts: (path) => isAccepted(schema, form, path),
      }),
    [store, form, schema, refusals],
  )
  const unkept = useRefused({ store, form, refusals })
  useTyped({ store, form, keeper })
  return { form, keeper, unkept }
}

function isAccepted(schema: ReturnType<typeof setupSchema>, form: SetupFormApi, path: string) {
  const { issues = [] } = v.safeParse(schema, form.getValues())
  return !issues.some((issue) => v.getDotPath(issue) === path)
}

/** A text that could not be stored the last time, and what is stored instead. */
export interface Unkept {
  readonly path: TextPath
  readonly stored: string
}

/** Puts what was refused back into the form, with its fault. @returns what to say about it */
function useRefused({ store, form, refusals }: Refused): readonly Unkept[] {
  const [unkept] = useState(() => findUnkept(store, refusals))
  useEffect(() => {
    for (const path of refusals.texts().keys()) {
      // What nobody can put right any more is not kept.
      if (!isHere(store, path)) refusals.settle(path)
    }
    for (const { path } of unkept) {
      form.setValue(path, refusals.texts().get(path) ?? '', { shouldDirty: true })
    }
    if (unkept.length > 0) void form.trigger(unkept.map(({ path }) => path))
  }, [store, form, refusals, unkept])
  return unkept
}

interface Refused {
  store: ReflectionStore
  form: SetupFormApi
  refusals: Refusals
}

function findUnkept(store: ReflectionStore, refusals: Refusals): readonly Unkept[] {
  return [...refusals.texts()].flatMap(([path, text]) => {
    const stored = storedText(store, path)
    return isHere(store, path) && stored !== text ? [{ path, stored }] : []
  })
}

/** False for a field of somebody who has gone since. */
function isHere(store: ReflectionStore, path: TextPath): boolean {
  const record = placeOf(store, path)?.record
  const here = [store.id, ...store.reflection().participants.map(({ id }) => id)]
  return record !== undefined && here.includes(record)
}

/**
 * What is still being typed when the page goes away is kept, and a name that was not yet added is
 * added; not for someone removed, who waits in the list of the removed.
 */
function useTyped(input: { store: ReflectionStore; form: SetupFormApi; keeper: StoreKeeper }) {
  const latest = useRef(input)
  useEffect(() => {
    latest.current = input
  })
  useEffect(() => {
    const seat = () => {
      const { store, form, keeper } = latest.current
      keeper.leaveAll()
      const removed = store.removedParticipants()
      const names = splitNames(form.getValues('adding'))
      const fresh = names.filter((name) => !isRemovedName(removed, name))
      if (names.length > 0) addPeople({ form, keeper, newPersonId: newId, names: fresh })
    }
    window.addEventListener('pagehide', seat)
    return () => {
      window.removeEventListener('pagehide', seat)
      seat()
    }
  }, [])
}

/** What is being typed stands in the form as it was left, also after a reload. */
function withDrafts(store: ReflectionStore, values: SetupValues): SetupValues {
  const draftOr = (path: TextPath, stored: string) => {
    const place = placeOf(store, path)
    return (place && store.draft(place)) ?? stored
  }
  return {
    ...values,
    team: draftOr('team', values.team),
    facilitator: draftOr('facilitator', values.facilitator),
    people: Object.fromEntries(
      Object.entries(values.people).map(([id, person]) => [
        id,
        { ...person, name: draftOr(`people.${id}.name`, person.name) },
      ]),
    ),
  }
}
