import { memo } from 'react'
import type { Participant, Site } from '#core/reflection.ts'
import { askedItems, type Rubric, type Section, type Skill } from '#core/rubric.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { Told } from '#ui/Told.tsx'
import { headsOf } from './headsOf.ts'
import { ItemRow } from './ItemRow.tsx'
import { LevelHeads } from './LevelHeads.tsx'
import styles from './reflect.module.css'
import { SiteBar } from './SiteBar.tsx'
import type { OpenStrategy } from './useRowKeys.ts'

interface Props {
  store: ReflectionStore
  rubric: Rubric
  section: Section
  skill: Skill
  person: Participant
  /** True while the team marks what it agrees on. */
  agrees: boolean
  /** True during a private turn. */
  isOwn: boolean
  /** True once the private marks of the section were shown. */
  isRevealed: boolean
  /** The site on the screen, if the skill is asked for each and there is one. */
  site: Site | undefined
  /** True for the first skill of the section that is asked for each site. */
  isFirstSited: boolean
  onSite: (siteId: string) => void
  openStrategy: OpenStrategy | undefined
  setOpenStrategy: (open: OpenStrategy | undefined) => void
  noteRow: (itemId: string) => void
}

/** A leadership skill and the items under it. */
export const SkillGroup = memo(function SkillGroup({
  skill,
  openStrategy,
  isFirstSited,
  onSite,
  ...row
}: Props) {
  const { store, rubric, section, site } = row
  const items = askedItems(skill)
  if (items.length === 0) return null
  const { common, own } = headsOf(rubric, section.skills)
  const levels = own.get(skill.id) ?? []
  const isHeaded = common.length > 0 || levels.length > 0
  return (
    <section className={styles['skill']} aria-labelledby={`skill-${skill.id}`}>
      <h2 className={styles['skillName']} id={`skill-${skill.id}`}>
        <span className={styles['skillNumber']}>{skill.number}</span>{' '}
        <Told text={skill.name.text} />
      </h2>
      {skill.eachSite && (
        <SiteBar {...{ store, rubric, skill, site, onSite }} canAdd={isFirstSited} />
      )}
      <LevelHeads levels={levels} />
      {(!skill.eachSite || site) &&
        items.map((item) => (
          <ItemRow
            key={site ? `${item.id}/${site.id}` : item.id}
            item={item}
            skill={skill}
            isHeaded={isHeaded}
            formId={openStrategy?.itemId === item.id ? openStrategy.strategyId : undefined}
            {...row}
          />
        ))}
    </section>
  )
})
