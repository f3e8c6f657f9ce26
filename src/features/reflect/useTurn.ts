import { useEffect, useState } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'
import { TEAM } from '#core/answer.ts'
import { privateSections } from '#core/privacy.ts'
import type { Participant, Reflection } from '#core/reflection.ts'
import type { Rubric, Section } from '#core/rubric.ts'
import { revealEdits } from '#core/workshop.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { readPlace, savePlace } from '#storage/places.ts'
import { reflectHref } from './address.ts'

/**
 * What the sheet is in: `open` as printed; or, while marks are private, `between` people, at the
 * `cover` of somebody's turn, or in their `own` turn.
 */
export type Stage = 'open' | 'between' | 'cover' | 'own'

/** Whose turn it is at a rubric, and how it passes on. */
export interface Turn {
  readonly stage: Stage
  readonly person: Participant | undefined
  /** True while the team marks what it agrees on; `person` is who had the turn before. */
  readonly agrees: boolean
  /** The sections in scope whose marks are private. */
  readonly hidden: readonly Section[]
  /** What was said at the reveal, and on which section; `undefined` before it and after this page was left. */
  readonly told: { readonly text: string; readonly sectionId: string | undefined } | undefined
  /** Gives the turn to a participant, or with `TEAM` to all. */
  onTurn(seat: string): void
  /** The tablet is in somebody's hands. */
  take(participantId: string): void
  begin(): void
  /** Ends a private turn, or leaves its cover. */
  pass(): void
  /** Shows all marks of the rubric, for good. @param text what to announce */
  reveal(text: string): void
}

/** The turns at one rubric. They end when the rubric is left. */
export function useTurn({
  store,
  reflection,
  rubric,
  section,
}: {
  store: ReflectionStore
  reflection: Reflection
  rubric: Rubric
  section: Section | undefined
}): Turn {
  const [left] = useState(() => readPlace(store.id)?.participantId)
  const [seat, setSeat] = useState(left === TEAM ? undefined : left)
  const [agrees, setAgrees] = useState(left === TEAM)
  const [told, setTold] = useState<Turn['told']>()
  const [, goTo] = useHashLocation()
  const people = reflection.participants
  const hidden = privateSections(reflection, rubric)
  const { owner, hasBegun, ...passing } = useOwnTurn(store, hidden.length > 0 ? people : [])
  const isHidden = section !== undefined && hidden.includes(section)
  const stage = owner ? (hasBegun ? 'own' : 'cover') : isHidden ? 'between' : 'open'
  return {
    stage,
    person: owner ?? people.find(({ id }) => id === seat) ?? people[0],
    agrees: agrees && !owner && reflection.mode === 'team',
    hidden,
    told,
    onTurn(next) {
      setAgrees(next === TEAM)
      if (next !== TEAM) setSeat(next)
      savePlace(store.id, { participantId: next })
    },
    ...passing,
    reveal(text) {
      store.apply(
        revealEdits(
          store.id,
          rubric.id,
          hidden.map(({ id }) => id),
        ),
      )
      store.sealUndo()
      // From the first of them on, wherever the last person stopped.
      const [first = section] = hidden
      if (first) goTo(reflectHref(store.id, rubric, first).slice(1), { replace: true })
      toTop()
      setTold({ text, sectionId: first?.id })
    },
  }
}

/** A private turn, from hand to hand. @param people whose it can be; nobody's without private marks */
function useOwnTurn(store: ReflectionStore, people: readonly Participant[]) {
  // Never kept: whoever opens the page anew first says who they are.
  const [own, setOwn] = useState<{ id: string; hasBegun: boolean }>()
  const owner = people.find(({ id }) => id === own?.id)
  const hasBegun = owner !== undefined && own?.hasBegun === true
  useEffect(() => (hasBegun ? () => store.sealUndo() : undefined), [hasBegun, store])
  return {
    owner,
    hasBegun,
    take(id: string) {
      toTop()
      setOwn({ id, hasBegun: false })
    },
    begin() {
      // What was done before is out of this person's reach.
      store.sealUndo()
      toTop()
      setOwn((taken) => taken && { ...taken, hasBegun: true })
    },
    pass() {
      toTop()
      setOwn(undefined)
    },
  }
}

/** What comes next is read from its beginning, and not from where the last person stopped. */
function toTop() {
  window.scrollTo(0, 0)
}
