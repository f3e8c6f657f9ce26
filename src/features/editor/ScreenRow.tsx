import { assertNever } from '#core/assert.ts'
import {
  isTogether,
  scaleOf,
  setAsideOf,
  STATUSES,
  type Item,
  type PlacementItem,
  type TableItem,
} from '#core/rubric.ts'
import type { RubricDraft } from '#core/rubricDraft.ts'
import { useMessages } from '#messages/messages.ts'
import { Icon } from '#ui/Icon.tsx'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import { ZoneMap } from '#ui/ZoneMap.tsx'
import styles from './preview.module.css'

interface Props {
  rubric: RubricDraft
  item: Item
}

/** An item as people will meet it on the screen. Nothing of it can be pressed. */
export function ScreenRow({ rubric, item }: Props) {
  const { common, editor: words } = useMessages()
  const { provenance, source } = item
  const aside = hasScale(rubric, item) ? setAsideOf(rubric, item) : []
  return (
    <div className={styles['screen']} lang={rubric.lang}>
      <p className={styles['screenText']}>
        <span className={styles['screenNumber']}>{item.number}</span>
        <span>{item.text === '' ? words.preview.empty : item.text}</span>
      </p>
      <ProvenanceMark
        provenance={provenance}
        label={[common.provenanceShort[provenance], source.join(', ')]
          .filter((part) => part !== '')
          .join(' · ')}
      />
      {isTogether(item) && <p className={styles['soft']}>{words.preview.together}</p>}
      <Answer rubric={rubric} item={item} />
      {aside.length > 0 && (
        <p className={styles['aside']}>
          {aside.map(({ id, label }) => (
            <span key={id}>{label}</span>
          ))}
        </p>
      )}
    </div>
  )
}

/** A draft may name boxes that are not there. */
function hasScale(rubric: RubricDraft, item: Item): boolean {
  return item.kind !== 'rating' || rubric.scales.some(({ id }) => id === item.scale)
}

function Answer({ rubric, item }: Props) {
  const { common, editor: words } = useMessages()
  switch (item.kind) {
    case 'rating':
      return hasScale(rubric, item) ? (
        <ol className={styles['boxes']}>
          {scaleOf(rubric, item).levels.map(({ id, label }, index, all) => (
            <li key={id} data-shade={Math.round(1 + (3 * index) / Math.max(1, all.length - 1))}>
              {label}
            </li>
          ))}
        </ol>
      ) : null
    case 'choice':
      return <Picks isMany={item.many} picks={item.options} />
    case 'status':
      return (
        <Picks isMany={false} picks={STATUSES.map((id) => ({ id, label: common.statuses[id] }))} />
      )
    case 'text':
      return (
        <p className={styles['write']} data-length={item.length}>
          {words.preview.write}
        </p>
      )
    case 'table':
      return <TableSketch item={item} />
    case 'placement':
      return <MapSketch item={item} />
    default:
      return assertNever(item)
  }
}

interface Pick {
  readonly id: string
  readonly label: string
}

function Picks({ isMany, picks }: { isMany: boolean; picks: readonly Pick[] }) {
  return (
    <ul className={styles['picks']} data-many={isMany}>
      {picks.map(({ id, label }) => (
        <li key={id}>{label}</li>
      ))}
    </ul>
  )
}

const BLANK = '\u00A0'

// Its heads may be empty still, so none of them is a head to a screen reader.
function TableSketch({ item }: { item: TableItem }) {
  const words = useMessages().editor.preview
  const rows = item.rows.length > 0 ? item.rows : [{ id: '', label: '', cells: undefined }]
  const hasHeads = item.rows.length > 0
  return (
    <div className={styles['tableFrame']}>
      <table className={styles['table']}>
        <tbody>
          <tr data-head="true">
            {hasHeads && <td>{BLANK}</td>}
            {item.columns.map(({ id, label }) => (
              <td key={id}>{label}</td>
            ))}
          </tr>
          {rows.map((row) => (
            <tr key={row.id}>
              {hasHeads && <td data-head="true">{row.label}</td>}
              {item.columns.map(({ id }) => (
                <td key={id}>{row.cells?.[id]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {item.grows && (
        <p className={styles['grow']}>
          <Icon name="plus" size={16} />
          {words.addRow}
        </p>
      )}
    </div>
  )
}

function MapSketch({ item }: { item: PlacementItem }) {
  const { zones, across, up } = item
  const drawn = zones.filter(
    ({ letter }, index) => zones.findIndex((other) => other.letter === letter) === index,
  )
  return (
    <>
      <ZoneMap zones={drawn} across={across} up={up} points={[]} />
      <ul className={styles['picks']} data-many="false">
        {zones.map(({ id, letter, name }) => (
          <li key={id}>{`${letter} ${name}`}</li>
        ))}
      </ul>
    </>
  )
}
