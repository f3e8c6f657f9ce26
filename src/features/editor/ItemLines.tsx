import { useWatch, useFormContext } from 'react-hook-form'
import type { Item, Skill } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { Button } from '#ui/Button.tsx'
import { itemOf, useDraft, useEditor, usePart } from './editorContext.ts'
import styles from './editor.module.css'
import type { EditorForm } from './formModel.ts'
import { freshItem } from './fresh.ts'
import { fromItem } from './fromForm.ts'
import { ItemFields } from './ItemFields.tsx'
import { LineActions, LineCard } from './LineCard.tsx'
import type { ItemName, SkillName } from './names.ts'
import { idsOf, nextId } from './usedIds.ts'
import { useLines } from './useLines.ts'

interface Props {
  name: SkillName
  /** The skill as the draft has it; a new one is not there yet. */
  skill: Skill | undefined
  skillId: string
}

/** A row number is a letter, and paper has 26. */
const MOST_ROWS = 26

/** The items of a skill, in order, and the way to one more. */
export function ItemLines({ name, skill, skillId }: Props) {
  const words = useMessages().editor
  const { used } = useEditor()
  const rubric = useDraft()
  const lines = useLines(`${name}.items`)
  const { one } = rubric.itemNoun
  const add = () => {
    const id = nextId(`${skillId}.`, [...idsOf(rubric), ...used.ids])
    const last = skill?.items.findLast((item) => !item.retired)
    const kind = last?.kind ?? (rubric.scales.length > 0 ? 'rating' : 'text')
    const scale = last?.kind === 'rating' ? last.scale : (rubric.scales[0]?.id ?? '')
    lines.add(freshItem(id, kind, scale), words.line.a(one), id)
  }
  const focusAfter = (index: number) => {
    const neighbour = lines.fields[index + 1] ?? lines.fields[index - 1]
    return neighbour ? `edit:${neighbour.id}` : `add:${name}.items`
  }
  return (
    <>
      <ol className={styles['lines']}>
        {lines.fields.map((field, index) => (
          <ItemLine
            key={field.id}
            name={`${name}.items.${index}`}
            item={itemOf(rubric, field.id) ?? fromItem(field)}
            position={index}
            count={lines.fields.length}
            onMove={(by, button, what) => lines.move(index, by, what, button)}
            onRemove={(what) => lines.remove(index, what, focusAfter(index))}
          />
        ))}
      </ol>
      <div className={styles['add']} data-field={`${name}.items`}>
        {lines.fields.length < MOST_ROWS ? (
          <Button look="quiet" icon="plus" data-focus={`add:${name}.items`} onClick={add}>
            {words.line.add(one)}
          </Button>
        ) : (
          <p className={styles['soft']}>{words.line.full}</p>
        )}
      </div>
    </>
  )
}

interface LineProps {
  name: ItemName
  item: Item
  position: number
  count: number
  onMove: (by: -1 | 1, button: Element, what: string) => void
  onRemove: (what: string) => void
}

function ItemLine({ name, item, position, count, onMove, onRemove }: LineProps) {
  const words = useMessages().editor
  const { used } = useEditor()
  const { itemNoun } = useDraft()
  const called = words.line.named(itemNoun.one, item.number)
  const isUsed = used.ids.has(item.id)
  return (
    <LineCard
      id={item.id}
      name={called}
      number={item.number}
      text={item.text}
      storedId={item.id}
      provenance={item.provenance}
      sources={item.source}
      isRetired={item.retired ?? false}
      tags={[
        ...(item.kind === 'rating' ? [] : [words.kinds[item.kind].name]),
        ...(isUsed ? [] : [words.line.new]),
      ]}
      field={name}
      actions={
        <>
          <LineActions
            id={item.id}
            name={called}
            position={position}
            count={count}
            onMove={(by, button) => onMove(by, button, called)}
            onRemove={isUsed ? undefined : () => onRemove(called)}
          />
          {isUsed && <RetireButton name={name} called={called} />}
        </>
      }
    >
      <ItemFields name={name} item={item} isUsed={isUsed} />
    </LineCard>
  )
}

/** What was used is never taken out: it is no longer asked, and can be asked again. */
function RetireButton({ name, called }: { name: ItemName; called: string }) {
  const words = useMessages().editor
  const { editing, ui } = useEditor()
  const part = usePart()
  const { control, setValue } = useFormContext<EditorForm>()
  const isRetired = useWatch({ control, name: `${name}.retired` })
  const turn = (button: Element) => {
    const label = isRetired ? words.steps.broughtBack(called) : words.steps.retired(called)
    editing.begin({ label, part })
    setValue(`${name}.retired`, !isRetired)
    setValue(`${name}.replacedBy`, '')
    ui.follow(button, `retire:${called}`)
    ui.tell(label)
  }
  return (
    <Button
      look="quiet"
      icon={isRetired ? 'undo' : 'cross'}
      aria-label={isRetired ? words.line.bringBackNamed(called) : words.line.retireNamed(called)}
      data-focus={`retire:${called}`}
      onClick={(event) => turn(event.currentTarget)}
    >
      {isRetired ? words.line.bringBack : words.line.retire}
    </Button>
  )
}
