import { useFormContext, useWatch } from 'react-hook-form'
import { useMessages } from '#messages/messages.ts'
import { Button } from '#ui/Button.tsx'
import { TextArea } from '#ui/TextField.tsx'
import { CreditFields } from './CreditFields.tsx'
import { useDraft, useEditor, useFieldNotes } from './editorContext.ts'
import styles from './editor.module.css'
import { LineField, ListField, SwitchField } from './FormFields.tsx'
import type { ColumnForm, EditorForm } from './formModel.ts'
import { freshColumn, freshRow } from './fresh.ts'
import { LineActions, LineCard } from './LineCard.tsx'
import type { ColumnName, ItemName, RowName } from './names.ts'
import { OptionsField } from './OptionsField.tsx'
import { nextId, partIds, partKey } from './usedIds.ts'
import { useLines } from './useLines.ts'

interface Props {
  name: ItemName
  itemId: string
}

/** The fields of a table: its columns, the rows that are always there, and whether people add more. */
export function TableFields({ name, itemId }: Props) {
  const words = useMessages().editor
  return (
    <>
      <ColumnLines name={name} itemId={itemId} />
      <RowLines name={name} itemId={itemId} />
      <SwitchField name={`${name}.grows`} label={words.fields.grows} />
    </>
  )
}

function ColumnLines({ name, itemId }: Props) {
  const words = useMessages().editor
  const { used } = useEditor()
  const { control } = useFormContext<EditorForm>()
  const columns = useWatch({ control, name: `${name}.columns` })
  const list = `${name}.columns` as const
  const lines = useLines(list)
  const count = lines.fields.length
  return (
    <fieldset className={styles['group']} data-field={list}>
      <legend className={styles['legend']}>{words.fields.columns}</legend>
      <ol className={styles['lines']}>
        {lines.fields.map((field, index) => {
          const key = partKey(itemId, field.id)
          const isUsed = used.parts.has(key)
          const what = words.table.column(index + 1)
          const column = columns[index] ?? field
          return (
            <LineCard
              key={field.id}
              id={key}
              name={what}
              text={column.label}
              tags={[words.table.kinds[column.kind]]}
              field={`${list}.${index}`}
              actions={
                <LineActions
                  id={key}
                  name={what}
                  position={index}
                  count={count}
                  onMove={(by, button) => lines.move(index, by, what, button)}
                  onRemove={isUsed ? undefined : () => lines.remove(index, what, `add:${list}`)}
                />
              }
            >
              <ColumnFields name={`${list}.${index}`} owner={key} isUsed={isUsed} />
            </LineCard>
          )
        })}
      </ol>
      <AddButton
        list={list}
        label={words.table.addColumn}
        onAdd={() => {
          const id = nextId('column', [
            ...lines.fields.map((field) => field.id),
            ...partIds(used, itemId),
          ])
          lines.add(freshColumn(id), words.table.oneColumn, partKey(itemId, id))
        }}
      />
    </fieldset>
  )
}

interface ColumnProps {
  name: ColumnName
  owner: string
  isUsed: boolean
}

function ColumnFields({ name, owner, isUsed }: ColumnProps) {
  const words = useMessages().editor
  const { control } = useFormContext<EditorForm>()
  const kind: ColumnForm['kind'] = useWatch({ control, name: `${name}.kind` })
  return (
    <>
      <LineField name={`${name}.label`} label={words.table.columnLabel} />
      <LineField name={`${name}.hint`} label={words.table.columnHint} />
      {!isUsed && (
        <ListField name={`${name}.kind`} label={words.table.columnKind}>
          {(['text', 'choice', 'date'] as const).map((each) => (
            <option key={each} value={each}>
              {words.table.kinds[each]}
            </option>
          ))}
        </ListField>
      )}
      {kind === 'text' && (
        <ListField name={`${name}.length`} label={words.fields.length}>
          <option value="short">{words.lengths.short}</option>
          <option value="long">{words.lengths.long}</option>
        </ListField>
      )}
      {kind === 'choice' && (
        <OptionsField name={`${name}.options`} owner={owner} legend={words.fields.options} />
      )}
    </>
  )
}

function RowLines({ name, itemId }: Props) {
  const words = useMessages().editor
  const { used } = useEditor()
  const { control } = useFormContext<EditorForm>()
  const rows = useWatch({ control, name: `${name}.rows` })
  const columns = useWatch({ control, name: `${name}.columns` })
  const list = `${name}.rows` as const
  const lines = useLines(list)
  const count = lines.fields.length
  return (
    <fieldset className={styles['group']} data-field={list}>
      <legend className={styles['legend']}>{words.fields.rows}</legend>
      <ol className={styles['lines']}>
        {lines.fields.map((field, index) => {
          const key = partKey(itemId, field.id)
          const what = words.table.row(index + 1)
          const row = rows[index] ?? field
          return (
            <LineCard
              key={field.id}
              id={key}
              name={what}
              text={row.label}
              provenance={row.provenance}
              sources={row.source}
              field={`${list}.${index}`}
              actions={
                <LineActions
                  id={key}
                  name={what}
                  position={index}
                  count={count}
                  onMove={(by, button) => lines.move(index, by, what, button)}
                  onRemove={
                    used.parts.has(key) ? undefined : () => lines.remove(index, what, `add:${list}`)
                  }
                />
              }
            >
              <RowFields name={`${list}.${index}`} columns={columns} />
            </LineCard>
          )
        })}
      </ol>
      <AddButton
        list={list}
        label={words.table.addRow}
        onAdd={() => {
          const id = nextId('row', [
            ...lines.fields.map((field) => field.id),
            ...partIds(used, itemId),
          ])
          lines.add(freshRow(id), words.table.oneRow, partKey(itemId, id))
        }}
      />
    </fieldset>
  )
}

function RowFields({ name, columns }: { name: RowName; columns: readonly ColumnForm[] }) {
  const words = useMessages().editor.table
  return (
    <>
      <LineField name={`${name}.label`} label={words.rowLabel} />
      {columns
        .filter(({ kind }) => kind === 'text')
        .map(({ id, label }) => (
          <CellField key={id} name={name} columnId={id} label={words.cell(label)} />
        ))}
      <CreditFields name={name} />
    </>
  )
}

/** What stands in a cell until somebody writes over it. Column ids have dots, so it is no field. */
function CellField({ name, columnId, label }: { name: RowName; columnId: string; label: string }) {
  const { editing } = useEditor()
  const { lang } = useDraft()
  const { control, setValue } = useFormContext<EditorForm>()
  const cells = useWatch({ control, name: `${name}.cells` })
  const notes = useFieldNotes(`${name}.cells.${columnId}`)
  return (
    <TextArea
      label={label}
      lang={lang}
      value={cells[columnId] ?? ''}
      onBlur={editing.seal}
      onChange={(event) => setValue(`${name}.cells`, { ...cells, [columnId]: event.target.value })}
      {...notes}
    />
  )
}

interface AddProps {
  list: string
  label: string
  onAdd: () => void
}

/** The end of a list: one more. */
export function AddButton({ list, label, onAdd }: AddProps) {
  return (
    <div className={styles['add']} data-field={list}>
      <Button look="quiet" icon="plus" data-focus={`add:${list}`} onClick={onAdd}>
        {label}
      </Button>
    </div>
  )
}
