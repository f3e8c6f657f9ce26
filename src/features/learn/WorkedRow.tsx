import { chipLook } from '#core/people.ts'
import { useMessages } from '#messages/messages.ts'
import { Hidden } from '#ui/Hidden.tsx'
import { PersonChip } from '#ui/PersonChip.tsx'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import { Told } from '#ui/Told.tsx'
import styles from './learn.module.css'
import { exampleMarks, type WorkedRow as Row } from './workedRow.ts'

/** Nobody's: four people for the example, one for whoever is alone. */
const PEOPLE = ['AB', 'KM', 'TS', 'LŠ']

/** One real row of the rubric with made-up initials in its boxes and a strategy under it. */
export function WorkedRow({
  row: { item, levels, strategy },
  isAlone,
}: {
  row: Row
  isAlone: boolean
}) {
  const { learn: words, common } = useMessages()
  const people = isAlone ? PEOPLE.slice(0, 1) : PEOPLE
  const marks = exampleMarks(levels.length, people)
  return (
    <figure className={styles['example']}>
      <figcaption className={styles['exampleCaption']}>{words.example}</figcaption>
      <div className={styles['exampleText']}>
        <span className={styles['number']}>{item.number}</span>
        <p>
          <Told text={item.text} />
        </p>
      </div>
      <ol className={styles['boxes']} data-levels={levels.length}>
        {levels.map((level, index) => (
          <li key={level.id} className={styles['box']} data-level={index + 1}>
            <span className={styles['boxHead']}>
              <span className={styles['boxNumber']} aria-hidden="true">
                {index + 1}
              </span>
              <Told text={level.label} />
            </span>
            <span className={styles['chips']}>
              {(marks[index] ?? []).map((initials) => (
                <span
                  key={initials}
                  className={styles['landing']}
                  data-seat={PEOPLE.indexOf(initials)}
                >
                  <span aria-hidden="true">
                    <PersonChip initials={initials} look={chipLook(PEOPLE.indexOf(initials))} />
                  </span>
                  <Hidden>{words.exampleInitials(initials)}</Hidden>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ol>
      {strategy && (
        <div className={styles['exampleStrategy']}>
          <p className={styles['kicker']}>{words.exampleStrategy}</p>
          <p className={styles['strategyName']}>
            <Told text={strategy.name} />
          </p>
          <p>
            <Told text={strategy.what} />
          </p>
          <p className={styles['quiet']}>
            {words.headed(words.exampleEvidence)} <Told text={strategy.evidence} />
          </p>
          <ProvenanceMark
            provenance={strategy.provenance}
            label={common.provenanceShort[strategy.provenance]}
          />
        </div>
      )}
    </figure>
  )
}
