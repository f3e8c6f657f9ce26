import { useState } from 'react'
import { useMessages } from '#messages/messages.ts'
import { useReadable, useStorage } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { reflectionName } from './copyTitle.ts'
import styles from './device.module.css'

/** Deleted reflections, and the way to bring them back. */
export function DeletedSection() {
  const messages = useMessages()
  const words = messages.device
  const storage = useStorage()
  const deleted = useReadable(storage.deletedHeaders)
  const [restored, setRestored] = useState('')
  return (
    <>
      {deleted.length === 0 && <p className={styles['quiet']}>{words.noDeleted}</p>}
      {deleted.length > 0 && (
        <ul className={styles['rows']}>
          {deleted.map((header) => {
            const name = reflectionName(header, messages)
            return (
              <li className={styles['row']} key={header.id}>
                <div className={styles['words']}>
                  <bdi className={styles['name']}>{name}</bdi>
                  <span className={styles['quiet']}>{header.rubricTitles.join(' · ')}</span>
                </div>
                <Button
                  icon="undo"
                  aria-label={words.restoreOf(name)}
                  onClick={() => {
                    setRestored(name)
                    void storage.restoreReflection(header.id)
                  }}
                >
                  {words.restore}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
      <output>{restored === '' ? '' : words.restored(restored)}</output>
    </>
  )
}
