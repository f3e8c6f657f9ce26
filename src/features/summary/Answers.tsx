import { assertNever } from '#core/assert.ts'
import { hasWords, type ItemReport } from '#core/itemReport.ts'
import type { SectionReport, SkillReport } from '#core/report.ts'
import { isTogether } from '#core/rubric.ts'
import { CoverageWords } from './CoverageWords.tsx'
import { FilledTable } from './FilledTable.tsx'
import { ItemLine } from './ItemLine.tsx'
import { Part } from './Part.tsx'
import { AuthorChip, Voices } from './People.tsx'
import { isChosen, Picks } from './Picks.tsx'
import { hasRatings } from './shownRubrics.ts'
import { SiteName } from './SiteName.tsx'
import { SitesOnMap } from './SitesOnMap.tsx'
import { Statuses } from './Statuses.tsx'
import styles from './summary.module.css'
import type { PartProps } from './voice.ts'

/**
 * Everything that is answered otherwise than by a box. A rubric without boxes has a part for each of
 * its sections; beside boxes it is one part, with the sections in it.
 */
export function Answers(part: PartProps) {
  const { of, voice } = part
  const answered = of.sections.filter(({ skills }) => skills.some(hasAnswers))
  if (answered.length === 0) return null
  if (!hasRatings(of.rubric)) {
    return answered.map((section) => (
      <Part
        key={section.section.id}
        title={section.section.name.text}
        beside={<CoverageWords of={section.coverage} part={part} items={itemsIn(section)} />}
      >
        <SectionAnswers of={section} part={part} />
      </Part>
    ))
  }
  return (
    <Part title={voice.answers}>
      {answered.map((section) => (
        <div key={section.section.id} className={styles['answers']}>
          <h3 className={styles['answersOf']}>{section.section.name.text}</h3>
          <SectionAnswers of={section} part={part} />
        </div>
      ))}
    </Part>
  )
}

function itemsIn({ skills }: SectionReport): readonly ItemReport[] {
  return skills.flatMap(({ items }) => items)
}

function SectionAnswers({ of, part }: { of: SectionReport; part: PartProps }) {
  const once = of.skills.filter((skill) => !skill.site && hasAnswers(skill))
  const bySite = of.skills.filter(({ site }) => site)
  const sites = [...new Set(bySite.map(({ site }) => site))]
  return (
    <>
      {once.map((skill) => (
        <SkillAnswers key={skill.skill.id} of={skill} part={part} hasName={once.length > 1} />
      ))}
      <Maps of={bySite} part={part} />
      {sites.map((site) => {
        const items = bySite
          .filter((skill) => skill.site === site)
          .flatMap((skill) => skill.items)
          .filter((item) => item.item.kind !== 'placement' && isSaid(item))
        return items.length === 0 ? null : (
          <div key={site?.id} className={styles['answers']}>
            <SiteName of={site} part={part} />
            <Lines of={items} part={part} />
          </div>
        )
      })}
    </>
  )
}

/** One map for each item that places sites, with all of them on it. */
function Maps({ of, part }: { of: readonly SkillReport[]; part: PartProps }) {
  const placements = of
    .flatMap(({ items }) => items)
    .filter(({ item }) => item.kind === 'placement')
  return [...new Set(placements.map(({ item }) => item))].map((item) => {
    const reports = placements.filter((report) => report.item === item)
    const isPlaced = reports.some(isSaid)
    return item.kind === 'placement' && isPlaced ? (
      <ul key={item.id} className={styles['items']}>
        <SitesOnMap item={item} of={reports} part={part} />
      </ul>
    ) : null
  })
}

interface SkillProps {
  of: SkillReport
  part: PartProps
  /** False where the skill is all there is in its section. */
  hasName: boolean
}

function SkillAnswers({ of: { skill, items }, part, hasName }: SkillProps) {
  const checks = items.filter(({ item }) => item.kind === 'status' && isTogether(item))
  const others = items.filter((item) => !checks.includes(item) && isSaid(item))
  return (
    <div className={styles['answers']}>
      {hasName && <p className={styles['kicker']}>{skill.name.text}</p>}
      {checks.some(isSaid) && <Statuses of={checks} part={part} />}
      {others.length > 0 && <Lines of={others} part={part} />}
    </div>
  )
}

function Lines({ of, part }: { of: readonly ItemReport[]; part: PartProps }) {
  return (
    <ul className={styles['items']}>
      {of.map((report) => (
        <ItemLine key={report.key} part={part} of={report} wide={report.item.kind === 'table'}>
          <Answer of={report} part={part} />
          <Voices of={report.notes} part={part} note />
        </ItemLine>
      ))}
    </ul>
  )
}

/** What was answered, by kind. A new kind is added here; the compiler asks for it. */
function Answer({ of, part }: { of: ItemReport; part: PartProps }) {
  const { item, texts, tables } = of
  switch (item.kind) {
    case 'rating':
      return null
    case 'choice':
    case 'status':
    case 'placement':
      return <Picks of={of} part={part} />
    case 'text':
      return <Voices of={texts} part={part} />
    case 'table':
      return tables.map(({ author, rows }) => (
        <div key={author?.id ?? 'team'} className={styles['tableOf']}>
          <AuthorChip of={author} part={part} />
          <FilledTable item={item} rows={rows} />
        </div>
      ))
    default:
      return assertNever(item)
  }
}

function hasAnswers({ items }: SkillReport): boolean {
  return items.some(isSaid)
}

/** True if there is something to show here: a box is shown in the picture, what was set aside apart. */
function isSaid({ picks, texts, tables, notes }: ItemReport): boolean {
  return (
    picks.some(isChosen) ||
    texts.length > 0 ||
    tables.length > 0 ||
    notes.some(({ text }) => hasWords(text))
  )
}
