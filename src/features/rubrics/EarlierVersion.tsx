import { useMemo, useState } from 'react'
import { isJsonObject } from '#core/json.ts'
import { useMessages } from '#messages/messages.ts'
import { declineOffers } from '#storage/offers.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import type { StoredRubric } from '#storage/rows.ts'
import { useStore } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import styles from './rubrics.module.css'
import { VersionDialog, type Pair } from './VersionDialog.tsx'

interface Earlier {
  readonly current: StoredRubric
  /** Hash of the definition it was rated on before. */
  readonly hash: string
}

/** Below Set up: the way back to the definition that a reflection was rated on before. */
export function EarlierVersion({ store }: { store: ReflectionStore }) {
  const words = useMessages().library.offer
  const rubrics = useStore(store, (from) => from.rubrics())
  const earlier = useMemo(() => findEarlier(store, rubrics), [store, rubrics])
  const [looking, setLooking] = useState<Pair>()
  if (earlier.length === 0) return null
  return (
    <aside className={styles['offer']}>
      {earlier.map((each) => (
        <p key={each.current.hash} className={styles['earlier']}>
          <span>
            {words.hadEarlier(each.current.rubric.shortTitle, each.current.rubric.version)}
          </span>
          <Button
            look="quiet"
            icon="undo"
            onClick={() => setLooking({ current: each.current, otherKey: `own:${each.hash}` })}
          >
            {words.seeEarlier}
          </Button>
        </p>
      ))}
      <VersionDialog
        store={store}
        of={looking}
        isNewer={false}
        onAccept={({ current }, { rubric }) => {
          store.repinRubric(rubric)
          declineOffers(store.id, [current.hash])
          setLooking(undefined)
        }}
        onClose={() => setLooking(undefined)}
      />
    </aside>
  )
}

/** The last other definition each rubric was pinned to. */
function findEarlier(store: ReflectionStore, rubrics: readonly StoredRubric[]): readonly Earlier[] {
  const changes = store.changes().toSorted((one, other) => one.at - other.at)
  return rubrics.flatMap((current) => {
    const field = `rubric:${current.rubric.id}`
    const hash = changes
      .flatMap((change) => {
        const isPin = change.kind === 'reflection' && change.field === field
        const pinned = isPin && isJsonObject(change.value) ? change.value['hash'] : undefined
        return typeof pinned === 'string' && pinned !== current.hash ? [pinned] : []
      })
      .at(-1)
    return hash === undefined ? [] : [{ current, hash }]
  })
}
