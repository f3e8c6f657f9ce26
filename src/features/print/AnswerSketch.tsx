import { Fragment, type CSSProperties } from 'react'
import { assertNever } from '#core/assert.ts'
import { STATUSES, type Item, type PlacementItem, type TableItem, type Zone } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import styles from './print.module.css'

/** True for what is printed across the whole page. */
export function isAsWideAsThePage({ kind }: Item): boolean {
  return kind === 'table' || kind === 'placement'
}

/** Room for an answer as it is on paper, in a few strokes. A new kind is added here. */
export function AnswerSketch({ item }: { item: Item }) {
  const { common } = useMessages()
  switch (item.kind) {
    case 'rating':
      return null
    case 'text':
      return <Ruled lines={item.length === 'long' ? 3 : 1} />
    case 'choice':
      return <Ticks labels={item.options.map(({ label }) => label)} />
    case 'status':
      return <Ticks labels={STATUSES.map((status) => common.statuses[status])} />
    case 'table':
      return <EmptyTable item={item} />
    case 'placement':
      return <EmptyMap item={item} />
    default:
      return assertNever(item)
  }
}

function Ruled({ lines }: { lines: number }) {
  return Array.from({ length: lines }, (_, line) => line).map((line) => (
    <span key={line} className={styles['ruled']} />
  ))
}

function Ticks({ labels }: { labels: readonly string[] }) {
  return (
    <ul className={styles['ticks']}>
      {labels.map((label) => (
        <li key={label}>{label}</li>
      ))}
    </ul>
  )
}

function EmptyTable({ item }: { item: TableItem }) {
  const rows = item.rows.length > 0 ? item.rows : [{ id: 'first', label: '' }]
  // Safe: custom properties are style properties that React's type does not list.
  const columns = { '--columns': item.columns.length + 1 } as CSSProperties
  return (
    <div className={styles['sheet']} style={columns}>
      <b />
      {item.columns.map(({ id, label }) => (
        <b key={id}>{label}</b>
      ))}
      {rows.map(({ id, label }) => (
        <Fragment key={id}>
          <span>{label}</span>
          {item.columns.map((column) => (
            <span key={column.id} />
          ))}
        </Fragment>
      ))}
    </div>
  )
}

function EmptyMap({ item }: { item: PlacementItem }) {
  return (
    <div className={styles['map']}>
      {item.zones.map(({ id, letter, area }) => (
        <span key={id} className={styles['zone']} style={placeOf(area)}>
          {letter}
        </span>
      ))}
    </div>
  )
}

function placeOf({ left, right, bottom, top }: Zone['area']): CSSProperties {
  const place = {
    '--left': `${left}%`,
    '--bottom': `${bottom}%`,
    '--wide': `${right - left}%`,
    '--tall': `${top - bottom}%`,
  }
  // Safe: as above.
  return place as CSSProperties
}
