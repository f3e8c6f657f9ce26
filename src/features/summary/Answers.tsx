import { assertNever } from '#core/assert.ts'
import { hasWords, type ItemReport } from '#core/itemReport.ts'
import type { Site } from '#core/reflection.ts'
import type { SectionReport, SkillReport } from '#core/report.ts'
import { isTogether } from '#core/rubric.ts'
import { hasRatings } from '#parts/hasRatings.ts'
import { Told } from '#ui/Told.tsx'
import { agreedBox } from './Agreed.tsx'
import { CoverageWords } from './CoverageWords.tsx'
import { FilledTable } from './FilledTable.tsx'
import { ItemLine } from './ItemLine.tsx'
import { Part } from '#parts/Part.tsx'
import { AuthorChip, Voices } from './People.tsx'
import { isChosen, Picks } from './Picks.tsx'
import { SiteName } from './SiteName.tsx'
import { SitesOnMap } from './SitesOnMap.tsx'
import { Statuses } from './Statuses.tsx'
import styles from './summary.module.css'
import type { PartProps } from '#parts/voice.ts'

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
          <h3 className={styles['answersOf']}>
            <Told text={section.section.name.text} />
          </h3>
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
  const bySite = of.skills.filter(({ site }) => site).flatMap((skill) => skill.items)
  const maps = mapsOf(bySite)
  const restOf = (site: Site) => {
    const items = bySite.filter(
      (report) => report.site === site && report.item.kind !== 'placement' && isSaid(report),
    )
    return items.length > 0 && <Lines of={items} part={part} />
  }
  return (
    <>
      {once.map((skill) => (
        <SkillAnswers key={skill.skill.id} of={skill} part={part} hasName={once.length > 1} />
      ))}
      {maps.map(({ item, reports }, index) => (
        <ul key={item.id} className={styles['items']}>
          <SitesOnMap
            {...{ item, part }}
            of={reports}
            rest={index === maps.length - 1 ? restOf : () => null}
          />
        </ul>
      ))}
      {maps.length === 0 &&
        part.report.reflection.sites.map((site) => {
          const rest = restOf(site)
          return rest ? (
            <div key={site.id} className={styles['answers']}>
              <SiteName of={site} part={part} />
              {rest}
            </div>
          ) : null
        })}
    </>
  )
}

/** One map for each item that places sites, with the reports of all of them; none while none is placed. */
function mapsOf(bySite: readonly ItemReport[]) {
  const items = [...new Set(bySite.map(({ item }) => item))]
  return items.flatMap((item) => {
    const reports = bySite.filter((report) => report.item === item)
    return item.kind === 'placement' && reports.some(isSaid) ? [{ item, reports }] : []
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
      {hasName && (
        <p className={styles['kicker']}>
          <Told text={skill.name.text} />
        </p>
      )}
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
          <Voices of={notesBeside(report)} part={part} note />
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

/** Notes but the team's to what it agreed on, which stands with that. */
function notesBeside(report: ItemReport): ItemReport['notes'] {
  return agreedBox(report) < 0 ? report.notes : report.notes.filter(({ author }) => author)
}

/** True if there is something to show here: a box is shown in the picture, what was set aside apart. */
function isSaid(report: ItemReport): boolean {
  const { picks, texts, tables } = report
  return (
    picks.some(isChosen) ||
    texts.length > 0 ||
    tables.length > 0 ||
    notesBeside(report).some(({ text }) => hasWords(text))
  )
}
