import type { UseFormRegisterReturn, UseFormReturn } from 'react-hook-form'
import type { People, SetupValues } from './setupForm.ts'

/** The text fields of the form, as React Hook Form names them. */
export type TextPath =
  'team' | 'date' | 'facilitator' | 'adding' | `people.${string}.name` | `people.${string}.initials`

/** Where what is entered goes: into a store that has it at once, or into an unfinished form. */
export interface Keeper {
  /** A text field holds this now. It may be half a word. */
  typed(path: TextPath, text: string): void
  /** A text field was left. */
  left(path: TextPath): void
  added(people: People): void
  removed(id: string): void
  /** A removed person is back; `people` has them in their old place. */
  restored(id: string, people: People): void
}

export type SetupFormApi = UseFormReturn<SetupValues>

/** What binds one text field to the form and to its keeper. */
export function keptField<Path extends TextPath>(
  form: SetupFormApi,
  keeper: Keeper,
  path: Path,
): UseFormRegisterReturn<Path> {
  const { onChange, onBlur, ...rest } = form.register(path)
  return {
    ...rest,
    onChange(event: { target: { value: string } }) {
      const handled = onChange(event)
      keeper.typed(path, event.target.value)
      if (path.endsWith('.initials')) recheckInitials(form)
      return handled
    },
    onBlur(event: { target: unknown }) {
      keeper.left(path)
      return onBlur(event)
    },
  }
}

/** Looks again at initials that were refused: someone else may just have given theirs up. */
export function recheckInitials(form: SetupFormApi): void {
  const people = form.getValues('people')
  const refused = Object.keys(people).filter(
    (id) => form.getFieldState(`people.${id}.initials`).error,
  )
  if (refused.length === 0) return
  void form.trigger(refused.map((id) => `people.${id}.initials` as const))
}
