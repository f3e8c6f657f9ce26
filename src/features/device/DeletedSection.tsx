import { useState } from 'react'
import type { Problem } from '#core/problem.ts'
import { problemText } from '#messages/problemText.ts'
import { useMessages } from '#messages/messages.ts'
import type { ReflectionHeader } from '#storage/headers.ts'
import { useReadable, useStorage } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { reflectionName } from './copyTitle.ts'
import styles from './device.module.css'

/** Deleted reflections, and the way to bring them back. */
export function DeletedSection() {
  const messages = useMessages()
  const words = messages.device
  const storage = useStorage()
  const deleted = useReadable(storage.deletedHeaders)
  const [restored, setRestored] = useState('')
  const [problem, setProblem] = useState<Problem>()
  async function restore(header: ReflectionHeader) {
    const done = await storage.restoreReflection(header.id)
    setProblem(done.ok ? undefined : done.problem)
    setRestored(done.ok ? reflectionName(header, messages) : '')
  }
  return (
    <>
      {deleted.length === 0 && <p className={styles['quiet']}>{words.noDeleted}</p>}
      {deleted.length > 0 && (
        <ul className={styles['rows']}>
          {deleted.map((header) => (
            <DeletedRow key={header.id} header={header} onRestore={() => void restore(header)} />
          ))}
        </ul>
      )}
      <output>{restored === '' ? '' : words.restored(restored)}</output>
      {problem && (
        <Notice tone="warn" icon="alert" live="alert" title={problemText(problem, messages).title}>
          <p>{problemText(problem, messages).sentence}</p>
          <p>{problemText(problem, messages).nextStep}</p>
        </Notice>
      )}
    </>
  )
}

function DeletedRow({ header, onRestore }: { header: ReflectionHeader; onRestore: () => void }) {
  const messages = useMessages()
  const words = messages.device
  const name = reflectionName(header, messages)
  return (
    <li className={styles['row']}>
      <div className={styles['words']}>
        <bdi className={styles['name']}>{name}</bdi>
        <span className={styles['quiet']}>{header.rubricTitles.join(' · ')}</span>
      </div>
      <div>
        <Button icon="undo" aria-label={words.restoreOf(name)} onClick={onRestore}>
          {words.restore}
        </Button>
      </div>
    </li>
  )
}
