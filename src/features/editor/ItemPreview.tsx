import { useDeferredValue } from 'react'
import { useMessages } from '#messages/messages.ts'
import { itemOf, useDraft } from './editorContext.ts'
import styles from './preview.module.css'
import { PrintedRow } from './PrintedRow.tsx'
import { ScreenRow } from './ScreenRow.tsx'

/** How an item will look: on the screen, beside its fields, and in print, below them. */
export function ItemPreview({ itemId, where }: { itemId: string; where: 'screen' | 'print' }) {
  const words = useMessages().editor.preview
  const rubric = useDeferredValue(useDraft())
  const item = itemOf(rubric, itemId)
  if (!item) return null
  return (
    <figure className={styles['preview']} data-where={where}>
      <figcaption className={styles['caption']}>
        {where === 'screen' ? words.onScreen : words.onPaper}
      </figcaption>
      {where === 'screen' ? (
        <ScreenRow rubric={rubric} item={item} />
      ) : (
        <PrintedRow rubric={rubric} item={item} />
      )}
    </figure>
  )
}
