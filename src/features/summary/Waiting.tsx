import { privateSections } from '#core/privacy.ts'
import type { Report, RubricReport } from '#core/report.ts'
import { useMessages } from '#messages/messages.ts'
import { ButtonLink } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Told } from '#ui/Told.tsx'
import styles from './summary.module.css'

/** Which sections wait for their reveal: until then nothing of their marks is on this page. */
export function Waiting({ report, of }: { report: Report; of: RubricReport }) {
  const words = useMessages().summary
  const sections = privateSections(report.reflection, of.rubric)
  if (sections.length === 0) return null
  const href = `#/r/${report.reflection.id}/reflect/${of.rubric.id}`
  return (
    <Notice
      icon="people"
      title={words.waiting}
      actions={
        <ButtonLink look="plain" icon="pencil" href={href}>
          {words.toRubric}
        </ButtonLink>
      }
    >
      <p>{words.waitingLead}</p>
      <ul className={styles['waiting']}>
        {sections.map(({ id, number, name }) => (
          <li key={id}>
            <span className={styles['number']}>{number}</span> <Told text={name.text} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}
