import type { Answer } from '#core/answer.ts'
import type { Participant, Reflection } from '#core/reflection.ts'
import type { ItemReport } from '#core/itemReport.ts'
import { scaleOf, type Item, type Rubric, type Section } from '#core/rubric.ts'
import { useStartMessages } from '#messages/messages.ts'
import { NamedStrategy } from '#parts/NamedStrategy.tsx'
import { StrategyForm } from '#parts/StrategyForm.tsx'
import { newId } from '#platform/ids.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { Icon } from '#ui/Icon.tsx'
import styles from './reflect.module.css'
import type { OpenStrategy } from './useRowKeys.ts'

interface Props {
  store: ReflectionStore
  rubric: Rubric
  section: Section
  item: Item
  /** Who is credited at first; nobody while the team marks what it agrees on. */
  person: Participant | undefined
  /** True during a private turn: what is named is this person's own alone. */
  isOwn: boolean
  report: ItemReport
  reflection: Reflection
  answer: Answer | undefined
  /** The strategy being written here. */
  formId: string | undefined
  setOpenStrategy: (open: OpenStrategy | undefined) => void
}

/** The strategies named for an item and, where it is strong, the quiet question for one. */
export function Strategies(props: Props) {
  const { store, rubric, item, report, answer, formId, setOpenStrategy } = props
  const words = useStartMessages().reflect
  const asks = isStrong(rubric, item, answer)
  const named = report.strategies
  const open = (strategyId: string) => setOpenStrategy({ itemId: item.id, strategyId })
  const close = () => {
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
                  onEdit={() => open(strategy.id)}
                />
              </li>
            ))}
        </ul>
      )}
      {formId !== undefined ? (
        <StrategyForm
          key={formId}
          {...props}
          strategyId={formId}
          asksCredit={!props.isOwn}
          onDone={close}
        />
      ) : (
        (asks || named.length > 0) && (
          <button type="button" className={styles['prompt']} onClick={() => open(newId())}>
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
