import { useId } from 'react'
import { chipLook } from '#core/people.ts'
import { fieldEdits, type Participant, type Reflection } from '#core/reflection.ts'
import { useMessages } from '#messages/messages.ts'
import { Part } from '#parts/Part.tsx'
import { rubricHeaders } from '#rubrics/catalog.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { Hidden } from '#ui/Hidden.tsx'
import { PersonChip } from '#ui/PersonChip.tsx'
import { Select } from '#ui/Select.tsx'
import styles from './learn.module.css'
import { pairsOf } from './pairs.ts'

const HUB = rubricHeaders.filter(({ family }) => family === 'hub-leadership')
const QUESTIONS = ['knows', 'learns'] as const
type Question = (typeof QUESTIONS)[number]

/** A domain of hub leadership that each person knows well, and one they want to learn about. */
export function Domains({ store }: { store: ReflectionStore }) {
  const { learn: words } = useMessages()
  const reflection = useStore(store, (from) => from.reflection())
  const voice = words.voices[reflection.mode]
  const people = reflection.participants
  const [alone] = people
  if (!alone) return null
  const set = (person: Participant, question: Question, rubricId: string) =>
    store.apply(fieldEdits('participant', person.id, { [question]: rubricId }))
  return (
    <Part title={voice.domains} lead={voice.domainsHint}>
      {reflection.mode === 'individual' ? (
        <div className={styles['two']}>
          {QUESTIONS.map((question) => (
            <Select
              key={question}
              label={voice[question]}
              value={alone[question]}
              onChange={(event) => set(alone, question, event.target.value)}
            >
              <Options />
            </Select>
          ))}
        </div>
      ) : (
        <>
          <PeopleTable {...{ reflection, set }} />
          <ByDomain people={people} />
        </>
      )}
    </Part>
  )
}

function Options() {
  const { learn: words } = useMessages()
  return (
    <>
      <option value="">{words.open}</option>
      {HUB.map(({ id, shortTitle, lang }) => (
        <option key={id} value={id} lang={lang}>
          {shortTitle}
        </option>
      ))}
    </>
  )
}

/** One line a person: two native lists, two taps each. */
function PeopleTable({
  reflection,
  set,
}: {
  reflection: Reflection
  set: (person: Participant, question: Question, rubricId: string) => void
}) {
  const { learn: words } = useMessages()
  const voice = words.voices.team
  const id = useId()
  return (
    <table className={styles['people']}>
      <thead>
        <tr>
          <th scope="col">{words.person}</th>
          {QUESTIONS.map((question) => (
            <th key={question} scope="col" id={`${id}-${question}`}>
              {voice[question]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {reflection.participants.map((person, seat) => (
          <tr key={person.id}>
            <th scope="row">
              <span className={styles['who']}>
                <PersonChip initials={person.initials} look={chipLook(seat)} />
                <bdi>{person.name}</bdi>
              </span>
            </th>
            {QUESTIONS.map((question) => (
              <td key={question}>
                <span className={styles['cellLabel']} aria-hidden="true">
                  {voice[question]}
                </span>
                <select
                  className={styles['select']}
                  aria-label={words.ofPerson(voice[question], person.initials)}
                  value={person[question]}
                  onChange={(event) => set(person, question, event.target.value)}
                >
                  <Options />
                </select>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Who is where, domain by domain, once somebody has said anything; and who could sit together. */
function ByDomain({ people }: { people: readonly Participant[] }) {
  const { learn: words } = useMessages()
  const voice = words.voices.team
  const named = HUB.filter(({ id }) =>
    people.some(({ knows, learns }) => [knows, learns].includes(id)),
  )
  const pairs = pairsOf(people)
  if (named.length === 0) return null
  return (
    <>
      {pairs.length > 0 && (
        <div className={styles['pairs']} role="status">
          <p className={styles['kicker']}>{words.sitTogether}</p>
          <ul className={styles['pairList']}>
            {pairs.map(({ teacher, learner, isMutual }) => (
              <li key={learner.id}>
                <bdi>
                  {(isMutual ? words.mutual : words.pair)(teacher.initials, learner.initials)}
                </bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
      <h3 className={styles['subheading']}>{words.byDomain}</h3>
      <dl className={styles['byDomain']}>
        {named.map(({ id, shortTitle, lang }) => (
          <div key={id}>
            <dt lang={lang}>{shortTitle}</dt>
            {QUESTIONS.map((question) => (
              <dd key={question}>
                <span className={styles['quiet']}>{words.headed(voice[question])}</span>
                <Chips
                  people={people}
                  here={people.filter((person) => person[question] === id)}
                  nobody={words.nobody}
                />
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </>
  )
}

function Chips({
  people,
  here,
  nobody,
}: {
  people: readonly Participant[]
  here: readonly Participant[]
  nobody: string
}) {
  if (here.length === 0) return <span className={styles['quiet']}>{nobody}</span>
  return (
    <>
      {here.map((person) => (
        <span key={person.id}>
          <PersonChip initials={person.initials} look={chipLook(people.indexOf(person))} />
          <Hidden> </Hidden>
        </span>
      ))}
    </>
  )
}
