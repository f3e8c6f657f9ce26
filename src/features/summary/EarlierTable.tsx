import type { ComparedRow, ComparedRubric } from '#core/compare.ts'
import type { ItemReport } from '#core/itemReport.ts'
import type { Participant } from '#core/reflection.ts'
import type { Level } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import type { PartProps } from '#parts/voice.ts'
import { Hidden } from '#ui/Hidden.tsx'
import { Crowd } from './Crowd.tsx'
import styles from './earlier.module.css'
import { ItemLink } from './ItemLine.tsx'
import { LevelName, rampOf } from './LevelName.tsx'
import { MarkedText } from './MarkedText.tsx'
import { SiteName } from './SiteName.tsx'

interface Props {
  compared: ComparedRubric
  part: PartProps
  /** Everyone of both sittings: the order gives each chip its look. */
  people: readonly Participant[]
  /** True to say who stands in another box. */
  withMoves: boolean
}

/**
 * Each item with its boxes then above its boxes now: one table for each scale. The roles are spelt out
 * because some browsers drop them when rows become grids on a phone.
 */
export function EarlierTable(props: Props) {
  const { earlier: words } = useMessages()
  const { compared, part } = props
  const { itemNoun } = part.of.rubric
  // The same rows as on the page, in its language.
  const reports = new Map(
    part.of.sections
      .flatMap(({ skills }) => skills)
      .flatMap(({ items }) => items)
      .map((report) => [report.key, report]),
  )
  return scalesOf(compared.rows).map(({ key, rows }) => {
    const heads = levelsOf(rows[0], reports)
    return (
      <table key={key} className={styles['table']} role="table" data-levels={heads.length}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              <Hidden>{itemNoun.one}</Hidden>
            </th>
            <th role="columnheader" scope="col">
              <Hidden>{words.when}</Hidden>
            </th>
            {heads.map((level, index) => (
              <th key={level.id} role="columnheader" scope="col" className={styles['head']}>
                <LevelName level={level} number={index + 1} of={heads.length} />
              </th>
            ))}
          </tr>
        </thead>
        {rows.map((row) => {
          const report = reports.get(row.key)
          return report && <ItemRows key={row.key} {...props} row={row} report={report} />
        })}
      </table>
    )
  })
}

/** Rows by the levels of their scale, in printed order. */
function scalesOf(rows: readonly ComparedRow[]) {
  const groups = new Map<string, ComparedRow[]>()
  for (const row of rows) {
    const key = row.boxes.map(({ level }) => level.id).join('\n')
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups].map(([key, group]) => ({ key, rows: group }))
}

function levelsOf(
  row: ComparedRow | undefined,
  reports: ReadonlyMap<string, ItemReport>,
): readonly Level[] {
  return reports.get(row?.key ?? '')?.boxes.map(({ level }) => level) ?? []
}

interface RowProps extends Props {
  row: ComparedRow
  report: ItemReport
}

function ItemRows({ row, report, part, people, withMoves }: RowProps) {
  const { earlier: words } = useMessages()
  const { before, levelsBefore, boxes, moves } = row
  return (
    <tbody role="rowgroup" className={styles['item']}>
      <tr role="row">
        <th role="rowheader" scope="rowgroup" rowSpan={2} className={styles['method']}>
          <span className={styles['methodLine']}>
            <ItemLink part={part} of={report} />
            <span>
              <MarkedText text={report.item.text} provenance={report.item.provenance} />
            </span>
          </span>
          {report.site && <SiteName of={report.site} part={part} />}
          {before !== undefined && (
            <span className={styles['remark']} lang={part.of.rubric.lang}>
              {words.reworded(before)}
            </span>
          )}
          {levelsBefore && <span className={styles['remark']}>{words.otherLabels}</span>}
          {withMoves && moves.length > 0 && (
            <span className={styles['moves']}>
              {moves
                .map(({ person, from, to }) => words.moved(person.initials, from + 1, to + 1))
                .join(', ')}
            </span>
          )}
        </th>
        <Boxes
          when={words.whenThen}
          boxes={boxes.map(({ level, earlier }) => ({ level, here: earlier }))}
          {...{ part, people }}
        />
      </tr>
      <tr role="row">
        <Boxes
          when={words.whenNow}
          boxes={boxes.map(({ level, now }) => ({ level, here: now }))}
          {...{ part, people }}
        />
      </tr>
    </tbody>
  )
}

function Boxes({
  when,
  boxes,
  part,
  people,
}: {
  when: string
  boxes: readonly { readonly level: Level; readonly here: readonly Participant[] }[]
  part: PartProps
  people: readonly Participant[]
}) {
  return (
    <>
      <th role="rowheader" scope="row" className={styles['when']}>
        {when}
      </th>
      {boxes.map(({ level, here }, index) => (
        <td key={level.id} role="cell" className={styles['cell']}>
          <div
            className={styles['box']}
            data-level={rampOf(index + 1, boxes.length)}
            data-empty={here.length === 0}
          >
            <span className={styles['boxNumber']} aria-hidden="true">
              {index + 1}
            </span>
            <Crowd
              people={people}
              here={here.map((person) => ({ person, count: 1 }))}
              noun={part.of.rubric.itemNoun}
            />
          </div>
        </td>
      ))}
    </>
  )
}
