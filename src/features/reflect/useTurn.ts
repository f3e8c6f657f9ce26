import { useEffect, useState } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'
import { TEAM } from '#core/answer.ts'
import { isPrivate, privateSections } from '#core/privacy.ts'
import type { Participant, Reflection } from '#core/reflection.ts'
import type { Rubric, Section } from '#core/rubric.ts'
import { revealEdits, revealKey } from '#core/workshop.ts'
import { useStartMessages } from '#messages/messages.ts'
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

const REPLACE = { replace: true }

/** The turns at one rubric, whichever window shows the marks. They end when the rubric is left. */
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
  const [revealed, setRevealed] = useState<Turn['told']>()
  const [, goTo] = useHashLocation()
  const people = reflection.participants
  const hidden = hiddenSections(reflection, rubric, section)
  const elsewhere = useShownElsewhere({ reflection, rubric, section, hidden })
  const { own, hasBegun, leave, ...passing } = useOwnTurn(store, people, hidden.length > 0)
  const owner = hidden.length > 0 ? own : undefined
  const isHidden = section !== undefined && hidden.includes(section)
  const stage = owner ? (hasBegun ? 'own' : 'cover') : isHidden ? 'between' : 'open'
  return {
    stage,
    // Marks that another window shows in mid-turn do not put the tablet in other hands.
    person: own ?? people.find(({ id }) => id === seat) ?? people[0],
    agrees: agrees && !own && reflection.mode === 'team',
    hidden,
    told: revealed ?? elsewhere,
    onTurn(next) {
      leave()
      setAgrees(next === TEAM)
      if (next !== TEAM) setSeat(next)
      savePlace(store.id, { participantId: next })
    },
    ...passing,
    pass() {
      passing.pass()
      // From a section whose marks are shown, back to where the others are waiting.
      const [waiting] = hidden
      if (waiting && !isHidden) goTo(reflectHref(store.id, rubric, waiting).slice(1), REPLACE)
    },
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
      if (first) goTo(reflectHref(store.id, rubric, first).slice(1), REPLACE)
      toTop()
      setRevealed({ text, sectionId: first?.id })
    },
  }
}

/**
 * The private sections in scope, and the one on the screen in any case: two devices can leave out all of
 * a rubric between them, and its marks are private all the same.
 */
function hiddenSections(
  reflection: Reflection,
  rubric: Rubric,
  section: Section | undefined,
): readonly Section[] {
  const hidden = privateSections(reflection, rubric)
  const isShown = section === undefined || hidden.includes(section)
  return isShown || !isPrivate(reflection, rubric.id, section) ? hidden : [...hidden, section]
}

/** What to say where marks were private when the page was opened, and another window showed them. */
function useShownElsewhere({
  reflection,
  rubric,
  section,
  hidden,
}: {
  reflection: Reflection
  rubric: Rubric
  section: Section | undefined
  hidden: readonly Section[]
}): Turn['told'] {
  const { shownElsewhere } = useStartMessages().reflect
  const [before] = useState(hidden)
  const [sectionId, setSectionId] = useState<string>()
  const { revealed } = reflection.workshop
  const isShown =
    hidden.length === 0 && before.some(({ id }) => revealed.has(revealKey(rubric.id, id)))
  // Said where it happened, and not again at every section that is looked at later.
  if (isShown && sectionId === undefined && section) setSectionId(section.id)
  return isShown ? { text: shownElsewhere, sectionId } : undefined
}

/** A private turn, from hand to hand. @param isPrivate false once there is nothing to keep from others */
function useOwnTurn(store: ReflectionStore, people: readonly Participant[], isPrivate: boolean) {
  // Never kept: whoever opens the page anew first says who they are.
  const [taken, setTaken] = useState<{ id: string; hasBegun: boolean }>()
  const own = people.find(({ id }) => id === taken?.id)
  const hasBegun = isPrivate && own !== undefined && taken?.hasBegun === true
  useEffect(() => (hasBegun ? () => store.sealUndo() : undefined), [hasBegun, store])
  const leave = () => setTaken(undefined)
  return {
    own,
    hasBegun,
    leave,
    take(id: string) {
      toTop()
      setTaken({ id, hasBegun: false })
    },
    begin() {
      // What was done before is out of this person's reach.
      store.sealUndo()
      toTop()
      setTaken((now) => now && { ...now, hasBegun: true })
    },
    pass() {
      toTop()
      leave()
    },
  }
}

/** What comes next is read from its beginning, and not from where the last person stopped. */
function toTop() {
  window.scrollTo(0, 0)
}
