import type { Item, Rubric, Section, Skill } from '#core/rubric.ts'
import type { Used } from './usedIds.ts'

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz')
const MOST = 99
const COUNT = Array.from({ length: MOST }, (_, index) => String(index + 1))

/**
 * Gives sections, skills and items their numbers. What was used keeps the one it has on paper; what is
 * new takes the free ones in its order. Where none is free the number is left empty, which the
 * validator names.
 */
export function renumber(rubric: Rubric, used: Used): Rubric {
  const isUsed = ({ id }: { readonly id: string }) => used.ids.has(id)
  const skills = rubric.sections.flatMap((section) => section.skills)
  const items = skills.flatMap((skill) => skill.items)
  const taken: Taken = {
    sections: new Set(rubric.sections.filter(isUsed).map(({ number }) => number)),
    skills: new Set(skills.filter(isUsed).map(({ number }) => number)),
    items: new Set([...used.numbers, ...items.filter(isUsed).map(({ number }) => number)]),
  }
  const sections = rubric.sections.map((section): Section => {
    const number = isUsed(section) ? section.number : take(COUNT, taken.sections)
    return {
      ...section,
      number,
      skills: section.skills.map((skill) => numberSkill(skill, number, { taken, isUsed })),
    }
  })
  return { ...rubric, sections }
}

interface Taken {
  readonly sections: Set<string>
  readonly skills: Set<string>
  readonly items: Set<string>
}

interface Numbering {
  readonly taken: Taken
  isUsed(entry: { readonly id: string }): boolean
}

function numberSkill(skill: Skill, section: string, { taken, isUsed }: Numbering): Skill {
  const below = COUNT.map((count) => `${section}.${count}`)
  const number = isUsed(skill) ? skill.number : take(below, taken.skills)
  const free = rowNumbers(number, skill.items.filter(isUsed))
  return {
    ...skill,
    number,
    items: skill.items.map((item) =>
      isUsed(item) ? item : { ...item, number: take(free, taken.items) },
    ),
  }
}

/** The numbers there are below a skill, in the manner its items have: "1.2a", or "1.1" below "1". */
function rowNumbers(skill: string, used: readonly Item[]): readonly string[] {
  if (skill === '') return []
  const letters = LETTERS.map((letter) => skill + letter)
  if (skill.includes('.')) return letters
  const counts = COUNT.map((count) => `${skill}.${count}`)
  const isCounted = used.some(({ number }) => number.startsWith(`${skill}.`))
  return isCounted ? [...counts, ...letters] : [...letters, ...counts]
}

function take(numbers: readonly string[], taken: Set<string>): string {
  const free = numbers.find((number) => !taken.has(number)) ?? ''
  if (free !== '') taken.add(free)
  return free
}
