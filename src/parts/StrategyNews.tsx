import { deleteEdit, type Strategy } from '#core/reflection.ts'
import { useStartMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { Button } from '#ui/Button.tsx'
import { OtherVersions } from './OtherVersions.tsx'
import styles from './strategy.module.css'

const TEXTS = ['name', 'how', 'evidence']

/** What another device did to a strategy meanwhile, until somebody says which stands. */
export function StrategyNews({ store, strategy }: { store: ReflectionStore; strategy: Strategy }) {
  const { reflect: words } = useStartMessages()
  return (
    <>
      {strategy.conflicts
        .filter(({ field }) => TEXTS.includes(field))
        .map((conflict) => (
          <OtherVersions
            key={conflict.field}
            {...{ store, conflict }}
            joint={conflict.field === 'name' ? ' / ' : '\n'}
            kind="strategy"
            record={strategy.id}
          />
        ))}
      {strategy.deletedElsewhere && (
        <p className={styles['contested']}>
          {words.deletedElsewhere}{' '}
          <Button
            look="quiet"
            onClick={() => store.apply([deleteEdit('strategy', strategy.id, false)])}
          >
            {words.keep}
          </Button>
        </p>
      )}
    </>
  )
}
