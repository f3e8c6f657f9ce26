import type { CSSProperties } from 'react'
import { askedItems, scaleOf, type Item, type Rubric, type Section } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import styles from './print.module.css'
import type { BlankChoices } from './PrintChoices.tsx'

/** Millimetres of the printed page, as the paper draws them. */
const PAGE = {
  letter: { width: 279.4, height: 215.9, margin: 12.7, skill: 36, box: 30 },
  a4: { width: 297, height: 210, margin: 12, skill: 38, box: 31 },
} as const
const BOX_HEIGHT = { usual: 14, large: 20 } as const

interface Props {
  rubric: Rubric
  choices: BlankChoices
}

/** The first page, to scale, drawn from the same rubric. It goes on below its edge. */
export function PagePreview({ rubric, choices }: Props) {
  const words = useMessages().print
  const section = rubric.sections.find(({ id }) => choices.sections.includes(id))
  const first = section?.skills.flatMap(askedItems)[0]
  if (!section || !first) return null
  const page = PAGE[choices.paper]
  // Safe: custom properties are style properties that React's type does not list.
  const sizes = {
    '--width': page.width,
    '--height': page.height,
    '--margin': page.margin,
    '--skill': page.skill,
    '--box': page.box,
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
          <p className={styles['title']}>{rubric.title.text}</p>
          <p className={styles['goal']}>{rubric.goal.text}</p>
          <p className={styles['blanks']}>
            {[words.myInitials, words.team, words.date].map((label) => (
              <span key={label}>{label}</span>
            ))}
          </p>
          <p className={styles['section']}>{section.name.text}</p>
          <div className={styles['grid']}>
            <Heads rubric={rubric} item={first} />
            {section.skills.map((skill) => (
              <Skill key={skill.id} rubric={rubric} skill={skill} choices={choices} />
            ))}
          </div>
        </div>
      </div>
    </figure>
  )
}

function Skill({ rubric, skill, choices }: Props & { skill: Section['skills'][number] }) {
  const items = askedItems(skill)
  // Safe: as above.
  const span = { '--rows': items.length } as CSSProperties
  return (
    <>
      <p className={styles['skill']} style={span}>
        {skill.name.text}
      </p>
      {items.map((item) => (
        <Row
          key={item.id}
          item={item}
          lines={choices.strategyLines}
          boxes={boxesOf(rubric, item)}
        />
      ))}
    </>
  )
}

function boxesOf(rubric: Rubric, item: Item) {
  return item.kind === 'rating' ? scaleOf(rubric, item).levels : []
}

function Heads({ rubric, item }: { rubric: Rubric; item: Item }) {
  const words = useMessages().print
  return (
    <>
      <p className={styles['head']}>{words.skill}</p>
      <p className={styles['head']}>{words.method(rubric.itemNoun)}</p>
      {boxesOf(rubric, item).map((level) => (
        <p key={level.id} className={styles['head']}>
          {level.label}
        </p>
      ))}
    </>
  )
}

function Row({
  item,
  lines,
  boxes,
}: {
  item: Item
  lines: boolean
  boxes: readonly { id: string }[]
}) {
  const words = useMessages().print
  return (
    <>
      <div className={styles['method']}>
        <p>
          <span className={styles['number']}>{item.number}</span> {item.text}
        </p>
        {lines && (
          <p className={styles['lines']}>
            <span>{words.strategyLine}</span>
            <span>{words.knowLine}</span>
          </p>
        )}
      </div>
      {boxes.map(({ id }) => (
        <span key={id} className={styles['box']} />
      ))}
    </>
  )
}
