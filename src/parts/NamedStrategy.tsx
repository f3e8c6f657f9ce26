import { chipLook } from '#core/people.ts'
import type { Reflection, Strategy } from '#core/reflection.ts'
import { useStartMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { Button } from '#ui/Button.tsx'
import { PersonChip } from '#ui/PersonChip.tsx'
import styles from './strategy.module.css'
import { StrategyNews } from './StrategyNews.tsx'

/** A strategy as it stands, with what else was written of it on another device. */
export function NamedStrategy({
  store,
  strategy,
  reflection,
  onEdit,
}: {
  store: ReflectionStore
  strategy: Strategy
  reflection: Reflection
  onEdit: () => void
}) {
  const { reflect: words, common } = useStartMessages()
  const title = strategy.name || words.unnamedStrategy
  return (
    <div className={styles['strategy']}>
      <div className={styles['strategyWords']}>
        <p className={styles['strategyName']}>
          <bdi>{title}</bdi>
          {reflection.participants.map(
            (person, seat) =>
              strategy.credit.includes(person.id) && (
                <PersonChip key={person.id} initials={person.initials} look={chipLook(seat)} />
              ),
          )}
        </p>
        {strategy.how && (
          <p>
            <bdi>{strategy.how}</bdi>
          </p>
        )}
        {strategy.evidence && (
          <p className={styles['evidence']}>
            <bdi>{strategy.evidence}</bdi>
          </p>
        )}
        <StrategyNews store={store} strategy={strategy} />
      </div>
      <Button look="quiet" icon="pencil" onClick={onEdit} aria-label={`${common.edit}: ${title}`}>
        {common.edit}
      </Button>
    </div>
  )
}
