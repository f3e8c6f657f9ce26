import { useDeferredValue } from 'react'
import type { Change } from '#core/change.ts'
import { movesOf, type Move } from '#core/moves.ts'
import type { Reflection, Site } from '#core/reflection.ts'
import type { Item, Rubric } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { Hidden } from '#ui/Hidden.tsx'
import styles from './agreed.module.css'

interface Props {
  store: ReflectionStore
  reflection: Reflection
  rubric: Rubric
  item: Item
  site: Site | undefined
}

/** Who moved a mark here since the marks were shown: kept in sight, without a word on why. */
export function Moved({ store, reflection, rubric, item, site }: Props) {
  const words = useMessages().handOver
  // The mark paints first; that it moved may be said a moment later.
  const changes = useDeferredValue(useStore(store, (from) => from.changes()))
  const here = movesIn(changes, reflection, rubric).filter(
    (move) => move.itemId === item.id && move.siteId === site?.id,
  )
  if (here.length === 0) return null
  return (
    <ul className={styles['moves']}>
      {here.map(({ person, from, to }) => (
        <li key={person.id}>
          <span aria-hidden="true">
            <bdi className={styles['who']}>{person.initials}</bdi>{' '}
            {words.moved(from.short, to.short)}
          </span>
          <Hidden>{words.movedAloud(person.initials, from.label, to.label)}</Hidden>
        </li>
      ))}
    </ul>
  )
}

/** All moves of a rubric, counted once for all the rows that ask. */
function movesIn(
  changes: readonly Change[],
  reflection: Reflection,
  rubric: Rubric,
): readonly Move[] {
  const last = counted.get(changes)
  if (last?.reflection === reflection && last.rubric === rubric) return last.moves
  const moves = movesOf(changes, reflection, rubric)
  counted.set(changes, { reflection, rubric, moves })
  return moves
}

const counted = new WeakMap<
  readonly Change[],
  { reflection: Reflection; rubric: Rubric; moves: readonly Move[] }
>()
