import { toldSolutions, type ToldSolution } from '#core/solutions.ts'
import { useMessages } from '#messages/messages.ts'
import { Part } from '#parts/Part.tsx'
import type { PartProps } from '#parts/voice.ts'
import { Told } from '#ui/Told.tsx'
import { Folded } from './Folded.tsx'
import styles from './summary.module.css'

/** Challenges with what could help, as they were collected: those that anyone wrote something to. */
export function Solutions({ report, of }: PartProps) {
  const words = useMessages().summary
  const told = toldSolutions(of.rubric, report.reflection.workshop.solutions)
  if (told.length === 0) return null
  return (
    <Part title={words.solutions}>
      <Folded
        first={5}
        lines={told.map((one) => (
          <li key={one.solution.id} className={styles['solution']}>
            <Challenge of={one} />
            <p className={styles['text']} dir="auto">
              {one.solution.text}
            </p>
          </li>
        ))}
      />
    </Part>
  )
}

/** In people's own words, or in the rubric's. */
function Challenge({ of: { solution, section, named } }: { of: ToldSolution }) {
  return (
    <div className={styles['challenge']}>
      {section && (
        <p className={styles['kicker']}>
          <Told text={section.name.text} />
        </p>
      )}
      <p className={styles['text']} dir="auto">
        {named ? <Told text={named.text} /> : solution.challenge}
      </p>
    </div>
  )
}
