import type { Rubric } from '#core/rubric.ts'
import { countLines, type LineCounts } from '#core/sourceUse.ts'
import { useMessages } from '#messages/messages.ts'
import { byFamily } from '#rubrics/families.ts'
import type { AllRubrics } from '#storage/useAllRubrics.ts'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import styles from './sources.module.css'

/** What each rubric says of itself: its status, its credit line, and whose its lines are. */
export function RubricCredits({ rubrics }: Pick<AllRubrics, 'rubrics'>) {
  const words = useMessages().sources
  const entries = rubrics.map(({ rubric, key, origin }) => ({
    rubric,
    key,
    origin,
    family: rubric.family,
  }))
  return byFamily(entries).map(({ family, entries: members }) => (
    <section key={family} className={styles['family']}>
      <h3 className={styles['familyName']}>{words.families[family]}</h3>
      <ul className={styles['rows']}>
        {members.map(({ key, rubric }) => (
          <li key={key} className={styles['row']}>
            <RubricCredit rubric={rubric} />
          </li>
        ))}
      </ul>
    </section>
  ))
}

function RubricCredit({ rubric }: { rubric: Rubric }) {
  const words = useMessages().sources
  const { lang, title, status, version, credit } = rubric
  return (
    <>
      <h4 className={styles['rubricTitle']} lang={lang} dir="auto">
        {title.text}
      </h4>
      <p className={styles['facts']}>
        <span className={styles['status']}>{words.statuses[status]}</span>
        <span>{words.version(version)}</span>
      </p>
      <p className={styles['text']} lang={lang} dir="auto">
        {credit}
      </p>
      <Lines lines={countLines(rubric)} />
    </>
  )
}

function Lines({ lines }: { lines: LineCounts }) {
  const words = useMessages().sources
  const shown = (['source', 'adapted', 'drafted'] as const).filter((one) => lines[one] > 0)
  return (
    <ul className={styles['lines']}>
      {shown.map((provenance) => (
        <li key={provenance}>
          <ProvenanceMark
            provenance={provenance}
            label={words.linesBy[provenance](lines[provenance])}
          />
        </li>
      ))}
    </ul>
  )
}
