import type { Report } from '#core/report.ts'
import type { Rubric } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { hasRatings } from '#parts/hasRatings.ts'
import styles from './summary.module.css'

/** Under the title: whose summary, when, how many people, and how to read it. */
export function TitleLines({ report, rubric }: { report: Report; rubric: Rubric | undefined }) {
  const { summary: words, common } = useMessages()
  const { reflection, people } = report
  const voice = words.voices[reflection.mode]
  const isTeam = reflection.mode === 'team'
  const team = reflection.team || (isTeam ? common.unnamedTeam : common.unnamedLeader)
  const facts = [
    reflection.date !== '' && common.day(reflection.date),
    isTeam && common.people(people.length),
    isTeam && reflection.facilitator !== '' && words.facilitatedBy(reflection.facilitator),
  ].filter((fact) => fact !== false)
  return (
    <div className={styles['titleLines']}>
      <p className={styles['who']}>
        <strong dir="auto">{team}</strong>
        {facts.map((fact) => (
          <span key={fact} dir="auto">
            {fact}
          </span>
        ))}
      </p>
      {reflection.workshop.commitments.length > 0 && (
        <p className={styles['howToRead']} dir="auto">
          {voice.practice(reflection.workshop.commitments)}
        </p>
      )}
      <p className={styles['howToRead']}>
        {rubric && !hasRatings(rubric) ? voice.howToReadAnswers : voice.howToRead}
      </p>
    </div>
  )
}
