import { useState } from 'react'
import type { Answer, Participant, Reflection } from '#core/reflection.ts'
import type { ItemReport } from '#core/report.ts'
import { scaleOf, type Item, type Rubric, type Section } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { newId } from '#platform/ids.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { Icon } from '#ui/Icon.tsx'
import { NamedStrategy } from './NamedStrategy.tsx'
import styles from './reflect.module.css'
import { StrategyForm } from './StrategyForm.tsx'

interface Props {
  store: ReflectionStore
  rubric: Rubric
  section: Section
  item: Item
  person: Participant
  report: ItemReport
  reflection: Reflection
  answer: Answer | undefined
  isStrategyOpen: boolean
  setOpenStrategy: (itemId: string | undefined) => void
}

/** The strategies named for an item and, where it is strong, the quiet question for one. */
export function Strategies(props: Props) {
  const { store, rubric, item, report, answer, isStrategyOpen, setOpenStrategy } = props
  const words = useMessages().reflect
  const [editing, setEditing] = useState<string>()
  const [fresh, setFresh] = useState(newId)
  const asks = isStrong(rubric, item, answer)
  const named = report.strategies
  const formId = editing ?? (isStrategyOpen ? fresh : undefined)
  const close = () => {
    setEditing(undefined)
    setFresh(newId())
    setOpenStrategy(undefined)
    // The form goes away with the focus in it; the row is where the keys go on.
    document.getElementById(`item-${item.id}`)?.focus({ preventScroll: true })
  }
  return (
    <div className={styles['strategies']}>
      {named.length > 0 && (
        <ul className={styles['named']} aria-label={words.strategies}>
          {named
            .filter(({ id }) => id !== formId)
            .map((strategy) => (
              <li key={strategy.id}>
                <NamedStrategy
                  {...{ store, strategy, reflection: props.reflection }}
                  onEdit={() => {
                    setOpenStrategy(item.id)
                    setEditing(strategy.id)
                  }}
                />
              </li>
            ))}
        </ul>
      )}
      {formId !== undefined && isStrategyOpen ? (
        <StrategyForm key={formId} {...props} strategyId={formId} onDone={close} />
      ) : (
        (asks || named.length > 0) && (
          <button
            type="button"
            className={styles['prompt']}
            onClick={() => {
              setEditing(undefined)
              setOpenStrategy(item.id)
            }}
          >
            <Icon name="spark" size={18} />
            <span>{named.length > 0 ? words.addAnother : words.strategyPrompt}</span>
          </button>
        )
      )}
    </div>
  )
}

function isStrong(rubric: Rubric, item: Item, answer: Answer | undefined): boolean {
  if (item.kind !== 'rating' || answer?.kind !== 'level') return false
  const level = scaleOf(rubric, item).levels.find(({ id }) => id === answer.level)
  return level?.asksForStrategy ?? false
}
