import { Fragment, type CSSProperties } from 'react'
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
  if (rated) {
    const { levels, setAside } = scaleOf(rubric, rated)
    // The only way to set a rating aside has a box of its own.
    return setAside.length === 1 ? [...levels, ...setAside] : levels
  }
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
  const isOfHub = rubric.family === undefined || rubric.family === 'hub-leadership'
  return (
    <>
      <p className={styles['head']}>{isOfHub ? paper.rubric.skill : paper.rubric.topic}</p>
      <p className={styles['head']}>{words.method(rubric.itemNoun)}</p>
      {columns.map((level) => (
        <p key={level.id} className={styles['head']}>
          {level.label}
        </p>
      ))}
      {columns.length === 0 && <p className={styles['head']}>{paper.rubric.answer}</p>}
    </>
  )
}

interface RowsProps {
  skill: Skill
  columns: Columns
  choices: BlankChoices
}

/** A skill in printed order: rows of its items, and in between what is as wide as the page. */
function SkillRows({ skill, columns, choices }: RowsProps) {
  const hasLines = (item: Item) => choices.strategyLines && item.kind === 'rating'
  return runsOf(askedItems(skill)).map((run) => {
    const [first] = run
    if (first && isAsWideAsThePage(first)) {
      return (
        <div key={first.id} className={styles['whole']}>
          <ItemWords item={first} />
          <AnswerSketch item={first} />
        </div>
      )
    }
    // Safe: as above.
    const span = { '--rows': run.length + run.filter(hasLines).length } as CSSProperties
    return (
      <Fragment key={first?.id}>
        <p className={styles['skill']} style={span}>
          {skill.name.text}
        </p>
        {run.map((item) => (
          <Row key={item.id} item={item} columns={columns} lines={hasLines(item)} />
        ))}
      </Fragment>
    )
  })
}

/** Items that stand in rows together; one that is as wide as the page stands alone. */
function runsOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const runs: Item[][] = []
  for (const item of items) {
    const last = runs.at(-1)
    const isNew = !last?.[0] || isAsWideAsThePage(item) || isAsWideAsThePage(last[0])
    if (isNew) runs.push([item])
    else last.push(item)
  }
  return runs
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
