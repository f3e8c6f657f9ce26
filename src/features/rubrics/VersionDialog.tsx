import { useCallback, useMemo } from 'react'
import { TEAM } from '#core/answer.ts'
import { answersAffected, compareRubrics } from '#core/rubricCompare.ts'
import { itemsOf, type Rubric } from '#core/rubric.ts'
import { problemText } from '#messages/problemText.ts'
import { useMessages } from '#messages/messages.ts'
import { loadEntry } from '#storage/library.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import type { StoredRubric } from '#storage/rows.ts'
import { useStorage } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { useLoaded } from '#ui/useLoaded.ts'
import { Changes, type Effect } from './Changes.tsx'

/** Two definitions of one rubric: the one in use, and one of the library by its key. */
export interface Pair {
  readonly current: StoredRubric
  readonly otherKey: string
}

interface Props {
  store: ReflectionStore
  /** What is looked at; the dialog is closed without. */
  of: Pair | undefined
  /** True for a step forward, false for one back. */
  isNewer: boolean
  /** @param aside how many answers are set aside by it */
  onAccept: (pair: Pair, other: StoredRubric, aside: number) => void
  onClose: () => void
}

/** What another definition of a rubric keeps, rewords, retires and sets aside, before it is agreed to. */
export function VersionDialog({ store, of, isNewer, onAccept, onClose }: Props) {
  const messages = useMessages()
  const words = messages.library.offer
  const storage = useStorage()
  const load = useCallback(
    async (key: string) => (key === '' ? undefined : loadEntry(storage, key)),
    [storage],
  )
  const loaded = useLoaded(of?.otherKey ?? '', load)
  const other = loaded?.ok ? loaded.value : undefined
  const effect = useMemo(
    () => of && other && effectOf(store, of.current.rubric, other.rubric),
    [store, of, other],
  )
  const trouble = loaded && !loaded.ok && problemText(loaded.problem, messages)
  return (
    <Dialog
      open={of !== undefined}
      title={isNewer ? words.title : words.titleBack}
      close={words.stay}
      onClose={onClose}
      actions={
        of &&
        other &&
        effect && (
          <Button look="main" onClick={() => onAccept(of, other, effect.aside)}>
            {isNewer ? words.use(other.rubric.version) : words.back}
          </Button>
        )
      }
    >
      <p>{of?.current.rubric.title.text}</p>
      {!loaded && <p role="status">{messages.library.openingRubric}</p>}
      {trouble && <p role="alert">{`${trouble.sentence} ${trouble.nextStep}`}</p>}
      {of && other && effect && (
        <Changes from={of.current.rubric} to={other.rubric} effect={effect} />
      )}
    </Dialog>
  )
}

/** What another definition would do to this reflection. */
function effectOf(store: ReflectionStore, from: Rubric, to: Rubric): Effect {
  const { participants, strategies } = store.reflection()
  const present = new Set([TEAM, ...participants.map(({ id }) => id)])
  const responses = store.responses().filter(({ participantId }) => present.has(participantId))
  const asked = new Set(itemsOf(to).map(({ item }) => item.id))
  const askedBefore = new Set(itemsOf(from).map(({ item }) => item.id))
  const own = strategies.map(({ items }) => items.filter(({ rubricId }) => rubricId === from.id))
  return {
    comparison: compareRubrics(from, to),
    aside: answersAffected(from, to, responses).length,
    strategies: own.filter(
      (items) =>
        items.some(({ itemId }) => askedBefore.has(itemId)) &&
        items.every(({ itemId }) => !asked.has(itemId)),
    ).length,
  }
}
