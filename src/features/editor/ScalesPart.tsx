import { useFormContext, useWatch } from 'react-hook-form'
import { itemsOf } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { Button } from '#ui/Button.tsx'
import { FieldError } from '#ui/FieldError.tsx'
import { Select } from '#ui/Select.tsx'
import { useDraft, useEditor, useFieldNotes } from './editorContext.ts'
import styles from './editor.module.css'
import { LineField } from './FormFields.tsx'
import type { EditorForm } from './formModel.ts'
import { freshScale } from './fresh.ts'
import { RowButtons } from './RowButtons.tsx'
import { SetAsideFields } from './SetAsideFields.tsx'
import { AddButton } from './TableFields.tsx'
import { idsOf, nextId } from './usedIds.ts'
import { useLines } from './useLines.ts'

/** The sets of boxes that items are rated with. */
export function ScalesPart() {
  const words = useMessages().editor
  const { used } = useEditor()
  const rubric = useDraft()
  const lines = useLines('scales')
  const usesOf = (id: string) =>
    itemsOf(rubric, { retired: true }).filter(
      ({ item }) => item.kind === 'rating' && item.scale === id,
    ).length
  return (
    <>
      <p className={styles['soft']}>{words.scales.hint}</p>
      {lines.fields.map(({ id }, index) => {
        const what = words.scales.named(index + 1)
        const uses = usesOf(id)
        const canRemove = uses === 0 && !used.ids.has(id)
        return (
          <fieldset
            key={id}
            className={styles['card']}
            data-focus={id}
            data-field={`scales.${index}`}
          >
            <legend className={styles['cardName']}>{what}</legend>
            <p className={styles['soft']}>{words.scales.uses(uses, rubric.itemNoun)}</p>
            <Unused index={index} />
            <LevelRows index={index} scaleId={id} />
            <AsksFrom index={index} />
            <SetAsideFields name={`scales.${index}.setAside`} />
            <div className={styles['actions']}>
              {canRemove && (
                <Button
                  look="quiet"
                  icon="trash"
                  onClick={() => lines.remove(index, what, 'add:scales')}
                >
                  {words.scales.remove}
                </Button>
              )}
              <code className={styles['id']}>{id}</code>
            </div>
          </fieldset>
        )
      })}
      <AddButton
        list="scales"
        label={words.scales.add}
        onAdd={() => {
          const id = nextId('boxes', [...idsOf(rubric), ...used.ids])
          lines.add(freshScale(id, words.starter), words.scales.one, id)
        }}
      />
    </>
  )
}

/** A fault of the whole scale, such as that nothing is rated with it. */
function Unused({ index }: { index: number }) {
  const { error } = useFieldNotes(`scales.${index}`)
  return error === undefined ? null : <FieldError id={`scales.${index}`}>{error}</FieldError>
}

const MOST_LEVELS = 6

function LevelRows({ index, scaleId }: { index: number; scaleId: string }) {
  const words = useMessages().editor
  const { editing, used } = useEditor()
  const name = `scales.${index}.levels` as const
  const lines = useLines(name)
  const ids = lines.fields.map(({ id }) => id)
  const hasUsed = ids.some((id) => used.ids.has(id))
  const focusAfter = (at: number) => lines.fields[at + 1]?.id ?? lines.fields[at - 1]?.id ?? ''
  return (
    <fieldset className={styles['group']} data-field={name}>
      <legend className={styles['legend']}>{words.levels.title}</legend>
      <p className={styles['soft']}>{hasUsed ? words.levels.used : words.levels.hint}</p>
      <ol className={styles['rows']}>
        {ids.map((id, at) => {
          const what = words.levels.named(at + 1)
          return (
            <li key={id} className={styles['row']} data-focus={id}>
              <div className={styles['rowFields']} data-first="long">
                <LineField name={`${name}.${at}.label`} label={what} />
                <LineField name={`${name}.${at}.short`} label={words.levels.short(at + 1)} />
              </div>
              <RowButtons
                id={id}
                name={what}
                position={at}
                count={ids.length}
                onMove={(by, button) => lines.move(at, by, what, button)}
                onRemove={
                  used.ids.has(id) ? undefined : () => lines.remove(at, what, focusAfter(at))
                }
              />
            </li>
          )
        })}
      </ol>
      {ids.length < MOST_LEVELS && (
        <AddButton
          list={name}
          label={words.levels.add}
          onAdd={() => {
            const id = nextId(`${scaleId}.`, [...idsOf(editing.get().rubric), ...ids, ...used.ids])
            lines.add({ id, label: '', short: '', asksForStrategy: false }, words.levels.one, id)
          }}
        />
      )}
    </fieldset>
  )
}

/** Asking for a strategy is for the upper end, so one question says it for all boxes. */
function AsksFrom({ index }: { index: number }) {
  const words = useMessages().editor
  const { control, setValue } = useFormContext<EditorForm>()
  const name = `scales.${index}.levels` as const
  const levels = useWatch({ control, name })
  const first = levels.findIndex(({ asksForStrategy }, at) => at > 0 && asksForStrategy)
  return (
    <Select
      label={words.fields.asksForStrategy}
      hint={words.levels.asksHint}
      value={first > 0 ? String(first) : ''}
      onChange={(event) => {
        const from = event.target.value === '' ? levels.length : Number(event.target.value)
        setValue(
          name,
          levels.map((level, at) => ({ ...level, asksForStrategy: at >= from })),
        )
      }}
    >
      <option value="">{words.levels.asksNever}</option>
      {levels.map(({ id, short, label }, at) =>
        at === 0 ? null : (
          <option key={id} value={String(at)}>
            {words.levels.asksFrom(at + 1, short || label)}
          </option>
        ),
      )}
    </Select>
  )
}
