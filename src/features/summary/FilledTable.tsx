import type { RowReport } from '#core/itemReport.ts'
import type { TableItem } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { Hidden } from '#ui/Hidden.tsx'
import { Told } from '#ui/Told.tsx'
import styles from './summary.module.css'

/** More columns than this are read row by row, however wide the page is. */
const MOST_SIDE_BY_SIDE = 4

/**
 * A table as it was filled in. Rows become blocks where it is narrow or has many columns; the roles
 * are spelt out because some browsers drop them then. What the rubric put in is softer than our own.
 */
export function FilledTable({ item, rows }: { item: TableItem; rows: readonly RowReport[] }) {
  const { common, summary: words } = useMessages()
  const hasLabels = rows.some(({ label }) => label !== '')
  const text = (columnId: string, given: string) =>
    item.columns.find(({ id }) => id === columnId)?.kind === 'date' ? common.day(given) : given
  return (
    <table
      role="table"
      className={styles['filled']}
      data-wide={item.columns.length <= MOST_SIDE_BY_SIDE}
    >
      <thead role="rowgroup">
        <tr role="row">
          {hasLabels && (
            <th role="columnheader" scope="col">
              <Hidden>{words.row}</Hidden>
            </th>
          )}
          {item.columns.map(({ id, label }) => (
            <th key={id} role="columnheader" scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.id} role="row" className={styles['filledRow']}>
            {hasLabels && (
              <th role="rowheader" scope="row">
                <Told text={row.label} />
              </th>
            )}
            {row.cells.map(({ columnId, text: given, isPrefilled }) => (
              <td
                key={columnId}
                role="cell"
                data-prefilled={isPrefilled}
                data-empty={given.trim() === ''}
              >
                <span className={styles['cellName']} aria-hidden="true">
                  {item.columns.find(({ id }) => id === columnId)?.label}
                </span>
                <span dir="auto">{text(columnId, given)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
