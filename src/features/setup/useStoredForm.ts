import { valibotResolver } from '@hookform/resolvers/valibot'
import { useEffect, useMemo, useRef } from 'react'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { cleanInitials } from '#core/people.ts'
import { deleteEdit, fieldEdits, scopeEdit } from '#core/reflection.ts'
import type { Rubric } from '#core/rubric.ts'
import { cleanLine } from '#core/text.ts'
import { useMessages } from '#messages/messages.ts'
import { newId } from '#platform/ids.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { addPeople } from './addPeople.ts'
import type { Keeper, SetupFormApi, TextPath } from './keeper.ts'
import { personEdits, setupSchema, storedScope, valuesOf, type SetupValues } from './setupForm.ts'

/** The form of a stored reflection: it follows the store, and the store gets whatever is valid. */
export function useStoredForm(
  store: ReflectionStore,
  rubric: Rubric | undefined,
): { form: SetupFormApi; keeper: Keeper } {
  const words = useMessages().setup
  const reflection = useStore(store, (from) => from.reflection())
  const schema = useMemo(() => setupSchema(words, reflection.mode), [words, reflection.mode])
  const values = useMemo(
    () => withDrafts(store, valuesOf(reflection, rubric)),
    [store, reflection, rubric],
  )
  const form = useForm<SetupValues>({
    resolver: valibotResolver(schema),
    values,
    resetOptions: { keepDirtyValues: true, keepErrors: true },
    // Faults show while typing, never on leaving: what a finger is on its way to must not move.
    mode: 'onChange',
    shouldFocusError: false,
  })
  const keeper = useMemo(
    () => storeKeeper({ store, form, rubric, accepts: (path) => isAccepted(schema, form, path) }),
    [store, form, rubric, schema],
  )
  useTypedName(form, keeper)
  return { form, keeper }
}

function isAccepted(schema: ReturnType<typeof setupSchema>, form: SetupFormApi, path: string) {
  const { issues = [] } = v.safeParse(schema, form.getValues())
  return !issues.some((issue) => v.getDotPath(issue) === path)
}

/** A name that was typed and not yet added is added when the page goes away. */
function useTypedName(form: SetupFormApi, keeper: Keeper) {
  const latest = useRef({ form, keeper })
  useEffect(() => {
    latest.current = { form, keeper }
  })
  useEffect(() => {
    const seat = () => {
      const { form: now, keeper: then } = latest.current
      addPeople({ form: now, keeper: then, newPersonId: newId, text: now.getValues('adding') })
    }
    window.addEventListener('pagehide', seat)
    return () => {
      window.removeEventListener('pagehide', seat)
      seat()
    }
  }, [])
}

type Place = Parameters<ReflectionStore['setDraft']>[0]

/** The record and field behind a text field of the form. */
function placeOf(store: ReflectionStore, path: TextPath): Place | undefined {
  const [first, id, field] = path.split('.')
  if (first === 'adding') return undefined
  if (first === 'people' && id !== undefined && field !== undefined) {
    return { kind: 'participant', record: id, field }
  }
  return { kind: 'reflection', record: store.id, field: path }
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

/** Texts that may be stored half-typed. Initials and dates are stored whole and valid, or not yet. */
function isDrafted(path: TextPath): boolean {
  return path === 'team' || path === 'facilitator' || path.endsWith('.name')
}

function storeKeeper(input: {
  store: ReflectionStore
  form: SetupFormApi
  rubric: Rubric | undefined
  accepts: (path: TextPath) => boolean
}): Keeper {
  const { store, form, rubric, accepts } = input
  const settle = (path: TextPath, text: string) => {
    form.resetField(path, { defaultValue: text, keepError: true, keepTouched: true })
  }
  return {
    typed(path, text) {
      const place = placeOf(store, path)
      if (place && isDrafted(path)) store.setDraft(place, text)
    },
    left(path) {
      const place = placeOf(store, path)
      if (!place || !accepts(path)) return
      const text = cleanField(path, form.getValues(path))
      if (isDrafted(path)) {
        if (store.draft(place) === undefined) return
        store.setDraft(place, text)
        store.commitDraft(place)
      } else if (storedText(store, place) !== text) {
        store.apply(fieldEdits(place.kind, place.record, { [place.field]: text }))
      }
      settle(path, text)
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
    removed: (id) => store.apply([deleteEdit('participant', id)]),
    restored: (id) => store.apply([deleteEdit('participant', id, false)]),
    scoped(sections) {
      if (!rubric || sections.length === 0) return
      store.apply([scopeEdit(store.id, rubric.id, storedScope(rubric, sections))])
      form.resetField('sections', { defaultValue: [...sections] })
    },
  }
}

function cleanField(path: TextPath, text: string): string {
  if (path === 'date') return text
  return path.endsWith('.initials') ? cleanInitials(text) : cleanLine(text)
}

function storedText(store: ReflectionStore, { kind, record, field }: Place): string {
  const reflection = store.reflection()
  if (kind === 'reflection') return field === 'date' ? reflection.date : ''
  const person = reflection.participants.find(({ id }) => id === record)
  return field === 'initials' ? (person?.initials ?? '') : ''
}
