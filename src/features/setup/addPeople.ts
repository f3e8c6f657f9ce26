import type { Keeper, SetupFormApi } from './keeper.ts'
import { MOST_PEOPLE, newPerson, type People, type PersonValues } from './setupForm.ts'

/** What came of adding names. */
export interface Added {
  readonly people: readonly PersonValues[]
  /** Names there was no room for. They stay in the field. */
  readonly left: readonly string[]
  readonly all: number
}

/** Seats everyone named, each with initials of their own, as far as there is room. */
export function addPeople(input: {
  form: SetupFormApi
  keeper: Keeper
  newPersonId: () => string
  names: readonly string[]
}): Added {
  const { form, keeper, newPersonId, names } = input
  const before = form.getValues('people')
  const room = Math.max(0, MOST_PEOPLE - Object.keys(before).length)
  const after: People = { ...before }
  const added: People = {}
  for (const name of names.slice(0, room)) {
    const id = newPersonId()
    added[id] = after[id] = newPerson(name, after)
  }
  const left = names.slice(room)
  form.setValue('adding', left.join(', '))
  keeper.typed('adding', left.join(', '))
  if (names.length > 0) {
    form.setValue('people', after)
    // Taken away without need, the faults of initials would go with that of the list.
    if (form.getFieldState('people').error?.message !== undefined) form.clearErrors('people')
    keeper.added(added)
  }
  return { people: Object.values(added), left, all: Object.keys(after).length }
}
