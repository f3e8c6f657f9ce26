import { useEffect, useState } from 'react'
import type { Report } from '#core/report.ts'
import { useMessages, type Messages } from '#messages/messages.ts'
import { Notice } from '#ui/Notice.tsx'

const MOST_NAMED = 6

/** Tells, before anything is saved, which words our paper fonts cannot draw. */
export function Undrawable({ report }: { report: Report }) {
  const messages = useMessages()
  const words = messages.summary
  const found = useUndrawable(report, messages)
  if (found.length === 0) return null
  return (
    <Notice icon="question" title={words.undrawable} live="status">
      <p>{words.undrawableLead}</p>
      <ul>
        {found.slice(0, MOST_NAMED).map(({ text, where }) => (
          <li key={`${text}${where}`} dir="auto">
            {words.undrawableWhere(text, where)}
          </li>
        ))}
      </ul>
      {found.length > MOST_NAMED && <p>{words.undrawableMore(found.length - MOST_NAMED)}</p>}
    </Notice>
  )
}

function useUndrawable(report: Report, messages: Messages) {
  const [found, setFound] = useState<readonly { text: string; where: string }[]>([])
  useEffect(() => {
    let isWanted = true
    const look = async () => {
      const { undrawable } = await import('#paper/exportPdf.ts')
      const texts = await undrawable(report, messages)
      if (isWanted) setFound(texts)
    }
    // Without the drawing code nothing can be told; making the PDF says why.
    look().catch(() => isWanted && setFound([]))
    return () => {
      isWanted = false
    }
  }, [report, messages])
  return found
}
