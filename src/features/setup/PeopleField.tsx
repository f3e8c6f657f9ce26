import { useId, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { useWatch } from 'react-hook-form'
import { useMessages } from '#messages/messages.ts'
import { Button } from '#ui/Button.tsx'
import { TextField } from '#ui/TextField.tsx'
import { addPeople } from './addPeople.ts'
import { keptField, type Keeper, type SetupFormApi } from './keeper.ts'
import { PeopleList } from './PeopleList.tsx'
import styles from './setup.module.css'
import { SameNameOffer } from './RemovedList.tsx'
import { isSameName, type RemovedPeople, type RemovedPerson } from './removedPeople.ts'
import { MOST_PEOPLE, splitNames } from './setupForm.ts'

interface Props {
  form: SetupFormApi
  keeper: Keeper
  isUnderWay: boolean
  newPersonId: () => string
  removed?: RemovedPeople | undefined
}

/** Who is at the table. The field to add people stays in its place; the list grows below it. */
export function PeopleField({ form, keeper, isUnderWay, newPersonId, removed }: Props) {
  const words = useMessages().setup
  const headingId = useId()
  const [said, say] = useState('')
  const people = useWatch({ control: form.control, name: 'people' })
  const fault = form.formState.errors.people?.message

  const heading = useRef<HTMLHeadingElement>(null)
  const former = removed?.people ?? []
  const [asked, setAsked] = useState<readonly string[]>([])

  const adder = useRef<HTMLInputElement>(null)
  const adding = keptField(form, keeper, 'adding')
  // At once, within the tap: later, a tablet would not open its keyboard.
  const focusAdder = () => adder.current?.focus()
  const seat = (names: readonly string[]) => {
    const { people: added, left, all } = addPeople({ form, keeper, newPersonId, names })
    if (left.length > 0) say(words.notAdded(left.length, MOST_PEOPLE))
    else if (added.length > 0) say(words.added(added, all))
  }
  const add = (text: string) => {
    const names = splitNames(text)
    const known = former.filter(({ name }) => names.some((other) => isSameName(name, other)))
    setAsked(known.map(({ id }) => id))
    seat(names.filter((name) => !known.some((person) => isSameName(person.name, name))))
  }
  const bringBack = (person: RemovedPerson) => {
    const isBack = removed?.bringBack(person.id) ?? false
    if (isBack) say(words.broughtBack(person.called || words.someone))
    else say(words.peopleTooMany(MOST_PEOPLE))
    // The button that had the focus is gone.
    if (isBack) heading.current?.focus()
  }
  const addNew = (person: RemovedPerson) => {
    setAsked(asked.filter((id) => id !== person.id))
    seat([person.name])
    focusAdder()
  }
  const addTyped = () => {
    add(form.getValues('adding'))
    focusAdder()
  }
  const addOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    addTyped()
  }
  const addPasted = (event: ClipboardEvent<HTMLInputElement>) => {
    const names = splitNames(event.clipboardData.getData('text'))
    if (names.length < 2) return
    event.preventDefault()
    add([...splitNames(event.currentTarget.value), ...names].join('\n'))
  }

  return (
    <section className={styles['part']} aria-labelledby={headingId}>
      <h2 className={styles['heading']} id={headingId} ref={heading} tabIndex={-1}>
        {words.people}
      </h2>
      <p className={styles['hint']}>{words.addPersonHint}</p>
      <div className={styles['adder']}>
        <TextField
          label={words.addPerson}
          error={typeof fault === 'string' ? fault : undefined}
          autoCapitalize="words"
          enterKeyHint="enter"
          {...adding}
          ref={(element) => {
            adding.ref(element)
            adder.current = element
          }}
          onKeyDown={addOnEnter}
          onPaste={addPasted}
        />
        <Button icon="plus" onClick={addTyped}>
          {words.add}
        </Button>
      </div>
      <p className={styles['said']} role="status">
        {said}
      </p>
      <SameNameOffer
        people={former.filter(({ id }) => asked.includes(id))}
        onBringBack={bringBack}
        onAddNew={addNew}
      />
      <PeopleList
        form={form}
        keeper={keeper}
        people={people}
        isUnderWay={isUnderWay}
        formerPeople={former.filter(({ id }) => !asked.includes(id))}
        onBringBack={bringBack}
        onSettled={focusAdder}
      />
    </section>
  )
}
