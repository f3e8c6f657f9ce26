import { chipLook } from '#core/people.ts'
import type { Participant } from '#core/reflection.ts'
import type { Report } from '#core/report.ts'
import { useMessages } from '#messages/messages.ts'
import { PersonChip } from '#ui/PersonChip.tsx'
import { Told } from '#ui/Told.tsx'
import type { Slide } from './deck.ts'
import styles from './projector.module.css'

// What people learn from each other: posters, growth edges, next steps.

/** The poster of a section: strategies by name, and how we know. */
export function StrengthsSlide({
  section,
  strategies,
  people,
}: Extract<Slide, { kind: 'strengths' }> & { people: readonly Participant[] }) {
  const words = useMessages().projector
  return (
    <>
      <p className={styles['soft']}>
        <Told text={section.name.text} />
      </p>
      <h1 className={styles['title']}>{words.strengths}</h1>
      <ul className={styles['posters']}>
        {strategies.map(({ strategy, people: credited }) => (
          <li key={strategy.id} className={styles['poster']}>
            <h2 className={styles['posterName']}>
              <bdi>{strategy.name || strategy.how}</bdi>
              <span className={styles['chips']}>
                {credited.map((person) => (
                  <PersonChip
                    key={person.id}
                    initials={person.initials}
                    look={chipLook(people.indexOf(person))}
                  />
                ))}
              </span>
            </h2>
            {strategy.evidence !== '' && (
              <p>
                <span className={styles['label']}>{words.howWeKnow}</span>{' '}
                <bdi>{strategy.evidence}</bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Where the team wants to grow, and what it borrowed. */
export function GrowthSlide({ of, edges }: Extract<Slide, { kind: 'growth' }>) {
  const words = useMessages().projector
  const skills = of.rubric.sections.flatMap((section) => section.skills)
  return (
    <>
      <h1 className={styles['title']}>{words.growth}</h1>
      <ul className={styles['posters']}>
        {edges.map(({ id, skillId, hard, borrowed }) => {
          const skill = skills.find((each) => each.id === skillId)
          return (
            <li key={id} className={styles['poster']}>
              {skill && (
                <h2 className={styles['posterName']}>
                  <Told text={skill.name.text} />
                </h2>
              )}
              <Line label={words.hard} said={hard} />
              <Line label={words.borrowed} said={borrowed} />
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Line({ label, said }: { label: string; said: string }) {
  if (said.trim() === '') return null
  return (
    <p>
      <span className={styles['label']}>{label}</span> <bdi>{said}</bdi>
    </p>
  )
}

/** What happens next: who, by when, and what tells that it works. */
export function StepsSlide({ steps }: Extract<Slide, { kind: 'steps' }>) {
  const words = useMessages().projector
  return (
    <>
      <h1 className={styles['title']}>{words.stepsTitle}</h1>
      <ul className={styles['posters']}>
        {steps.map(({ id, what, who, by, sign }) => (
          <li key={id} className={styles['poster']}>
            <h2 className={styles['posterName']}>
              <bdi>{what}</bdi>
            </h2>
            <p>
              <bdi>{[who, by && words.by(by)].filter((part) => part !== '').join(' · ')}</bdi>
            </p>
            {sign.trim() !== '' && (
              <p className={styles['soft']}>
                <bdi>{words.sign(sign)}</bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The end: what leaves the room with us. */
export function ThanksSlide({ report }: { report: Report }) {
  const words = useMessages().projector
  const strategies = new Set(
    report.rubrics.flatMap(({ strengths }) => strengths.map(({ strategy }) => strategy.id)),
  ).size
  const edges = report.rubrics.flatMap(({ growthEdges }) => growthEdges).length
  const steps = report.nextSteps.length
  const home = [
    strategies > 0 && words.homeStrategies(strategies),
    edges > 0 && words.homeEdges(edges),
    steps > 0 && words.homeSteps(steps),
  ].filter((line) => line !== false)
  return (
    <>
      <h1 className={styles['title']} data-large>
        {words.thanks}
      </h1>
      <h2 className={styles['label']}>{words.home}</h2>
      <ul className={styles['large']}>
        {(home.length > 0 ? home : [words.homeNothing]).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}
