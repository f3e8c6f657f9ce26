import { NOTE, responseId, TEAM } from '#core/answer.ts'
import type { ItemReport } from '#core/itemReport.ts'
import type { Conflict } from '#core/record.ts'
import type { Column, Item, Rubric, TableItem } from '#core/rubric.ts'
import { useStartMessages, type StartMessages } from '#messages/messages.ts'
import { OtherVersions } from '#parts/OtherVersions.tsx'
import type { ReflectionStore } from '#storage/openReflection.ts'
import styles from './reflect.module.css'

interface Props {
  store: ReflectionStore
  rubric: Rubric
  report: ItemReport
}

/** What two devices answered differently at one item, until somebody says which is right. */
export function Contested({ store, rubric, report }: Props) {
  const { reflect: words, common } = useStartMessages()
  const { item, site } = report
  return report.conflicts.map(({ author, conflict }) => {
    const record = responseId({
      participantId: author?.id ?? TEAM,
      rubricId: rubric.id,
      itemId: item.id,
      siteId: site?.id,
    })
    const key = `${record}\n${conflict.field}`
    const cell = cellOf(item, conflict.field)
    if (cell) {
      const about = cell.row === '' ? cell.column.label : `${cell.row}, ${cell.column.label}`
      return (
        <OtherVersions
          key={key}
          {...{ store, record, conflict, about }}
          kind="response"
          {...wayOfCell(cell.column, common)}
        />
      )
    }
    if (conflict.field === NOTE || (conflict.field === 'answer' && isInWords(conflict))) {
      const isNote = conflict.field === NOTE
      const about = isNote ? words.note : author?.initials
      const joint = item.kind === 'text' && item.length === 'short' && !isNote ? ' / ' : '\n'
      return (
        <OtherVersions key={key} {...{ store, record, conflict, about, joint }} kind="response" />
      )
    }
    if (conflict.field !== 'answer') return null
    return (
      <p key={key} className={styles['contested']}>
        {item.kind === 'rating' && author
          ? words.contested(author.initials)
          : words.contestedAnswer(author?.initials)}
      </p>
    )
  })
}

/** True if all that stands there are words, or nothing: then a person can choose among them. */
function isInWords({ versions }: Conflict): boolean {
  return versions.every(({ value }) => typeof value === 'string' || value === null)
}

function cellOf(item: Item, field: string): { row: string; column: Column } | undefined {
  if (item.kind !== 'table') return undefined
  const [what, rowId, columnId] = field.split('/')
  const column = item.columns.find(({ id }) => id === columnId)
  if (what !== 'cell' || !column) return undefined
  return { row: rowLabel(item, rowId), column }
}

function rowLabel(item: TableItem, rowId: string | undefined): string {
  return item.rows.find(({ id }) => id === rowId)?.label ?? ''
}

/** How the versions of a cell read, and whether several of them fit into it. */
function wayOfCell(column: Column, common: StartMessages['common']) {
  switch (column.kind) {
    case 'text':
      return { joint: column.length === 'short' ? ' / ' : '\n' }
    case 'choice':
      return {
        joint: undefined,
        say: (id: string) => column.options.find((option) => option.id === id)?.label ?? id,
      }
    case 'date':
      return { joint: undefined, say: common.day }
  }
}
