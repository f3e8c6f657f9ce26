import { useState } from 'react'
import { scaleOf, type Item } from '#core/rubric.ts'
import type { RubricDraft } from '#core/rubricDraft.ts'
import { useMessages } from '#messages/messages.ts'
import styles from './preview.module.css'

/** How many lines of text a printed row has room for. */
const ROOM = 5

interface Props {
  rubric: RubricDraft
  item: Item
}

/**
 * The row of the blank form, to scale: the column of the text and the boxes beside it, in the type of
 * the print. So it breaks where the print breaks, and its lines can be counted.
 */
export function PrintedRow({ rubric, item }: Props) {
  const words = useMessages().editor.preview
  const [lines, measure] = useLineCount()
  if (item.kind === 'table' || item.kind === 'placement') {
    return <p className={styles['soft']}>{words.ownSheet}</p>
  }
  const scale = item.kind === 'rating' && rubric.scales.some(({ id }) => id === item.scale)
  const levels = scale && item.kind === 'rating' ? scaleOf(rubric, item).levels : []
  return (
    <>
      <div className={styles['paperFrame']}>
        <div className={styles['paper']} lang={rubric.lang}>
          <p className={styles['method']}>
            <span className={styles['paperNumber']}>{item.number}</span>
            <span ref={measure} className={styles['methodText']}>
              {item.text}
            </span>
          </p>
          {levels.map(({ id, short }) => (
            <span key={id} className={styles['paperBox']}>
              {short}
            </span>
          ))}
          {levels.length === 0 && <span className={styles['paperBox']}>{words.room}</span>}
        </div>
      </div>
      {lines > 0 && (
        <p className={styles['lines']} data-over={lines > ROOM}>
          {lines > ROOM ? words.tooManyLines(lines, ROOM) : words.lines(lines, ROOM)}
        </p>
      )}
    </>
  )
}

/** Counts the lines of a text as it is laid out; 0 where nothing is. */
function useLineCount(): readonly [
  number,
  (element: HTMLElement | null) => (() => void) | undefined,
] {
  const [lines, setLines] = useState(0)
  const [measure] = useState(() => (element: HTMLElement | null) => {
    if (!element) return undefined
    const count = () => {
      const leading = Number.parseFloat(getComputedStyle(element).lineHeight)
      const height = element.textContent === '' ? 0 : element.getBoundingClientRect().height
      setLines(leading > 0 ? Math.round(height / leading) : 0)
    }
    const observer = new ResizeObserver(count)
    observer.observe(element)
    return () => observer.disconnect()
  })
  return [lines, measure]
}
