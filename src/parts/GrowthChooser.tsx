import { valibotResolver } from '@hookform/resolvers/valibot'
import { useId, useMemo } from 'react'
import { useForm, type UseFormRegisterReturn } from 'react-hook-form'
import * as v from 'valibot'
import type { RubricReport } from '#core/report.ts'
import { useMessages, type Messages } from '#messages/messages.ts'
import { Button } from '#ui/Button.tsx'
import { Choice, ChoiceGroup } from '#ui/Choice.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { FieldError } from '#ui/FieldError.tsx'
import { Told } from '#ui/Told.tsx'
import styles from './growth.module.css'
import { skillChoices, type SectionChoices } from './growthSkills.ts'

interface Props {
  of: RubricReport
  open: boolean
  onChoose: (skillId: string) => void
  onClose: () => void
}

/** Which skill to grow at: one of those that are shown. */
export function GrowthChooser({ of, open, onChoose, onClose }: Props) {
  const { growth: words } = useMessages()
  const formId = useId()
  return (
    <Dialog
      open={open}
      title={words.choose}
      close={words.cancel}
      onClose={onClose}
      actions={
        <Button type="submit" form={formId} look="main" icon="check">
          {words.grow}
        </Button>
      }
    >
      <ChooserForm id={formId} of={of} onChoose={onChoose} />
    </Dialog>
  )
}

/** The message stands for a skill that was not chosen: then a radio gives nothing. */
function chooserSchema(words: Messages['growth']) {
  return v.object({
    skillId: v.pipe(v.string(words.skillMissing), v.minLength(1, words.skillMissing)),
  })
}

function ChooserForm({ id, of, onChoose }: Pick<Props, 'of' | 'onChoose'> & { id: string }) {
  const { growth: words } = useMessages()
  const schema = useMemo(() => chooserSchema(words), [words])
  const { register, handleSubmit, formState } = useForm({
    resolver: valibotResolver(schema),
    defaultValues: { skillId: '' },
  })
  const choices = skillChoices(of)
  const hasLeft = choices.some(({ skills }) => skills.some(({ onTheLeft }) => onTheLeft > 0))
  const fault = formState.errors.skillId?.message
  return (
    <form
      id={id}
      className={styles['chooser']}
      noValidate
      onSubmit={(event) => void handleSubmit(({ skillId }) => onChoose(skillId))(event)}
    >
      <p className={styles['aside']}>{hasLeft ? words.chooserLead : words.chooserLeadPlain}</p>
      {choices.map((section) => (
        <SectionSkills
          key={section.section.id}
          of={section}
          field={register('skillId')}
          faultId={fault ? `${id}-fault` : undefined}
        />
      ))}
      {fault && (
        <div className={styles['fault']} role="alert">
          <FieldError id={`${id}-fault`}>{fault}</FieldError>
        </div>
      )}
    </form>
  )
}

function SectionSkills({
  of: { section, skills },
  field,
  faultId,
}: {
  of: SectionChoices
  field: UseFormRegisterReturn
  faultId: string | undefined
}) {
  const { growth: words } = useMessages()
  return (
    <ChoiceGroup legend={section.name.text}>
      {skills.map(({ skill, onTheLeft, isChosen }) => (
        <Choice
          key={skill.id}
          kind="radio"
          label={
            <>
              <span className={styles['number']}>{skill.number}</span>{' '}
              <Told text={skill.name.text} />
            </>
          }
          hint={
            isChosen ? words.alreadyChosen : onTheLeft > 0 ? words.onTheLeft(onTheLeft) : undefined
          }
          {...field}
          value={skill.id}
          disabled={isChosen}
          aria-describedby={faultId}
        />
      ))}
    </ChoiceGroup>
  )
}
