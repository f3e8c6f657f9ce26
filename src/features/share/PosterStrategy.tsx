import type { StrategyReport } from '#core/report.ts'
import { useMessages } from '#messages/messages.ts'
import { StrategyNews } from '#parts/StrategyNews.tsx'
import { Button } from '#ui/Button.tsx'
import styles from './share.module.css'
import type { ShareProps } from './shareProps.ts'
import { Chips } from './TalkFirst.tsx'

/** A strategy on a poster: what people do on one side, how they know on the other. */
export function PosterStrategy({
  of: { strategy, people, items },
  props,
  onEdit,
}: {
  of: StrategyReport
  props: ShareProps
  onEdit: () => void
}) {
  const { summary, common } = useMessages()
  const { report, voice, store } = props
  const title = strategy.name || summary.unnamedStrategy
  return (
    <div className={styles['strategy']}>
      <div className={styles['what']}>
        <h4 className={styles['strategyName']} dir="auto">
          {title}
        </h4>
        {strategy.how !== '' && (
          <p className={styles['text']} dir="auto">
            {strategy.how}
          </p>
        )}
        <p className={styles['whose']}>
          {report.reflection.mode === 'team' && people.length > 0 && (
            <Chips here={people} people={report.people} />
          )}
          <span className={styles['number']}>
            {[...new Set(items.map(({ item }) => item.number))].join(', ')}
          </span>
        </p>
      </div>
      <div className={styles['known']}>
        <p className={styles['kicker']}>
          {voice.howWeKnow}
          {strategy.evidenceKind && (
            <span className={styles['tag']}>{summary.evidenceKinds[strategy.evidenceKind]}</span>
          )}
        </p>
        {strategy.evidence === '' ? (
          <p className={styles['aside']}>{voice.noEvidence}</p>
        ) : (
          <p className={styles['text']} dir="auto">
            {strategy.evidence}
          </p>
        )}
      </div>
      <div className={styles['strategyAct']}>
        <Button look="quiet" icon="pencil" onClick={onEdit} aria-label={`${common.edit}: ${title}`}>
          {common.edit}
        </Button>
      </div>
      <div className={styles['news']}>
        <StrategyNews store={store} strategy={strategy} />
      </div>
    </div>
  )
}
