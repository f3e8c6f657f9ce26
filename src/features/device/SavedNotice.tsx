import { problemText } from '#messages/problemText.ts'
import { useMessages } from '#messages/messages.ts'
import { Notice } from '#ui/Notice.tsx'
import styles from './device.module.css'
import type { Saving } from './useSaveCopy.ts'

/** What became of a copy, in numbers a person can check; empty until there is something to say. */
export function SavedNotice({ saving }: { saving: Saving }) {
  const messages = useMessages()
  const words = messages.device
  if (saving.kind === 'idle' || saving.kind === 'saving') return null
  if (saving.kind === 'problem') {
    const text = problemText(saving.problem, messages)
    return (
      <Notice tone="warn" icon="alert" live="alert" title={text.title}>
        <p>{text.sentence}</p>
        <p>{text.nextStep}</p>
      </Notice>
    )
  }
  const { outcome, name, counts, own, unfit } = saving.file
  if (outcome === 'cancelled') return <output>{words.cancelled}</output>
  const isShared = outcome === 'shared'
  // A copy without a reflection says what is in it, not what is not.
  const hasReflections = counts.reflections + counts.deleted > 0
  const parts = [hasReflections ? words.counts(counts) : '', words.ownCounts(own)]
  const told = parts.filter((part) => part !== '').join(', ')
  return (
    <Notice
      tone="good"
      icon="check"
      live="status"
      title={isShared ? words.shared(told) : words.saved(told)}
    >
      {counts.deleted > 0 && <p>{words.deletedToo(counts.deleted)}</p>}
      {unfit > 0 && <p>{words.unfit(unfit)}</p>}
      <p className={styles['fileName']}>
        {isShared ? words.sharedWhere(name) : words.savedWhere(name)}
      </p>
      <p>{words.reread}</p>
    </Notice>
  )
}
