import { useMemo } from 'react'
import { deleteEdit, fieldEdits, type Participant } from '#core/reflection.ts'
import { cleanLine } from '#core/text.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { freeInitials, MOST_PEOPLE } from './setupForm.ts'

/** Someone who was removed from a reflection under way. */
export interface RemovedPerson {
  readonly id: string
  /** Their name, or their initials if they have none. */
  readonly called: string
  readonly name: string
  /** How many of their marks are kept. */
  readonly marks: number
}

export interface RemovedPeople {
  readonly people: readonly RemovedPerson[]
  /** @returns false if there is no room */
  bringBack(id: string): boolean
}

/** The removed people of a reflection, as its changes have them. */
export function useRemovedPeople(store: ReflectionStore): RemovedPeople {
  const removed = useStore(store, (from) => from.removedParticipants())
  const responses = useStore(store, (from) => from.responses())
  return useMemo(() => {
    const marks = new Map<string, number>()
    for (const { participantId, answer } of responses) {
      if (answer) marks.set(participantId, (marks.get(participantId) ?? 0) + 1)
    }
    const people = removed
      .map(({ id, name, initials }) => ({
        id,
        called: name || initials,
        name,
        marks: marks.get(id) ?? 0,
      }))
      .filter((person) => person.called !== '' || person.marks > 0)
    return { people, bringBack: (id) => bringBack(store, id) }
  }, [store, removed, responses])
}

function bringBack(store: ReflectionStore, id: string): boolean {
  const { participants } = store.reflection()
  const person = store.removedParticipants().find((removed) => removed.id === id)
  if (!person || participants.length >= MOST_PEOPLE) return false
  const others = Object.fromEntries(participants.map((other) => [other.id, other]))
  const initials = freeInitials(person, others)
  store.apply([
    deleteEdit('participant', id, false),
    ...(initials === person.initials ? [] : fieldEdits('participant', id, { initials })),
  ])
  return true
}

/** True if someone of this name was removed. */
export function isRemovedName(removed: readonly Pick<Participant, 'name'>[], name: string) {
  return removed.some((person) => isSameName(person.name, name))
}

export function isSameName(one: string, other: string): boolean {
  const plain = (text: string) => cleanLine(text).toLocaleLowerCase('en')
  return plain(one) !== '' && plain(one) === plain(other)
}
