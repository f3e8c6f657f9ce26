import { useMemo, type ReactNode } from 'react'
import { chipLook } from '#core/people.ts'
import type { Participant } from '#core/reflection.ts'
import type { Report } from '#core/report.ts'
import type { Rubric } from '#core/rubric.ts'
import { TIMED_STEPS, sessionPlan } from '#core/sessionPlan.ts'
import { useMessages } from '#messages/messages.ts'
import { useTelling } from '#messages/telling.ts'
import { Hidden } from '#ui/Hidden.tsx'
import { Icon } from '#ui/Icon.tsx'
import { PersonChip } from '#ui/PersonChip.tsx'
import { Told, TellingProvider } from '#ui/Told.tsx'
import type { Slide } from './deck.ts'
import { ItemOnWall, SkillOnWall } from './Marks.tsx'
import styles from './projector.module.css'
import { GrowthSlide, StepsSlide, StrengthsSlide, ThanksSlide } from './Shared.tsx'

/** What stands on the wall between its head and its foot. */
export function SlideBody({ slide, report }: { slide: Slide; report: Report }) {
  const body = bodyOf(slide, report)
  return 'of' in slide ? <InTheWordsOf rubric={slide.of.rubric}>{body}</InTheWordsOf> : body
}

function bodyOf(slide: Slide, report: Report): ReactNode {
  switch (slide.kind) {
    case 'people':
      return <PeopleSlide report={report} />
    case 'expect':
      return <ExpectSlide planId={report.reflection.workshop.plan} />
    case 'commitments':
      return <CommitmentsSlide {...slide} />
    case 'domain':
      return <DomainSlide {...slide} />
    case 'done':
      return <DoneSlide {...slide} people={report.people} />
    case 'marks':
      return <SkillOnWall {...slide} people={report.people} />
    case 'talkFirst':
      return <ItemOnWall {...slide} people={report.people} />
    case 'strengths':
      return <StrengthsSlide {...slide} people={report.people} />
    case 'growth':
      return <GrowthSlide {...slide} />
    case 'steps':
      return <StepsSlide {...slide} />
    case 'thanks':
      return <ThanksSlide report={report} />
    case 'nothing':
      return <NothingSlide {...slide} />
  }
}

function InTheWordsOf({ rubric, children }: { rubric: Rubric; children: ReactNode }) {
  return <TellingProvider telling={useTelling(rubric)}>{children}</TellingProvider>
}

function PeopleSlide({ report }: { report: Report }) {
  const { projector: words, common } = useMessages()
  const { people, reflection } = report
  const facts = [common.day(reflection.date), reflection.facilitator].filter((fact) => fact !== '')
  return (
    <>
      <h1 className={styles['title']}>{words.welcome}</h1>
      <p className={styles['soft']}>{facts.join(' · ')}</p>
      <h2 className={styles['label']}>{words.whoIsHere}</h2>
      {people.length === 0 && <p>{words.nobody}</p>}
      <ul className={styles['people']}>
        {people.map(({ id, initials, name }, seat) => (
          <li key={id} className={styles['person']}>
            <PersonChip initials={initials} look={chipLook(seat)} />
            {name !== initials && <bdi>{name}</bdi>}
          </li>
        ))}
      </ul>
    </>
  )
}

function ExpectSlide({ planId }: { planId: string }) {
  const { projector: words, app } = useMessages()
  const plan = sessionPlan(planId)
  return (
    <>
      <h1 className={styles['title']}>{words.expectTitle}</h1>
      <ol className={styles['expect']}>
        {TIMED_STEPS.filter((step) => !plan || plan.steps[step] > 0).map((step) => (
          <li key={step} className={styles['expected']}>
            <strong>{app[step]}</strong>
            <span>{words.expect[step]}</span>
            {plan && <span className={styles['soft']}>{words.minutes(plan.steps[step])}</span>}
          </li>
        ))}
      </ol>
      <p className={styles['soft']}>{words.noScore}</p>
    </>
  )
}

function CommitmentsSlide({ words: said }: Extract<Slide, { kind: 'commitments' }>) {
  const words = useMessages().projector
  return (
    <>
      <h1 className={styles['title']}>{words.commitments}</h1>
      <ul className={styles['large']}>
        {said.map((each) => (
          <li key={each}>
            <bdi>{each}</bdi>
          </li>
        ))}
      </ul>
    </>
  )
}

function DomainSlide({ of }: Extract<Slide, { kind: 'domain' }>) {
  const words = useMessages().projector
  return (
    <>
      <h1 className={styles['title']}>
        <Told text={of.rubric.title.text} />
      </h1>
      <p>
        <Told text={of.rubric.goal.text} />
      </p>
      <h2 className={styles['label']}>{words.sections}</h2>
      <ol className={styles['sections']}>
        {of.sections.map(({ section }) => (
          <li key={section.id}>
            <span className={styles['number']}>{section.number}</span>
            <span>
              <Told text={section.name.text} />
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}

interface DoneProps {
  section: Extract<Slide, { kind: 'done' }>['section']
  done: readonly Participant[]
  people: readonly Participant[]
}

/** Who has rated, never what: all that is on the wall before the marks are shown to all. */
function DoneSlide({ section, done, people }: DoneProps) {
  const words = useMessages().projector
  const ids = useMemo(() => new Set(done.map(({ id }) => id)), [done])
  const all = people.length > 0 && done.length === people.length
  return (
    <>
      <h1 className={styles['title']}>
        <Told text={section.name.text} />
      </h1>
      <p className={styles['count']}>
        {all ? words.allDone : words.done(done.length, people.length)}
      </p>
      <ul className={styles['people']}>
        {people.map(({ id, initials }, seat) => (
          <li key={id} className={styles['person']} data-done={ids.has(id)}>
            <PersonChip initials={initials} look={chipLook(seat)} />
            <span className={styles['dot']}>{ids.has(id) && <Icon name="check" />}</span>
            <Hidden>{ids.has(id) ? words.isDone : words.isNotDone}</Hidden>
          </li>
        ))}
      </ul>
      <p className={styles['soft']}>{words.doneHint}</p>
    </>
  )
}

function NothingSlide({ waits }: Extract<Slide, { kind: 'nothing' }>) {
  const { app, projector: words } = useMessages()
  return (
    <>
      <h1 className={styles['title']}>{app[waits]}</h1>
      <p>{words.nothing[waits]}</p>
    </>
  )
}
