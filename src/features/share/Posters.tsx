import { itemsOf, scaleOf, type Rubric } from '#core/rubric.ts'
import type { RubricReport } from '#core/report.ts'
import { Part } from '#parts/Part.tsx'
import { EvidenceExamples } from './EvidenceExamples.tsx'
import { Poster } from './Poster.tsx'
import styles from './share.module.css'
import type { ShareProps } from './shareProps.ts'

/** True if strategies are named for the rubric, or some box of it asks for one. */
export function hasPosters({ rubric, strengths }: RubricReport): boolean {
  return strengths.length > 0 || asksForStrategies(rubric)
}

function asksForStrategies(rubric: Rubric): boolean {
  return itemsOf(rubric).some(
    ({ item }) =>
      item.kind === 'rating' && scaleOf(rubric, item).levels.some((level) => level.asksForStrategy),
  )
}

/** One poster for each section in scope, as on the walls of the room: strategies, and how we know. */
export function Posters(props: ShareProps) {
  const { voice, of } = props
  return (
    <Part title={voice.strengths} anchor="strengths" lead={voice.strengthsLead}>
      <EvidenceExamples open={of.strengths.length === 0} />
      <div className={styles['posters']}>
        {of.sections.map((section) => (
          <Poster key={section.section.id} section={section} props={props} />
        ))}
      </div>
    </Part>
  )
}
