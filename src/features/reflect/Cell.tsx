import { cellField, responseId, type AnswerPlace } from '#core/answer.ts'
import type { Column } from '#core/rubric.ts'
import { useStartMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useDraftText, useStore } from '#storage/useStorage.ts'
import { Select } from '#ui/Select.tsx'
import { TextArea, TextField } from '#ui/TextField.tsx'

interface Props {
  store: ReflectionStore
  place: AnswerPlace
  rowId: string
  column: Column
  /** True where the hints of the columns are shown: once, in the first row. */
  isHinted: boolean
  /** What stands there until somebody writes over it. */
  start: string | undefined
}

/** One cell of a table. */
export function Cell(props: Props) {
  const { column } = props
  switch (column.kind) {
    case 'choice':
      return <ChoiceCell {...props} column={column} />
    case 'date':
      return <WordsCell {...props} as="date" />
    case 'text':
      return <WordsCell {...props} as={column.length} />
  }
}

function ChoiceCell({
  store,
  place,
  rowId,
  column,
  isHinted,
}: Props & { column: Extract<Column, { kind: 'choice' }> }) {
  const words = useStartMessages().reflect
  const at = {
    kind: 'response',
    record: responseId(place),
    field: cellField(rowId, column.id),
  } as const
  const stored = useStore(store, (from) => from.value(at))
  const chosen = column.options.some(({ id }) => id === stored) ? stored : ''
  return (
    <Select
      label={column.label}
      hint={isHinted ? column.hint : undefined}
      value={typeof chosen === 'string' ? chosen : ''}
      onChange={(event) => {
        const { value } = event.target
        store.apply([{ ...at, value: value === '' ? null : value }])
      }}
    >
      <option value="">{words.notChosen}</option>
      {column.options.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </Select>
  )
}

function WordsCell({
  store,
  place,
  rowId,
  column,
  isHinted,
  start,
  as,
}: Props & { as: 'short' | 'long' | 'date' }) {
  const at = {
    kind: 'response',
    record: responseId(place),
    field: cellField(rowId, column.id),
  } as const
  const draft = useDraftText(store, at)
  const isWritten = useStore(
    store,
    (from) => typeof (from.draft(at) ?? from.value(at)) === 'string',
  )
  const type = (text: string) => {
    draft.setText(text)
    // A cell emptied for the first time looks as if nothing were written; that it was must be kept.
    const isEmptied = text === '' && start !== undefined && typeof store.value(at) !== 'string'
    if (isEmptied) store.apply([{ ...at, value: '' }])
  }
  const control = {
    label: column.label,
    hint: isHinted ? column.hint : undefined,
    value: isWritten ? draft.text : (start ?? ''),
    'data-start': !isWritten && start !== undefined,
    onBlur: draft.commit,
  }
  if (as === 'long') {
    return <TextArea {...control} onChange={(event) => type(event.target.value)} />
  }
  return (
    <TextField
      {...control}
      {...(as === 'date' && { type: 'date', width: 'medium' as const })}
      onChange={(event) => type(event.target.value)}
    />
  )
}
