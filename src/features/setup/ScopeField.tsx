import { useId } from 'react'
import type { Rubric } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { Choice, ChoiceGroup } from '#ui/Choice.tsx'
import { FieldError } from '#ui/FieldError.tsx'
import type { RubricChoice } from './rubrics.ts'
import styles from './setup.module.css'
import { countItems, roundedMinutes } from './sittingSize.ts'

interface Props {
  of: RubricChoice
  rubric: Rubric
  onScope: (sections: readonly string[]) => void
}

/** Which sections of a rubric this sitting looks at. */
export function ScopeField({ of: { sections: chosen, fault }, rubric, onScope }: Props) {
  const words = useMessages().setup
  const errorId = useId()
  const choose = (id: string, isChosen: boolean) => {
    const inOrder = rubric.sections.map((section) => section.id)
    onScope(inOrder.filter((other) => (other === id ? isChosen : chosen.includes(other))))
  }
  return (
    <div className={styles['scope']}>
      <ChoiceGroup legend={words.scope}>
        {rubric.sections.map((section) => (
          <Choice
            key={section.id}
            kind="checkbox"
            value={section.id}
            label={section.name.text}
            hint={words.sectionHolds(
              countItems([section]),
              rubric.itemNoun,
              words.aboutMinutes(...roundedMinutes([{ rubric, sections: [section] }])),
            )}
            checked={chosen.includes(section.id)}
            onChange={(event) => choose(section.id, event.target.checked)}
            aria-invalid={fault ? true : undefined}
            aria-describedby={fault ? errorId : undefined}
          />
        ))}
      </ChoiceGroup>
      {fault && <FieldError id={errorId}>{fault}</FieldError>}
    </div>
  )
}
