import { fieldEdits, itemRefKey } from '#core/reflection.ts'
import type { Item, Rubric } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { Select } from '#ui/Select.tsx'
import type { Methods } from './methods.ts'

interface Props {
  methods: Methods
  item: Item
  rubric: Rubric
  store: ReflectionStore
  strategyId: string
  onItem: (item: Item) => void
}

/** Which method a strategy belongs to. One that is stored already moves at once. */
export function MethodSelect({ methods, item, rubric, store, strategyId, onItem }: Props) {
  const { share: words } = useMessages()
  const { strong, others } = methods
  const move = (itemId: string) => {
    const chosen = [...strong, ...others].find(({ id }) => id === itemId)
    if (!chosen) return
    onItem(chosen)
    const stored = store.reflection().strategies.find(({ id }) => id === strategyId)
    if (!stored) return
    const left = itemRefKey({ rubricId: rubric.id, itemId: item.id })
    const next = itemRefKey({ rubricId: rubric.id, itemId })
    // Only this one moves: it may be named at methods that are not shown here.
    const items = stored.items.map(itemRefKey).map((key) => (key === left ? next : key))
    store.apply(fieldEdits('strategy', strategyId, { items: [...new Set(items)] }))
  }
  return (
    <Select
      label={words.belongsTo(rubric.itemNoun.one)}
      width="full"
      value={item.id}
      onChange={(event) => move(event.currentTarget.value)}
      lang={rubric.lang}
    >
      {strong.length > 0 && (
        <optgroup label={words.strongFirst}>
          <Options items={strong} />
        </optgroup>
      )}
      {strong.length > 0 && others.length > 0 ? (
        <optgroup label={words.others}>
          <Options items={others} />
        </optgroup>
      ) : (
        <Options items={others} />
      )}
    </Select>
  )
}

function Options({ items }: { items: readonly Item[] }) {
  return items.map(({ id, number, text }) => (
    <option key={id} value={id}>
      {number} {text}
    </option>
  ))
}
