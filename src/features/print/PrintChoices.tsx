import { askedItems, itemsOf, type Rubric } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { Choice, ChoiceGroup } from '#ui/Choice.tsx'
import styles from './print.module.css'

const PAPERS = ['letter', 'a4'] as const
const BOXES = ['usual', 'large'] as const

/** What a blank rubric is made from. */
export interface BlankChoices {
  /** Ids in printed order. */
  readonly sections: readonly string[]
  readonly paper: (typeof PAPERS)[number]
  readonly boxes: (typeof BOXES)[number]
  readonly strategyLines: boolean
}

interface Props {
  rubric: Rubric
  choices: BlankChoices
  choose: (patch: Partial<BlankChoices>) => void
}

/** Sections, paper, boxes and lines. Everything is chosen already; nothing must be touched. */
export function PrintChoices({ rubric, choices, choose }: Props) {
  const words = useMessages().print
  const isRated = itemsOf(rubric).some(({ item }) => item.kind === 'rating')
  const chooseSection = (id: string, isChosen: boolean) =>
    choose({
      sections: rubric.sections
        .map((section) => section.id)
        .filter((other) => (other === id ? isChosen : choices.sections.includes(other))),
    })
  return (
    <div className={styles['choices']}>
      <ChoiceGroup legend={words.sections}>
        {rubric.sections.map((section) => (
          <Choice
            key={section.id}
            kind="checkbox"
            label={section.name.text}
            hint={words.sectionHolds(section.skills.flatMap(askedItems).length, rubric.itemNoun)}
            checked={choices.sections.includes(section.id)}
            onChange={(event) => chooseSection(section.id, event.target.checked)}
          />
        ))}
      </ChoiceGroup>
      <ChoiceGroup legend={words.paper}>
        <div className={styles['pair']}>
          {PAPERS.map((paper) => (
            <Choice
              key={paper}
              kind="radio"
              name="paper"
              label={words.papers[paper]}
              hint={words.paperHints[paper]}
              checked={paper === choices.paper}
              onChange={() => choose({ paper })}
            />
          ))}
        </div>
      </ChoiceGroup>
      {isRated && (
        <ChoiceGroup legend={words.boxes}>
          <div className={styles['pair']}>
            {BOXES.map((boxes) => (
              <Choice
                key={boxes}
                kind="radio"
                name="boxes"
                label={words.boxNames[boxes]}
                hint={words.boxHints[boxes]}
                checked={boxes === choices.boxes}
                onChange={() => choose({ boxes })}
              />
            ))}
          </div>
          <Choice
            kind="checkbox"
            label={words.lines}
            checked={choices.strategyLines}
            onChange={(event) => choose({ strategyLines: event.target.checked })}
          />
        </ChoiceGroup>
      )}
    </div>
  )
}
