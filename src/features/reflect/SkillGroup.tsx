import { memo } from 'react'
import type { Participant } from '#core/reflection.ts'
import { askedItems, type Rubric, type Section, type Skill } from '#core/rubric.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { ItemRow } from './ItemRow.tsx'
import styles from './reflect.module.css'
import type { OpenStrategy } from './useRowKeys.ts'

interface Props {
  store: ReflectionStore
  rubric: Rubric
  section: Section
  skill: Skill
  person: Participant
  openStrategy: OpenStrategy | undefined
  setOpenStrategy: (open: OpenStrategy | undefined) => void
  noteRow: (itemId: string) => void
}

/** A leadership skill and the items under it. */
export const SkillGroup = memo(function SkillGroup({ skill, openStrategy, ...row }: Props) {
  const items = askedItems(skill)
  if (items.length === 0) return null
  return (
    <section className={styles['skill']} aria-labelledby={`skill-${skill.id}`}>
      <h2 className={styles['skillName']} id={`skill-${skill.id}`}>
        <span className={styles['skillNumber']}>{skill.number}</span> {skill.name.text}
      </h2>
      {items.map((item) => (
        <ItemRow
          key={item.id}
          item={item}
          skill={skill}
          formId={openStrategy?.itemId === item.id ? openStrategy.strategyId : undefined}
          {...row}
        />
      ))}
    </section>
  )
})
