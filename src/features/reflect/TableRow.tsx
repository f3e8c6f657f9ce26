import { useId } from 'react'
import { cellField, responseId, type AnswerPlace } from '#core/answer.ts'
import type { RowReport } from '#core/itemReport.ts'
import type { Column, TableItem } from '#core/rubric.ts'
import { useStartMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import { Told } from '#ui/Told.tsx'
import styles from './answers.module.css'
import { Cell } from './Cell.tsx'

interface Props {
  store: ReflectionStore
  item: TableItem
  row: RowReport
  place: AnswerPlace
  /** Counted from 1 among all rows. */
  number: number
  /** True for the row just added: the writing goes on in it. */
  isNew: boolean
  onRemove: () => void
}

/** One row of a table, as a card. */
export function TableRow({ store, item, row, place, number, isNew, onRemove }: Props) {
  const { reflect: words, common } = useStartMessages()
  const id = useId()
  const own = item.rows.find((each) => each.id === row.id)
  const title = own?.label ?? words.row(number)
  return (
    <div
      className={styles['card']}
      role="group"
      aria-labelledby={id}
      ref={isNew ? focusFirst : undefined}
    >
      <div className={styles['cardHead']}>
        <h3 className={styles['cardTitle']} id={id}>
          {own ? <Told text={own.label} /> : title}
        </h3>
        {own && (
          <ProvenanceMark
            provenance={own.provenance}
            label={common.provenance[own.provenance]}
            quiet
          />
        )}
        {row.isAdded && (
          <span className={styles['cardAction']}>
            <Button
              look="quiet"
              icon="trash"
              onClick={onRemove}
              aria-label={words.removeNamed(title)}
            >
              {common.remove}
            </Button>
          </span>
        )}
      </div>
      <div className={styles['cells']}>
        {item.columns.map((column) => (
          <Cell
            key={column.id}
            {...{ store, place, column }}
            rowId={row.id}
            isHinted={number === 1}
            start={startOf(own?.cells, column)}
          />
        ))}
      </div>
      <Originals {...{ store, item, row, place }} starts={own?.cells} />
    </div>
  )
}

function focusFirst(card: HTMLDivElement | null) {
  card?.querySelector<HTMLElement>('input, textarea, select')?.focus()
}

type Starts = TableItem['rows'][number]['cells']

function startOf(starts: Starts, { id }: Column): string | undefined {
  return starts && Object.hasOwn(starts, id) ? starts[id] : undefined
}

/** Brings back the rubric's own words where somebody wrote over them. */
function Originals({
  store,
  item,
  row,
  place,
  starts,
}: Pick<Props, 'store' | 'item' | 'row' | 'place'> & { starts: Starts }) {
  const words = useStartMessages().reflect
  const record = responseId(place)
  const at = (columnId: string) => ({
    kind: 'response' as const,
    record,
    field: cellField(row.id, columnId),
  })
  const overwritten = useStore(store, (from) =>
    item.columns
      .filter((column) => {
        const start = startOf(starts, column)
        const text = from.value(at(column.id))
        return start !== undefined && typeof text === 'string' && text !== start
      })
      .map(({ id }) => id)
      .join('\n'),
  )
  const changed = item.columns.filter(({ id }) => overwritten.split('\n').includes(id))
  if (changed.length === 0) return null
  return (
    <div className={styles['originals']}>
      {changed.map(({ id, label }) => (
        <Button
          key={id}
          look="quiet"
          icon="undo"
          onClick={() => {
            store.commitDraft(at(id))
            store.apply([{ ...at(id), value: null }])
          }}
        >
          {changed.length === 1 ? words.putBack : words.putBackIn(label)}
        </Button>
      ))}
    </div>
  )
}
