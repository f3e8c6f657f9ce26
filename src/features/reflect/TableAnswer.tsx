import { useRef, useState } from 'react'
import { rowEdit, rowField, responseId, type AnswerPlace } from '#core/answer.ts'
import { tableRows, type RowReport } from '#core/itemReport.ts'
import type { TableItem } from '#core/rubric.ts'
import { useStartMessages } from '#messages/messages.ts'
import { newId } from '#platform/ids.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { Button } from '#ui/Button.tsx'
import styles from './answers.module.css'
import type { ControlProps } from './controlProps.ts'
import { TableRow } from './TableRow.tsx'

/** A table as cards: one a row, its cells as fields. Every cell is a draft and a change of its own. */
export function TableAnswer({ store, item, answer, place }: ControlProps & { item: TableItem }) {
  const words = useStartMessages().reflect
  const [added, setAdded] = useState<string>()
  const addButton = useRef<HTMLDivElement>(null)
  if (answer?.kind === 'setAside') return <p className={styles['quiet']}>{words.tableAside}</p>
  const rows = tableRows(item, answer?.kind === 'table' ? answer.rows : [])
  const hasStart = item.rows.some(({ cells }) => cells !== undefined)
  const add = () => {
    const id = newId()
    store.apply([rowEdit(place, { id, order: nextOrder(store, place, rows) })])
    setAdded(id)
  }
  return (
    <div className={styles['table']} role="group" aria-labelledby={`text-${item.id}`}>
      {hasStart && <p className={styles['quiet']}>{words.startWords}</p>}
      {rows.length === 0 && <p className={styles['quiet']}>{words.noRows}</p>}
      {rows.map((row, index) => (
        <TableRow
          // A person's cells are theirs: what is shown must not be taken along to the next one's.
          key={`${place.participantId}/${row.id}`}
          {...{ store, item, row, place }}
          number={index + 1}
          isNew={row.id === added}
          onRemove={() => {
            store.apply([rowEdit(place, row.id)])
            addButton.current?.querySelector('button')?.focus()
          }}
        />
      ))}
      {item.grows && (
        <div ref={addButton}>
          <Button icon="plus" onClick={add}>
            {words.addRow}
          </Button>
        </div>
      )}
    </div>
  )
}

function nextOrder(store: ReflectionStore, place: AnswerPlace, rows: readonly RowReport[]): number {
  const orders = rows.map(({ id }) => {
    const order = store.value({
      kind: 'response',
      record: responseId(place),
      field: rowField(id),
    })
    return typeof order === 'number' ? order : 0
  })
  return Math.max(0, ...orders) + 1
}
