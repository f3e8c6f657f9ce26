import type { Author } from '#core/itemReport.ts'
import { chipLook } from '#core/people.ts'
import type { Participant } from '#core/reflection.ts'
import { useMessages } from '#messages/messages.ts'
import { PersonChip } from '#ui/PersonChip.tsx'
import { Crowd } from './Crowd.tsx'
import styles from './summary.module.css'
import type { PartProps } from '#parts/voice.ts'

/** Who chose something: how many of everyone, and their chips. Nothing for what is said as one. */
export function Chosen({ people, part }: { people: readonly Participant[]; part: PartProps }) {
  const { common } = useMessages()
  const { report, of } = part
  if (report.reflection.mode !== 'team' || people.length === 0) return null
  return (
    <span className={styles['chosen']}>
      <span className={styles['chosenCount']}>
        {common.ofPeople(people.length, report.people.length)}
      </span>
      <Crowd
        people={report.people}
        here={people.map((person) => ({ person, count: 1 }))}
        noun={of.rubric.itemNoun}
      />
    </span>
  )
}

/** The chip of whoever wrote something; none for the team together and for someone alone. */
export function AuthorChip({ of: person, part }: { of: Author; part: PartProps }) {
  const { people, reflection } = part.report
  if (!person || reflection.mode !== 'team') return null
  return <PersonChip initials={person.initials} look={chipLook(people.indexOf(person))} />
}

/** What people wrote, whole and with whose it is. */
export function Voices({
  of,
  part,
  note = false,
}: {
  of: readonly { readonly author: Author; readonly text: string }[]
  part: PartProps
  /** True for words beside an answer. */
  note?: boolean
}) {
  if (of.length === 0) return null
  return (
    <ul className={styles['voices']} data-note={note}>
      {of.map(({ author, text }) => (
        <li key={author?.id ?? 'team'} className={styles['voice']}>
          <AuthorChip of={author} part={part} />
          <p className={styles['text']} dir="auto">
            {text}
          </p>
        </li>
      ))}
    </ul>
  )
}
