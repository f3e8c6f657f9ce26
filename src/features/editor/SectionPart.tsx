import { useFormContext, useWatch } from 'react-hook-form'
import type { Section } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { Button } from '#ui/Button.tsx'
import { CreditedField } from './CreditedField.tsx'
import { useDraft, useEditor } from './editorContext.ts'
import styles from './editor.module.css'
import { SwitchField } from './FormFields.tsx'
import type { EditorForm } from './formModel.ts'
import { freshItem, freshSkill } from './fresh.ts'
import { ItemLines } from './ItemLines.tsx'
import { LineActions, LineCard } from './LineCard.tsx'
import type { SkillName } from './names.ts'
import { SectionActions } from './SectionActions.tsx'
import { StrategyLines } from './StrategyLines.tsx'
import { AboutLines, ChallengeLines } from './TextLines.tsx'
import { idsOf, nextId } from './usedIds.ts'
import { useLines } from './useLines.ts'

/** One section: its name, its skills with their items, challenges and strategies. */
export function SectionPart({ id }: { id: string }) {
  const words = useMessages().editor
  const { sections } = useDraft()
  const section = sections.find((each) => each.id === id)
  if (!section) return null
  return (
    <>
      <CreditedField name="section.name" label={words.fields.sectionName} />
      <SectionActions section={section} />
      <SkillBlocks section={section} />
      <ChallengeLines sectionId={id} />
      <StrategyLines sectionId={id} />
      <AboutLines name="section.about" />
    </>
  )
}

function SkillBlocks({ section }: { section: Section }) {
  const words = useMessages().editor
  const { used } = useEditor()
  const rubric = useDraft()
  const lines = useLines('section.skills')
  const add = () => {
    const taken = [...idsOf(rubric), ...used.ids]
    const id = nextId(`${section.id}.skill`, taken)
    const scale = rubric.scales[0]?.id
    const item = freshItem(`${id}.1`, scale === undefined ? 'text' : 'rating', scale ?? '')
    lines.add(freshSkill(id, item), words.skills.one, id)
  }
  return (
    <div className={styles['skills']} data-field="section.skills">
      {lines.fields.map((field, index) => {
        const skill = section.skills.find(({ id }) => id === field.id)
        const what = words.skills.named(skill?.number ?? '', index + 1)
        const neighbour = lines.fields[index + 1] ?? lines.fields[index - 1]
        const name: SkillName = `section.skills.${index}`
        return (
          <section key={field.id} className={styles['skill']}>
            <SkillHead
              name={name}
              skillId={field.id}
              called={what}
              number={skill?.number ?? ''}
              position={index}
              count={lines.fields.length}
              onMove={(by, button) => lines.move(index, by, what, button)}
              onRemove={() =>
                lines.remove(index, what, neighbour ? `edit:${neighbour.id}` : 'add:section.skills')
              }
            />
            <ItemLines name={name} skill={skill} skillId={field.id} />
          </section>
        )
      })}
      <div className={styles['add']} data-field="section.skills">
        <Button icon="plus" data-focus="add:section.skills" onClick={add}>
          {words.skills.add}
        </Button>
      </div>
    </div>
  )
}

interface HeadProps {
  name: SkillName
  skillId: string
  called: string
  number: string
  position: number
  count: number
  onMove: (by: -1 | 1, button: Element) => void
  onRemove: () => void
}

/** The name of a skill as a heading, and its fields once it is opened. */
function SkillHead({ name, skillId, called, number, ...place }: HeadProps) {
  const words = useMessages().editor
  const { used } = useEditor()
  const { control } = useFormContext<EditorForm>()
  const skill = useWatch({ control, name: `${name}.name` })
  const eachSite = useWatch({ control, name: `${name}.eachSite` })
  const isUsed = used.ids.has(skillId)
  return (
    <LineCard
      id={skillId}
      name={called}
      number={number}
      isHeading
      text={skill.text}
      storedId={skillId}
      provenance={skill.provenance}
      sources={skill.source}
      tags={[...(eachSite ? [words.skills.eachSiteTag] : []), ...(isUsed ? [] : [words.line.new])]}
      field={`${name}.name`}
      actions={
        <LineActions
          id={skillId}
          name={called}
          position={place.position}
          count={place.count}
          onMove={place.onMove}
          onRemove={isUsed ? undefined : place.onRemove}
        />
      }
    >
      <CreditedField name={`${name}.name`} label={words.fields.skillName} />
      {isUsed ? (
        <p className={styles['soft']}>{words.skills.eachSiteFixed}</p>
      ) : (
        <SwitchField
          name={`${name}.eachSite`}
          label={words.fields.eachSite}
          hint={words.skills.eachSiteHint}
        />
      )}
    </LineCard>
  )
}
