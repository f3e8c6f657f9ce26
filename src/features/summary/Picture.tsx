import type { RubricReport, SectionReport, SkillReport } from '#core/report.ts'
import type { CreditedText, Level } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { Hidden } from '#ui/Hidden.tsx'
import { Told } from '#ui/Told.tsx'
import { CoverageWords } from './CoverageWords.tsx'
import { Crowd } from './Crowd.tsx'
import { LevelName, rampOf } from './LevelName.tsx'
import { MarkedText } from './MarkedText.tsx'
import { Part } from '#parts/Part.tsx'
import { SiteName } from './SiteName.tsx'
import styles from './summary.module.css'
import type { PartProps } from '#parts/voice.ts'

/**
 * One strip per skill: its boxes with initials in them, and how much was answered. Where each section
 * has one skill, the strips are the sections: a profile. A real table; the roles are spelt out because
 * some browsers drop them when rows become grids on a phone.
 */
export function Picture(part: PartProps) {
  const words = useMessages().summary
  const { of, voice } = part
  const sections = ratedSections(of)
  const heads = sections[0]?.skills[0]?.boxes.map(({ level }) => level) ?? []
  if (heads.length === 0) return null
  const isProfile = sections.every(({ skills }) => skills.length === 1)
  return (
    <Part title={voice.picture}>
      <table className={styles['picture']} role="table" data-levels={heads.length}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              <Hidden>{isProfile ? words.section : words.skill}</Hidden>
            </th>
            {heads.map((level, index) => (
              <th key={level.id} role="columnheader" scope="col" className={styles['levelHead']}>
                <LevelName level={level} number={index + 1} of={heads.length} />
              </th>
            ))}
            <th role="columnheader" scope="col">
              <Hidden>{words.coverage}</Hidden>
            </th>
          </tr>
        </thead>
        {sections.map(({ section, skills, coverage, items }) => (
          <tbody key={section.id} role="rowgroup">
            {!isProfile && (
              <tr role="row" className={styles['sectionRow']}>
                <th role="rowheader" scope="rowgroup" colSpan={heads.length + 2}>
                  <span className={styles['sectionName']}>
                    <Told text={section.name.text} />
                  </span>
                  <CoverageWords of={coverage} part={part} items={items} />
                </th>
              </tr>
            )}
            {skills.map((row) => (
              <SkillStrip
                key={`${row.skill.id}/${row.site?.id ?? ''}`}
                row={row}
                title={isProfile ? section : row.skill}
                heads={heads}
                part={part}
              />
            ))}
          </tbody>
        ))}
      </table>
    </Part>
  )
}

/** The sections with boxes in them, and of each the skills that have some. */
function ratedSections({ sections }: RubricReport) {
  return sections
    .map((section: SectionReport) => ({
      ...section,
      skills: section.skills.filter(({ boxes }) => boxes.length > 0),
      items: section.skills.flatMap(({ items }) => items),
    }))
    .filter(({ skills }) => skills.length > 0)
}

interface StripProps {
  row: SkillReport
  /** What the strip is called by. */
  title: { readonly number: string; readonly name: CreditedText }
  heads: readonly Level[]
  part: PartProps
}

function SkillStrip({ row, title, heads, part }: StripProps) {
  const { report, of } = part
  const { boxes, site, coverage, items } = row
  return (
    <tr role="row" className={styles['strip']} data-blank={coverage.items === 0}>
      <th role="rowheader" scope="row" className={styles['skill']}>
        <span className={styles['number']}>{title.number}</span>
        <MarkedText text={title.name.text} provenance={title.name.provenance} />
        {site && <SiteName of={site} part={part} />}
      </th>
      {boxes.map(({ level, people }, index) => (
        <td
          key={level.id}
          role="cell"
          className={styles['cell']}
          colSpan={index === boxes.length - 1 ? heads.length - index : undefined}
        >
          <div
            className={styles['box']}
            data-level={rampOf(index + 1, boxes.length)}
            data-empty={people.length === 0}
            data-named={level.id !== heads[index]?.id}
          >
            <span className={styles['boxName']} aria-hidden="true">
              <LevelName level={level} number={index + 1} of={boxes.length} />
            </span>
            <Crowd people={report.people} here={people} noun={of.rubric.itemNoun} />
          </div>
        </td>
      ))}
      <td role="cell" className={styles['covered']}>
        <CoverageWords of={coverage} part={part} items={items} />
      </td>
    </tr>
  )
}
