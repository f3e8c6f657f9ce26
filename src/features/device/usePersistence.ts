import { useEffect, useState } from 'react'
import { estimateRoom, type Persistence, type Room } from '#platform/persistence.ts'
import { useReadable, useStorage } from '#storage/useStorage.ts'

interface Keeping {
  /** What the browser says about keeping what is stored. */
  readonly answer: Persistence
  readonly room: Room | undefined
  /** True once it was asked on this page. */
  readonly wasAsked: boolean
  ask(): void
}

/** What the browser promises about this device's entries, and how much room it gives. */
export function usePersistence(): Keeping {
  const storage = useStorage()
  const answer = useReadable(storage.persistence)
  const [room, setRoom] = useState<Room>()
  const [wasAsked, setWasAsked] = useState(false)
  useEffect(() => {
    let isHere = true
    void estimateRoom().then((estimate) => isHere && setRoom(estimate))
    return () => {
      isHere = false
    }
  }, [])
  return {
    answer,
    room,
    wasAsked,
    ask: () => void storage.askToKeep().then(() => setWasAsked(true)),
  }
}
