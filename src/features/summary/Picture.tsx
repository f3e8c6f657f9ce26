import type { Coverage, SkillReport } from '#core/report.ts'
import type { Level } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { Hidden } from '#ui/Hidden.tsx'
import { Crowd } from './Crowd.tsx'
import { MarkedText } from './MarkedText.tsx'
import { Part } from './Part.tsx'
import styles from './summary.module.css'
import type { PartProps } from './voice.ts'

/**
 * One strip per skill: four boxes with initials in them, and how much was answered. A real table;
 * the roles are spelt out because some browsers drop them when rows become grids on a phone.
 */
export function Picture({ report, of, voice }: PartProps) {
  const words = useMessages().summary
  const skills = of.sections.flatMap((section) => section.skills)
  const heads = skills.find(({ boxes }) => boxes.length > 0)?.boxes.map(({ level }) => level) ?? []
  return (
    <Part title={voice.picture}>
      <table className={styles['picture']} role="table" data-levels={heads.length}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              <Hidden>{words.skill}</Hidden>
            </th>
            {heads.map((level, index) => (
              <th key={level.id} role="columnheader" scope="col" className={styles['levelHead']}>
                <LevelName level={level} number={index + 1} />
              </th>
            ))}
            <th role="columnheader" scope="col">
              <Hidden>{words.coverage}</Hidden>
            </th>
          </tr>
        </thead>
        {of.sections.map(({ section, skills: rows, coverage }) => (
          <tbody key={section.id} role="rowgroup">
            <tr role="row" className={styles['sectionRow']}>
              <th role="rowheader" scope="rowgroup" colSpan={heads.length + 2}>
                <span className={styles['sectionName']}>{section.name.text}</span>
                <CoverageWords of={coverage} part={{ report, of, voice }} />
              </th>
            </tr>
            {rows.map((row) => (
              <SkillStrip key={row.skill.id} row={row} heads={heads} part={{ report, of, voice }} />
            ))}
          </tbody>
        ))}
      </table>
    </Part>
  )
}

function SkillStrip({
  row,
  heads,
  part,
}: {
  row: SkillReport
  heads: readonly Level[]
  part: PartProps
}) {
  const words = useMessages().summary
  const { report, of } = part
  const { skill, boxes } = row
  return (
    <tr role="row" className={styles['strip']} data-blank={row.coverage.items === 0}>
      <th role="rowheader" scope="row" className={styles['skill']}>
        <span className={styles['number']}>{skill.number}</span>
        <MarkedText text={skill.name.text} provenance={skill.name.provenance} />
      </th>
      {heads.length > 0 && boxes.length === 0 && (
        <td role="cell" colSpan={heads.length} className={styles['inWords']}>
          {part.report.reflection.mode === 'team' ? words.words : words.wordsMine}
        </td>
      )}
      {boxes.map(({ level, people }, index) => (
        <td key={level.id} role="cell" className={styles['cell']}>
          <div
            className={styles['box']}
            data-level={index + 1}
            data-empty={people.length === 0}
            data-named={level.id !== heads[index]?.id}
          >
            <span className={styles['boxName']} aria-hidden="true">
              <LevelName level={level} number={index + 1} />
            </span>
            <Crowd people={report.people} here={people} noun={of.rubric.itemNoun} />
          </div>
        </td>
      ))}
      <td role="cell" className={styles['covered']}>
        <CoverageWords of={row.coverage} part={part} />
      </td>
    </tr>
  )
}

/** The number and the whole sentence of a level. */
export function LevelName({ level, number }: { level: Level; number: number }) {
  return (
    <span className={styles['levelName']}>
      <span className={styles['levelNumber']} data-level={number}>
        {number}
      </span>
      <span>{level.label}</span>
    </span>
  )
}

/** "5 of 7 people, 12 of 16 methods"; for one person only the methods; words while there is nothing. */
function CoverageWords({ of, part }: { of: Coverage; part: PartProps }) {
  const { common, summary: words } = useMessages()
  const isTeam = part.report.reflection.mode === 'team'
  const items = common.ofItems(of.items, of.ofItems, part.of.rubric.itemNoun)
  const people = words.coveragePeople(common.ofPeople(of.people, of.ofPeople))
  const facts = of.items === 0 ? [words.coverageNone] : isTeam ? [people, items] : [items]
  return (
    <span className={styles['coverage']}>
      {facts.map((fact) => (
        <span key={fact}>{fact} </span>
      ))}
    </span>
  )
}
