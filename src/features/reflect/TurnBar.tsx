import { useDeferredValue, useMemo, useRef } from 'react'
import { isGiven } from '#core/itemReport.ts'
import { chipLook } from '#core/people.ts'
import type { Participant, Reflection } from '#core/reflection.ts'
import { isTogether, type Rubric, type Section } from '#core/rubric.ts'
import { useStartMessages, type StartMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { PersonChip } from '#ui/PersonChip.tsx'
import styles from './reflect.module.css'
import { Seats } from './Seats.tsx'
import { seenBy } from './seenBy.ts'
import { answeredCounts, natureOf, sectionItems, type SectionNature } from './turn.ts'
import { UndoButton } from './UndoButton.tsx'
import { useOwnHeight } from './useOwnHeight.ts'

interface Props {
  store: ReflectionStore
  reflection: Reflection
  rubric: Rubric
  section: Section
  /** The sections whose marks are private: what a private turn goes through. */
  hidden: readonly Section[]
  person: Participant
  /** True while the team marks what it agrees on. */
  agrees: boolean
  /** True during a private turn: nobody else can take it, and nobody else is counted. */
  isOwn: boolean
  /** Told the id of a participant, or `TEAM` for what all agree on. */
  onTurn: (seat: string) => void
  /** Ends a private turn. */
  onPass: () => void
  /** Goes back to the grid that paper is entered into, if it comes from there. */
  onGrid: (() => void) | undefined
  /** Told after something was taken back. */
  onUndone: () => void
}

/** Whose initials the next tap places, how far they are, and the way back. */
export function TurnBar(props: Props) {
  const { store, reflection, rubric, section, person, agrees, isOwn, onTurn, onPass } = props
  const { done, agreed, total, isThrough } = useCounts(props)
  const words = useStartMessages().reflect
  const nature = natureOf(section)
  const isAlone = reflection.mode === 'individual'
  const hasTurns = !isAlone && !nature.isTogether && !isOwn
  const initials = isAlone || isOwn ? undefined : person.initials
  const own = done.get(person.id) ?? 0
  const isOurs = hasTurns && agrees
  const bar = useRef<HTMLDivElement>(null)
  useOwnHeight(bar)
  return (
    <div className={styles['turn']} ref={bar}>
      {hasTurns && <Seats {...{ reflection, person, agrees, done, total, onTurn }} />}
      {isOwn && (
        <>
          <PersonChip
            initials={person.initials}
            look={chipLook(reflection.participants.indexOf(person))}
          />
          <Button look={isThrough ? 'main' : 'plain'} icon="check" onClick={onPass}>
            {words.passOn}
          </Button>
        </>
      )}
      {props.onGrid && (
        <Button look="quiet" icon="paper" onClick={props.onGrid}>
          {words.toGrid}
        </Button>
      )}
      <p className={styles['turnProgress']} data-alone={!hasTurns && !isOwn}>
        {total > 0 &&
          (isOurs
            ? words.agreed(agreed, total)
            : progressIn(words, nature, { initials, own, total }))}
      </p>
      <UndoButton {...{ store, reflection, rubric }} onUndone={props.onUndone} />
    </div>
  )
}

/**
 * How many items each person has answered, on how many the team agreed, and whether a private turn has
 * been through all of its sections.
 */
function useCounts({ store, reflection, rubric, section, hidden, person, isOwn }: Props) {
  // The mark paints first; the count beside it may come a moment later.
  const responses = useDeferredValue(useStore(store, (from) => from.responses()))
  return useMemo(() => {
    // `responses` is the trigger: the store's own per-item reads are stable in between.
    const seen =
      responses && seenBy(isOwn ? person : undefined, { store, reflection, rubric, section })
    const items = sectionItems(seen)
    const isDone = (each: Section) => {
      const own = sectionItems(seenBy(person, { store, reflection, rubric, section: each }))
      return answeredCounts(own, [person]).get(person.id) === own.length
    }
    return {
      isThrough: isOwn && hidden.every(isDone),
      done: answeredCounts(items, reflection.participants),
      agreed: items.filter(({ item, team }) => !isTogether(item) && isGiven(team)).length,
      total: items.length,
    }
  }, [responses, reflection, rubric, section, hidden, store, person, isOwn])
}

/** How far someone is, or the team together: marks where all is rated, answers elsewhere. */
function progressIn(
  words: StartMessages['reflect'],
  { isRated, isTogether: isOne }: SectionNature,
  { initials, own, total }: { initials: string | undefined; own: number; total: number },
): string {
  const isDone = own === total
  if (initials === undefined) {
    if (isRated) return isDone ? words.selfDone : words.selfProgress(own, total)
    return isDone ? words.selfAnsweredAll : words.selfAnswered(own, total)
  }
  if (isOne) return isDone ? words.teamAnsweredAll : words.teamAnswered(own, total)
  if (isRated) return isDone ? words.turnDone(initials) : words.turnProgress(initials, own, total)
  return isDone ? words.turnAnsweredAll(initials) : words.turnAnswered(initials, own, total)
}
