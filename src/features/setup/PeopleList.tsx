import { useEffect, useRef, useState } from 'react'
import { useMessages } from '#messages/messages.ts'
import { Button } from '#ui/Button.tsx'
import type { Keeper, SetupFormApi } from './keeper.ts'
import { PersonRow } from './PersonRow.tsx'
import { RemovedList } from './RemovedList.tsx'
import type { RemovedPerson } from './removedPeople.ts'
import styles from './setup.module.css'
import { freeInitials, type People, type PersonValues } from './setupForm.ts'

interface Props {
  form: SetupFormApi
  keeper: Keeper
  people: People
  isUnderWay: boolean
  /** People removed earlier; none for a reflection that does not exist yet. */
  formerPeople: readonly RemovedPerson[]
  onBringBack: (person: RemovedPerson) => void
  /** Enter in a row: on to the next person. */
  onSettled: () => void
}

interface Removed {
  readonly id: string
  readonly person: PersonValues
  readonly position: number
}

/** The people in the order they sit. A removed one leaves a line in their place, with Undo. */
export function PeopleList(props: Props) {
  const { form, keeper, people, isUnderWay, formerPeople, onBringBack, onSettled } = props
  const words = useMessages().setup
  const [removed, setRemoved] = useState<Removed>()
  const entries = Object.entries(people)
  const gone = removed && !(removed.id in people) ? removed : undefined

  const remove = (id: string, position: number) => {
    const person = people[id]
    if (!person) return
    setRemoved({ id, person, position })
    form.unregister(`people.${id}`, { keepDefaultValue: true })
    form.setValue('people', Object.fromEntries(entries.filter(([other]) => other !== id)))
    keeper.removed(id)
  }
  const restore = ({ id, person: { name, initials }, position }: Removed) => {
    const person = { name, initials: freeInitials({ name, initials }, people) }
    const restored = Object.fromEntries(entries.toSpliced(position, 0, [id, person]))
    form.setValue('people', restored)
    setRemoved(undefined)
    keeper.restored(id, restored)
  }

  const rows = entries.map(([id], position) => (
    <PersonRow
      key={id}
      id={id}
      position={position}
      form={form}
      keeper={keeper}
      onRemove={() => remove(id, position)}
      onSettled={onSettled}
    />
  ))
  if (gone) {
    const name = gone.person.name || gone.person.initials
    const note = (
      <RemovedRow
        key={gone.id}
        told={isUnderWay ? words.removedKept(name) : words.removed(name)}
        onUndo={() => restore(gone)}
      />
    )
    rows.splice(gone.position, 0, note)
  }
  return (
    <div className={styles['people']}>
      {entries.length > 0 && (
        <p className={styles['columns']} aria-hidden="true">
          <span>{words.columnName}</span>
          <span>{words.columnInitials}</span>
        </p>
      )}
      {rows.length > 0 ? (
        <ol className={styles['rows']}>{rows}</ol>
      ) : (
        <p className={styles['nobody']}>{words.noPeople}</p>
      )}
      <RemovedList
        people={formerPeople.filter(({ id }) => id !== gone?.id)}
        onBringBack={onBringBack}
      />
    </div>
  )
}

/** Stands where the person stood. Takes the focus, which was on a button that is gone. */
function RemovedRow({ told, onUndo }: { told: string; onUndo: () => void }) {
  const { common } = useMessages()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => row.current?.querySelector('button')?.focus(), [])
  return (
    <li ref={row} className={styles['removed']}>
      <span role="status">{told}</span>
      <Button look="quiet" icon="undo" onClick={onUndo}>
        {common.undo}
      </Button>
    </li>
  )
}
