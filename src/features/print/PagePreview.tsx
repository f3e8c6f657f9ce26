import type { CSSProperties } from 'react'
import { askedItems, scaleOf, type Item, type Rubric, type Section } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
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
  const words = useMessages().print
  const section = rubric.sections.find(({ id }) => choices.sections.includes(id))
  const first = section?.skills.flatMap(askedItems)[0]
  if (!section || !first) return null
  const levels = levelsOf(rubric, first)
  const page = PAGE[choices.paper]
  // Safe: custom properties are style properties that React's type does not list.
  const sizes = {
    '--width': page.width,
    '--height': page.height,
    '--margin': page.margin,
    '--skill': page.skill,
    '--levels': Math.max(1, levels.length),
    '--box': page.boxes / Math.max(1, levels.length),
    '--row': BOX_HEIGHT[choices.boxes],
  } as CSSProperties
  return (
    <figure className={styles['preview']}>
      <figcaption className={styles['caption']}>{words.preview}</figcaption>
      <div className={styles['frame']}>
        <div
          className={styles['page']}
          style={sizes}
          role="img"
          aria-label={words.previewLabel(first.number)}
        >
          <Band rubric={rubric} />
          <p className={styles['section']}>
            {section.number} {section.name.text}
          </p>
          <div className={styles['grid']}>
            <Heads rubric={rubric} levels={levels} />
            {section.skills.map((skill) => (
              <Skill key={skill.id} rubric={rubric} skill={skill} choices={choices} />
            ))}
          </div>
        </div>
      </div>
    </figure>
  )
}

type Levels = readonly { id: string; label: string }[]

function levelsOf(rubric: Rubric, item: Item): Levels {
  return item.kind === 'rating' ? scaleOf(rubric, item).levels : []
}

/** Title, goal and how to fill in the form; beside them the lines for initials, team and date. */
function Band({ rubric }: { rubric: Rubric }) {
  const { blank } = useMessages().paper
  return (
    <div className={styles['band']}>
      <div>
        <p className={styles['title']}>{rubric.title.text}</p>
        <p>
          <b>{blank.goal}</b> {rubric.goal.text}
        </p>
        <ul className={styles['instructions']}>
          {blank.instructions(rubric.itemNoun, strongLevels(rubric)).map((instruction) => (
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

function Heads({ rubric, levels }: { rubric: Rubric; levels: Levels }) {
  const { paper, print: words } = useMessages()
  return (
    <>
      <p className={styles['head']}>{paper.rubric.skill}</p>
      <p className={styles['head']}>{words.method(rubric.itemNoun)}</p>
      {levels.map((level) => (
        <p key={level.id} className={styles['head']}>
          {level.label}
        </p>
      ))}
    </>
  )
}

function Skill({ rubric, skill, choices }: Props & { skill: Section['skills'][number] }) {
  const items = askedItems(skill)
  const rows = choices.strategyLines ? 2 * items.length : items.length
  // Safe: as above.
  const span = { '--rows': rows } as CSSProperties
  return (
    <>
      <p className={styles['skill']} style={span}>
        {skill.name.text}
      </p>
      {items.map((item) => (
        <Row key={item.id} rubric={rubric} item={item} lines={choices.strategyLines} />
      ))}
    </>
  )
}

function Row({ rubric, item, lines }: { rubric: Rubric; item: Item; lines: boolean }) {
  const { blank } = useMessages().paper
  const levels = levelsOf(rubric, item)
  return (
    <>
      <p className={styles['method']}>
        <span className={styles['number']}>{item.number}</span>
        {item.text}
      </p>
      {levels.map(({ id }) => (
        <span key={id} />
      ))}
      {levels.length === 0 && <span className={styles['across']}>{blank.writeHere}</span>}
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
