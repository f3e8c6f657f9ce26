import { useId, useState } from 'react'
import type { Rubric } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { Button } from '#ui/Button.tsx'
import { Choice, ChoiceGroup } from '#ui/Choice.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { FieldError } from '#ui/FieldError.tsx'
import { Hidden } from '#ui/Hidden.tsx'
import { Told } from '#ui/Told.tsx'
import type { RubricChoice } from './rubrics.ts'
import styles from './setup.module.css'
import { countItems, roundedMinutes } from './sittingSize.ts'

interface Props {
  of: RubricChoice
  rubric: Rubric
  /** True if they are chosen on a sheet of their own. */
  isApart: boolean
  onScope: (sections: readonly string[]) => void
}

/** Which sections of a rubric this sitting looks at. */
export function ScopeField({ isApart, ...props }: Props) {
  const { of, rubric } = props
  const { setup: words, common } = useMessages()
  const errorId = useId()
  const [isOpen, setOpen] = useState(false)
  if (!isApart) return <Sections {...props} />
  return (
    <div className={styles['scope']}>
      <p>{words.sectionsOf(of.sections.length, rubric.sections.length)}</p>
      <div>
        <Button
          icon="down"
          aria-describedby={of.fault ? errorId : undefined}
          onClick={() => setOpen(true)}
        >
          {words.chooseSections}
          <Hidden>{words.ofRubric(rubric.title.text)}</Hidden>
        </Button>
      </div>
      {of.fault && <FieldError id={errorId}>{of.fault}</FieldError>}
      <Dialog
        open={isOpen}
        title={rubric.title.text}
        close={common.done}
        onClose={() => setOpen(false)}
      >
        <Sections {...props} />
      </Dialog>
    </div>
  )
}

function Sections({ of: { sections: chosen, fault }, rubric, onScope }: Omit<Props, 'isApart'>) {
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
            label={<Told text={section.name.text} />}
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
