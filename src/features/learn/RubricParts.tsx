import { inScope, type Reflection } from '#core/reflection.ts'
import type { CreditedText, Rubric } from '#core/rubric.ts'
import { useMessages, type Messages } from '#messages/messages.ts'
import { Part } from '#parts/Part.tsx'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import { Told } from '#ui/Told.tsx'
import styles from './learn.module.css'
import { WorkedRow } from './WorkedRow.tsx'
import { workedRow } from './workedRow.ts'

interface Props {
  reflection: Reflection
  rubric: Rubric
}

/** What the rubric is about: its goal, its sections and their skills. */
export function Domain({ reflection, rubric }: Props) {
  const { learn: words } = useMessages()
  const { sections } = rubric
  const chosen = sections.filter(({ id }) => inScope(reflection, rubric, id))
  const isPartly = chosen.length > 0 && chosen.length < sections.length
  const partly = reflection.mode === 'team' ? words.partly : words.partlyAlone
  return (
    <Part title={rubric.family === 'hub-leadership' ? words.domainHub : words.domain}>
      <p className={styles['domainTitle']}>
        <Told text={rubric.title.text} /> <Mark of={rubric.title} />
      </p>
      <p className={styles['goal']}>
        <strong>{words.headed(words.goal)}</strong> <Told text={rubric.goal.text} />{' '}
        <Mark of={rubric.goal} />
      </p>
      {(rubric.about ?? []).map(({ text }) => (
        <p key={text} className={styles['text']}>
          <Told text={text} />
        </p>
      ))}
      <h3 className={styles['subheading']}>{words.sections(sections.length)}</h3>
      {isPartly && <p className={styles['quiet']}>{partly(chosen.length, sections.length)}</p>}
      <ol className={styles['sections']} data-columns={sections.length % 4 === 0 ? 4 : 3}>
        {sections.map((section) => (
          <li key={section.id} className={styles['section']}>
            <p className={styles['sectionName']}>
              <span className={styles['number']}>{section.number}</span>{' '}
              <Told text={section.name.text} /> <Mark of={section.name} quiet />
              {isPartly && chosen.includes(section) && (
                <span className={styles['today']}>{words.inScope}</span>
              )}
            </p>
            <ul className={styles['skills']}>
              {section.skills.map((skill) => (
                <li key={skill.id}>
                  <span>
                    <Told text={skill.name.text} />
                  </span>{' '}
                  <Mark of={skill.name} quiet />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <Legend />
    </Part>
  )
}

/** How it is filled in: a worked row and four short steps. */
export function HowItWorks({ reflection, rubric }: Props) {
  const { learn: words } = useMessages()
  const row = workedRow(reflection, rubric)
  if (!row) {
    return (
      <Part title={words.how}>
        <p className={styles['text']}>{words.howOther}</p>
      </Part>
    )
  }
  const isAlone = reflection.mode === 'individual'
  const asking = row.levels.filter(({ asksForStrategy }) => asksForStrategy)
  const steps = [
    words.howRead(rubric.itemNoun.one),
    words.voices[reflection.mode].initials,
    ...(asking.length > 0
      ? [words.howStrategy(asking.map(({ short }) => short).join(words.levels))]
      : []),
    isAlone ? words.howEnoughAlone : words.howEnough,
  ]
  return (
    <Part title={words.how}>
      <ol className={styles['steps']}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <WorkedRow row={row} isAlone={isAlone} />
    </Part>
  )
}

function Mark({ of, quiet = false }: { of: CreditedText; quiet?: boolean }) {
  const { common } = useMessages()
  return (
    <ProvenanceMark
      provenance={of.provenance}
      label={quiet ? common.provenance[of.provenance] : originOf(of, common)}
      quiet={quiet}
    />
  )
}

function originOf({ provenance, source }: CreditedText, { provenanceShort }: Messages['common']) {
  return [provenanceShort[provenance], source.join(', ')].filter((part) => part !== '').join(' · ')
}

const PROVENANCES = ['source', 'adapted', 'drafted'] as const

/** What the dots mean. */
function Legend() {
  const { learn: words, common } = useMessages()
  return (
    <p className={styles['legend']}>
      <span className={styles['legendTitle']}>{words.marks}</span>
      {PROVENANCES.map((provenance) => (
        <ProvenanceMark
          key={provenance}
          provenance={provenance}
          label={common.provenance[provenance]}
        />
      ))}
    </p>
  )
}
