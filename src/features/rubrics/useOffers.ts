import { useCallback, useMemo, useState } from 'react'
import { compareVersions } from '#core/rubricVersion.ts'
import { rubricHeaders } from '#rubrics/catalog.ts'
import { ownEntries, type LibraryEntry } from '#storage/library.ts'
import { declinedOffers, declineOffers } from '#storage/offers.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import type { OwnRubric } from '#storage/ownRubrics.ts'
import type { StoredRubric } from '#storage/rows.ts'
import { useStorage, useStore } from '#storage/useStorage.ts'
import { useLoaded } from '#ui/useLoaded.ts'

/** Another definition of a rubric of the reflection: a higher version, or another wording of the same. */
export interface Offer {
  readonly current: StoredRubric
  /** Names the other one in the library. */
  readonly key: string
  readonly hash: string
  readonly version: string
  readonly isNewer: boolean
}

interface Offers {
  readonly offers: readonly Offer[]
  /** Offers those no more, in this reflection and on this device. */
  decline(hashes: readonly string[]): void
}

/** Later than this nothing is offered: people may be at work on the page by then. In milliseconds. */
const SOON_MS = 1000

/**
 * What can be offered in a reflection, as it was when its page came up: what another tab brings does
 * not move the page.
 */
export function useOffers(store: ReflectionStore): Offers {
  const { ownRubrics } = useStorage()
  const pinned = useStore(store, (from) => from.rubrics())
  const load = useCallback(() => Promise.race([ownRubrics.load(), later(SOON_MS)]), [ownRubrics])
  const own = useLoaded(store.id, load)
  const [declined, setDeclined] = useState(() => declinedOffers(store.id))
  const offers = useMemo(
    () => (own?.ok ? findOffers(pinned, own.value, declined) : []),
    [pinned, own, declined],
  )
  const decline = (hashes: readonly string[]) => {
    declineOffers(store.id, hashes)
    setDeclined(new Set([...declined, ...hashes]))
  }
  return { offers, decline }
}

function later(ms: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), ms)
  })
}

type Candidate = Pick<LibraryEntry, 'id' | 'key' | 'hash' | 'version'>

function findOffers(
  pinned: readonly StoredRubric[],
  own: readonly OwnRubric[],
  declined: ReadonlySet<string>,
): readonly Offer[] {
  const shipped = rubricHeaders.map(({ id, hash, version }) => ({ id, key: id, hash, version }))
  const candidates: readonly Candidate[] = [...ownEntries(own), ...shipped]
  return pinned.flatMap((current) => {
    const { id, version } = current.rubric
    const [best] = candidates
      .filter((each) => each.id === id && each.hash !== current.hash && !declined.has(each.hash))
      .filter((each) => compareVersions(each.version, version) >= 0)
      .toSorted((a, b) => compareVersions(b.version, a.version))
    if (!best) return []
    const isNewer = compareVersions(best.version, version) > 0
    return [{ current, key: best.key, hash: best.hash, version: best.version, isNewer }]
  })
}
