import type { Participant } from '#core/reflection.ts'

/** The names in a text of who looks after something: between commas. */
function namesIn(text: string): readonly string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** True if the text names the person by their initials. */
export function isNamed(text: string, { initials }: Participant): boolean {
  return namesIn(text).includes(initials)
}

/** The text with the person's initials at its end, or without them if they were there. */
export function toggleName(text: string, person: Participant): string {
  const names = namesIn(text)
  const others = names.filter((name) => name !== person.initials)
  return (others.length < names.length ? others : [...names, person.initials]).join(', ')
}
