import { useMessages } from '#messages/messages.ts'
import { useEditor } from './editorContext.ts'
import styles from './editor.module.css'
import type { Finding } from './findings.ts'
import { fieldName, partOfPath } from './places.ts'
import { linesAround } from './linesAround.ts'

/** What was found, each with the way to its field. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const words = useMessages().editor.check
  const { editing, ui } = useEditor()
  const jump = ({ keys }: Finding) => {
    const { rubric } = editing.get()
    ui.go(partOfPath(rubric, keys))
    ui.open(...linesAround(rubric, keys))
    ui.focus(fieldName(keys))
  }
  return (
    <ul className={styles['findings']}>
      {findings.map((finding) => (
        <li key={`${finding.keys.join('.')} ${finding.sentence}`}>
          <button type="button" className={styles['finding']} onClick={() => jump(finding)}>
            <span className={styles['place']}>{finding.place}</span>
            <span>{finding.sentence}</span>
            <span className={styles['go']}>{words.goThere}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
