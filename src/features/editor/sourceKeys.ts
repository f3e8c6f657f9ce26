import type { Item, Rubric, Section } from '#core/rubric.ts'
import type { RubricDraft } from '#core/rubricDraft.ts'
import type { SourceForm } from './formModel.ts'

/**
 * Lines name sources by their keys. When a key is changed they follow; when a source is taken out they
 * name it no more. A key that is empty or another's just now is waited for: the lines keep the last
 * one that was right.
 *
 * @param old the sources as they were listed before
 * @param forms the sources by now; `was` is the key that lines name
 */
export function followSources(
  rubric: RubricDraft,
  old: Rubric['sources'],
  forms: readonly SourceForm[],
): RubricDraft {
  const renamed = new Map(
    forms.flatMap(({ was, key }): [string, string][] =>
      was !== '' && was !== key && isOwn(key, forms) ? [[was, key]] : [],
    ),
  )
  const kept = new Set(forms.map(({ was }) => was))
  const gone = new Set(old.map(({ key }) => key).filter((key) => !kept.has(key) && !renames(key)))
  function renames(key: string): boolean {
    return forms.some((form) => form.key === key)
  }
  if (renamed.size === 0 && gone.size === 0) return rubric
  return mapCredits(rubric, (keys) =>
    keys.filter((key) => !gone.has(key)).map((key) => renamed.get(key) ?? key),
  )
}

/** True for a key that may be named: it says something and no other source has it. */
export function isOwn(key: string, forms: readonly SourceForm[]): boolean {
  return key !== '' && forms.filter((form) => form.key === key).length === 1
}

/** How many lines name a source. */
export function linesNaming(rubric: RubricDraft, key: string): number {
  let count = 0
  mapCredits(rubric, (keys) => {
    if (keys.includes(key)) count += 1
    return keys
  })
  return count
}

interface Credited {
  readonly source: string[]
}

type Follow = (keys: readonly string[]) => string[] | readonly string[]

function mapCredits(rubric: RubricDraft, follow: Follow): RubricDraft {
  const credit = <T extends Credited>(line: T): T => ({ ...line, source: [...follow(line.source)] })
  const item = (line: Item): Item => {
    const next = credit(line)
    if (next.kind === 'table') return { ...next, rows: next.rows.map(credit) }
    if (next.kind === 'placement') return { ...next, zones: next.zones.map(credit) }
    return next
  }
  const section = (part: Section): Section => ({
    ...part,
    name: credit(part.name),
    ...(part.about ? { about: part.about.map(credit) } : {}),
    challenges: part.challenges.map(credit),
    strategies: part.strategies.map(credit),
    skills: part.skills.map((skill) => ({
      ...skill,
      name: credit(skill.name),
      items: skill.items.map(item),
    })),
  })
  return {
    ...rubric,
    title: credit(rubric.title),
    goal: credit(rubric.goal),
    ...(rubric.about ? { about: rubric.about.map(credit) } : {}),
    sections: rubric.sections.map(section),
  }
}
