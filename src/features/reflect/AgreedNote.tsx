import type { AnswerPlace, Response } from '#core/answer.ts'
import type { ItemReport } from '#core/itemReport.ts'
import { isTogether } from '#core/rubric.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import styles from './agreed.module.css'
import { Note } from './Note.tsx'
import { WeTag } from './WeTag.tsx'

interface Props {
  store: ReflectionStore
  report: ItemReport
  /** Of the person whose turn it is, or of the team. */
  place: AnswerPlace
  /** The one that stands there. */
  response: Response | undefined
  /** True while the team marks what it agrees on. */
  agrees: boolean
}

/** The words beside what the team agreed on: a field while it marks, a line to read afterwards. */
export function AgreedNote({ store, report, place, response, agrees }: Props) {
  const { item } = report
  if (isTogether(item)) return null
  if (agrees) {
    if ('note' in item && item.note) return null
    if (!response?.answer && !response?.note) return null
    return <Note {...{ store, item, place }} />
  }
  const note = report.notes.find(({ author }) => author === undefined)
  return note ? (
    <p className={styles['note']}>
      <WeTag /> <bdi>{note.text}</bdi>
    </p>
  ) : null
}
