import type { CSSProperties } from 'react'
import {
  askedItems,
  isTogether,
  itemsOf,
  scaleOf,
  STATUSES,
  type Item,
  type Rubric,
  type Section,
  type Skill,
} from '#core/rubric.ts'
import { useMessages, type Messages } from '#messages/messages.ts'
import { AnswerSketch, isAsWideAsThePage } from './AnswerSketch.tsx'
import styles from './print.module.css'
import type { BlankChoices } from './PrintChoices.tsx'

/** Millimetres of the printed page, as the paper draws it; `boxes` are all boxes of a row together. */
const PAGE = {
  letter: { width: 279.4, height: 215.9, margin: 12.7, skill: 36, boxes: 120 },
  a4: { width: 297, height: 210, margin: 12, skill: 38, boxes: 124 },
} as const
const BOX_HEIGHT = { usual: 14, large: 20 } as const

interface Props {
  rubric: Rubric
  choices: BlankChoices
}

/** The top of the first page, to scale, drawn from the same rubric and the same words. */
export function PagePreview({ rubric, choices }: Props) {
  const { print: words, common } = useMessages()
  const section = rubric.sections.find(({ id }) => choices.sections.includes(id))
  const first = section?.skills.flatMap(askedItems)[0]
  if (!section || !first) return null
  const columns = columnsOf(rubric, section, common.statuses)
  const answers = Math.max(1, columns.length)
  const page = PAGE[choices.paper]
  // Safe: custom properties are style properties that React's type does not list.
  const sizes = {
    '--width': page.width,
    '--height': page.height,
    '--margin': page.margin,
    '--skill': page.skill,
    '--levels': answers,
    '--box': page.boxes / answers,
    '--row': BOX_HEIGHT[choices.boxes],
  } as CSSProperties
  return (
    <figure className={styles['preview']}>
      <figcaption className={styles['caption']}>
        {section.skills.some(isRated) ? words.preview : words.previewSketch}
      </figcaption>
      <div className={styles['frame']}>
        <div
          className={styles['page']}
          style={sizes}
          role="img"
          aria-label={words.previewLabel(first.number, columns.length)}
        >
          <Band rubric={rubric} sections={choices.sections} />
          <p className={styles['section']}>
            {section.number} {section.name.text}
          </p>
          <div className={styles['grid']}>
            <Heads rubric={rubric} columns={columns} />
            {section.skills.map((skill) => (
              <SkillRows key={skill.id} skill={skill} columns={columns} choices={choices} />
            ))}
          </div>
        </div>
      </div>
    </figure>
  )
}

function isRated(skill: Skill): boolean {
  return askedItems(skill).some(({ kind }) => kind === 'rating')
}

type Columns = readonly { id: string; label: string }[]

/** What stands over the boxes of a section: the levels of what is rated, or how far a check is. */
function columnsOf(
  rubric: Rubric,
  section: Section,
  statuses: Messages['common']['statuses'],
): Columns {
  const items = section.skills.flatMap(askedItems)
  const rated = items.find((item) => item.kind === 'rating')
  if (rated) return scaleOf(rubric, rated).levels
  return items.some(({ kind }) => kind === 'status')
    ? STATUSES.map((id) => ({ id, label: statuses[id] }))
    : []
}

/** Title, goal and how to fill in the form; beside them the lines for initials, team and date. */
function Band({ rubric, sections }: { rubric: Rubric; sections: readonly string[] }) {
  const { blank } = useMessages().paper
  const items = itemsOf(rubric).filter(({ section }) => sections.includes(section.id))
  const has = (test: (item: Item) => boolean) => items.some(({ item }) => test(item))
  const instructions = blank.instructions(rubric.itemNoun, strongLevels(rubric), {
    family: rubric.family,
    rates: has(({ kind }) => kind === 'rating'),
    picks: has((item) => ['choice', 'status'].includes(item.kind) && !isTogether(item)),
    maps: has(({ kind }) => kind === 'placement'),
    together: has(isTogether),
  })
  return (
    <div className={styles['band']}>
      <div>
        <p className={styles['title']}>{rubric.title.text}</p>
        <p>
          <b>{blank.goal}</b> {rubric.goal.text}
        </p>
        <ul className={styles['instructions']}>
          {instructions.map((instruction) => (
            <li key={instruction}>{instruction}</li>
          ))}
        </ul>
      </div>
      <div className={styles['legend']}>
        {[blank.initials, blank.team, blank.date].map((label) => (
          <p key={label} className={styles['blank']}>
            {label}
          </p>
        ))}
      </div>
    </div>
  )
}

/** The levels that ask for a strategy, in a few words each. */
function strongLevels({ scales }: Rubric): readonly string[] {
  const strong = scales.flatMap(({ levels }) => levels).filter((level) => level.asksForStrategy)
  return [...new Set(strong.map(({ short }) => short))]
}

function Heads({ rubric, columns }: { rubric: Rubric; columns: Columns }) {
  const { paper, print: words } = useMessages()
  return (
    <>
      <p className={styles['head']}>{paper.rubric.skill}</p>
      <p className={styles['head']}>{words.method(rubric.itemNoun)}</p>
      {columns.map((level) => (
        <p key={level.id} className={styles['head']}>
          {level.label}
        </p>
      ))}
      {columns.length === 0 && <p className={styles['head']} />}
    </>
  )
}

interface RowsProps {
  skill: Skill
  columns: Columns
  choices: BlankChoices
}

function SkillRows({ skill, columns, choices }: RowsProps) {
  const items = askedItems(skill)
  const inRows = items.filter((item) => !isAsWideAsThePage(item))
  const hasLines = (item: Item) => choices.strategyLines && item.kind === 'rating'
  const rows = inRows.length + inRows.filter(hasLines).length
  // Safe: as above.
  const span = { '--rows': rows } as CSSProperties
  return (
    <>
      {rows > 0 && (
        <p className={styles['skill']} style={span}>
          {skill.name.text}
        </p>
      )}
      {inRows.map((item) => (
        <Row key={item.id} item={item} columns={columns} lines={hasLines(item)} />
      ))}
      {items.filter(isAsWideAsThePage).map((item) => (
        <div key={item.id} className={styles['whole']}>
          <ItemWords item={item} />
          <AnswerSketch item={item} />
        </div>
      ))}
    </>
  )
}

function ItemWords({ item }: { item: Item }) {
  return (
    <p className={styles['method']}>
      <span className={styles['number']}>{item.number}</span>
      {item.text}
    </p>
  )
}

function Row({ item, columns, lines }: { item: Item; columns: Columns; lines: boolean }) {
  const { blank } = useMessages().paper
  const isInBoxes =
    item.kind === 'rating' || (item.kind === 'status' && columns[0]?.id === STATUSES[0])
  return (
    <>
      <ItemWords item={item} />
      {isInBoxes ? (
        columns.map(({ id }) => <span key={id} />)
      ) : (
        <div className={styles['across']}>
          <AnswerSketch item={item} />
        </div>
      )}
      {lines && (
        <>
          <p className={styles['line']}>{blank.strategyLine}</p>
          <p className={styles['line']} data-side="end">
            {blank.evidenceLine}
          </p>
        </>
      )}
    </>
  )
}
