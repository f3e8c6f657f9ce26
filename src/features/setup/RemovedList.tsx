import { useMessages } from '#messages/messages.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import type { RemovedPerson } from './removedPeople.ts'
import styles from './setup.module.css'

interface Props {
  people: readonly RemovedPerson[]
  onBringBack: (person: RemovedPerson) => void
}

/** People who were removed: out of sight in the rubric, and one press away from being back. */
export function RemovedList({ people, onBringBack }: Props) {
  const words = useMessages().setup
  if (people.length === 0) return null
  return (
    <ul className={styles['gone']}>
      {people.map((person) => (
        <li key={person.id} className={styles['removed']}>
          <span>{words.removedPerson(person.called || words.someone, person.marks)}</span>
          <Button look="quiet" icon="undo" onClick={() => onBringBack(person)}>
            {words.bringBack(person.called || words.someone)}
          </Button>
        </li>
      ))}
    </ul>
  )
}

interface OfferProps extends Props {
  onAddNew: (person: RemovedPerson) => void
}

/** Someone is added who has the name of a removed person: are they the same? */
export function SameNameOffer({ people, onBringBack, onAddNew }: OfferProps) {
  const words = useMessages().setup
  return people.map((person) => (
    <Notice
      key={person.id}
      live="status"
      title={words.wasHere(person.called)}
      actions={
        <>
          <Button onClick={() => onBringBack(person)}>
            {words.bringBackMarks(person.called, person.marks)}
          </Button>
          <Button look="quiet" onClick={() => onAddNew(person)}>
            {words.addNew}
          </Button>
        </>
      }
    />
  ))
}
