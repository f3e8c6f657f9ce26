import { deleteEdit } from '#core/reflection.ts'
import { useMessages } from '#messages/messages.ts'
import { Button } from '#ui/Button.tsx'
import styles from './growth.module.css'
import type { EdgeProps } from './growthProps.ts'
import { placeOfEdge } from './growthSkills.ts'
import { GrowthVersions } from './GrowthVersions.tsx'
import { withoutCredit, writtenLines } from './growthLines.ts'
import { MakeStep } from './MakeStep.tsx'

/** A growth edge as it stands and as it goes on paper. */
export function GrowthCard({
  edge,
  name,
  part,
  onEdit,
  onRemove,
}: EdgeProps & { onEdit: () => void }) {
  const { growth: words, summary, common } = useMessages()
  const { store, of, report } = part
  const place = placeOfEdge(of, edge)
  const lines = [...new Set(writtenLines(edge.borrowed))]
  const steps = report.reflection.nextSteps
  return (
    <div className={styles['card']}>
      <h3 className={styles['name']}>
        {place && <span className={styles['number']}>{place.skill.number}</span>}{' '}
        <span lang={place && of.rubric.lang}>{name}</span>
      </h3>
      <div className={styles['said']}>
        {edge.hard === '' ? (
          <p className={styles['aside']}>{words.hardEmpty}</p>
        ) : (
          <p className={styles['text']} dir="auto">
            {edge.hard}
          </p>
        )}
        {edge.borrowed !== '' && (
          <>
            <p className={styles['kicker']}>{summary.borrowed}</p>
            <ul className={styles['borrowedLines']}>
              {lines.map((line) => (
                <li key={line} className={styles['borrowedLine']}>
                  <span className={styles['text']} dir="auto">
                    {line}
                  </span>
                  <MakeStep
                    {...{ store, steps }}
                    what={withoutCredit(line)}
                    from={withoutCredit(line) === line ? '' : line}
                  />
                </li>
              ))}
            </ul>
          </>
        )}
        <GrowthVersions edge={edge} store={store} />
        {edge.deletedElsewhere && (
          <p className={styles['contested']}>
            {words.deletedElsewhere}{' '}
            <Button
              look="quiet"
              onClick={() => store.apply([deleteEdit('growthEdge', edge.id, false)])}
            >
              {words.keep}
            </Button>
          </p>
        )}
      </div>
      <div className={styles['cardActions']} data-actions>
        <Button look="quiet" icon="pencil" onClick={onEdit} aria-label={words.editOf(name)}>
          {common.edit}
        </Button>
        <Button look="quiet" icon="trash" onClick={onRemove} aria-label={words.removeOf(name)}>
          {common.remove}
        </Button>
      </div>
    </div>
  )
}
