import { useEffect, useState, useSyncExternalStore } from 'react'
import { useMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { Button } from '#ui/Button.tsx'
import styles from './reflect.module.css'

/** Takes back the last thing done on this page, and says so. */
export function UndoButton({ store }: { store: ReflectionStore }) {
  const words = useMessages().reflect
  const possible = useSyncExternalStore(store.subscribe, store.canUndo)
  const [undone, setUndone] = useState(false)
  useEffect(() => {
    if (!undone) return
    const timer = setTimeout(() => setUndone(false), 4000)
    return () => clearTimeout(timer)
  }, [undone])
  return (
    <div className={styles['undo']}>
      <Button
        look="quiet"
        icon="undo"
        disabled={!possible}
        onClick={() => setUndone(store.undo() !== undefined)}
      >
        {words.undo}
      </Button>
      <output className={styles['undone']}>{undone ? words.undone : ''}</output>
    </div>
  )
}
