import { useFormContext, useWatch } from 'react-hook-form'
import { assertNever } from '#core/assert.ts'
import { itemsOf, type Item } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { Notice } from '#ui/Notice.tsx'
import { Select } from '#ui/Select.tsx'
import { ChoiceFields } from './ChoiceFields.tsx'
import { CreditedField } from './CreditedField.tsx'
import { useDraft, useEditor, usePart } from './editorContext.ts'
import styles from './editor.module.css'
import { ListField, SwitchField } from './FormFields.tsx'
import type { EditorForm } from './formModel.ts'
import { withKind } from './fresh.ts'
import { ItemPreview } from './ItemPreview.tsx'
import type { ItemName } from './names.ts'
import { PlacementFields } from './PlacementFields.tsx'
import { SetAsideFields } from './SetAsideFields.tsx'
import { TableFields } from './TableFields.tsx'

const KINDS = ['rating', 'choice', 'status', 'text', 'table', 'placement'] as const

interface Props {
  name: ItemName
  item: Item
  isUsed: boolean
}

/** Everything of an item that can be written, beside how it will look. */
export function ItemFields({ name, item, isUsed }: Props) {
  const words = useMessages().editor
  return (
    <div className={styles['item']}>
      <div className={styles['itemFields']}>
        {item.retired && <Retired name={name} item={item} />}
        <CreditedField name={name} label={words.fields.text} isLong />
        <KindField name={name} isUsed={isUsed} />
        <KindFields name={name} isUsed={isUsed} itemId={item.id} />
      </div>
      <div className={styles['side']}>
        <ItemPreview itemId={item.id} where="screen" />
      </div>
      <div className={styles['below']}>
        <ItemPreview itemId={item.id} where="print" />
      </div>
    </div>
  )
}

function Retired({ name, item }: { name: ItemName; item: Item }) {
  const words = useMessages().editor.line
  const rubric = useDraft()
  const others = itemsOf(rubric).filter(({ item: other }) => other.id !== item.id)
  return (
    <Notice title={words.retiredTitle}>
      <p>{words.retiredText}</p>
      <ListField name={`${name}.replacedBy`} label={words.replacedBy}>
        <option value="">{words.replacedByNone}</option>
        {others.map(({ item: other }) => (
          <option key={other.id} value={other.id}>
            {words.optionOf(other.number, other.text)}
          </option>
        ))}
      </ListField>
    </Notice>
  )
}

/** How it is answered. Once it was, another way would leave the answers without a place. */
function KindField({ name, isUsed }: { name: ItemName; isUsed: boolean }) {
  const words = useMessages().editor
  const { editing } = useEditor()
  const part = usePart()
  const { scales } = useDraft()
  const { control, getValues, setValue } = useFormContext<EditorForm>()
  const kind = useWatch({ control, name: `${name}.kind` })
  if (isUsed) {
    return (
      <p className={styles['fixed']}>
        <b>{words.fields.kind}</b>
        <span>{words.kinds[kind].name}</span>
        <span className={styles['soft']}>{words.line.kindFixed}</span>
      </p>
    )
  }
  return (
    <Select
      label={words.fields.kind}
      hint={words.kinds[kind].hint}
      name={`${name}.kind`}
      value={kind}
      onChange={(event) => {
        const next = KINDS.find((each) => each === event.target.value) ?? kind
        editing.begin({ label: words.steps.answeredAs(words.kinds[next].name), part })
        const item = withKind(getValues(name), next, scales[0]?.id ?? '')
        for (const key of ['scale', 'options', 'columns', 'zones', 'kind'] as const) {
          setValue(`${name}.${key}`, item[key])
        }
      }}
    >
      {KINDS.map((each) => (
        <option key={each} value={each} disabled={each === 'rating' && scales.length === 0}>
          {words.kinds[each].name}
        </option>
      ))}
    </Select>
  )
}

/** The fields of the kind. A new kind is added here; the compiler asks for it. */
function KindFields({ name, isUsed, itemId }: { name: ItemName; isUsed: boolean; itemId: string }) {
  const words = useMessages().editor
  const { control } = useFormContext<EditorForm>()
  const kind = useWatch({ control, name: `${name}.kind` })
  switch (kind) {
    case 'rating':
      return <ScaleField name={name} isUsed={isUsed} />
    case 'text':
      return (
        <>
          <ListField name={`${name}.length`} label={words.fields.length}>
            <option value="short">{words.lengths.short}</option>
            <option value="long">{words.lengths.long}</option>
          </ListField>
          <Answering name={name} isUsed={isUsed} />
        </>
      )
    case 'choice':
      return (
        <>
          <ChoiceFields name={name} isUsed={isUsed} itemId={itemId} />
          <Answering name={name} isUsed={isUsed} hasNote />
        </>
      )
    case 'status':
      return <Answering name={name} isUsed={isUsed} hasNote />
    case 'table':
      return (
        <>
          <TableFields name={name} itemId={itemId} />
          <Answering name={name} isUsed={isUsed} />
        </>
      )
    case 'placement':
      return (
        <>
          <PlacementFields name={name} itemId={itemId} />
          <Answering name={name} isUsed={isUsed} hasNote />
        </>
      )
    default:
      return assertNever(kind)
  }
}

function ScaleField({ name, isUsed }: { name: ItemName; isUsed: boolean }) {
  const words = useMessages().editor
  const { scales } = useDraft()
  // Answers name the boxes they stand in.
  if (isUsed) return null
  return (
    <ListField name={`${name}.scale`} label={words.fields.scale}>
      {scales.map(({ id, levels }) => (
        <option key={id} value={id}>
          {levels.map(({ short }) => short).join(' · ')}
        </option>
      ))}
    </ListField>
  )
}

/** Who answers, what can be set aside, whether a note may stand beside it. */
function Answering({
  name,
  isUsed,
  hasNote = false,
}: {
  name: ItemName
  isUsed: boolean
  hasNote?: boolean
}) {
  const words = useMessages().editor
  const { control } = useFormContext<EditorForm>()
  const answeredBy = useWatch({ control, name: `${name}.answeredBy` })
  return (
    <>
      {isUsed ? (
        <p className={styles['fixed']}>
          <b>{words.fields.answeredBy}</b>
          <span>{words.answeredBy[answeredBy]}</span>
        </p>
      ) : (
        <ListField name={`${name}.answeredBy`} label={words.fields.answeredBy}>
          <option value="each">{words.answeredBy.each}</option>
          <option value="together">{words.answeredBy.together}</option>
        </ListField>
      )}
      {hasNote && <SwitchField name={`${name}.note`} label={words.fields.note} />}
      <SetAsideFields name={`${name}.setAside`} />
    </>
  )
}
