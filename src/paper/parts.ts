import type { Site } from '#core/reflection.ts'
import {
  STATUSES,
  type Item,
  type Level,
  type Rubric,
  type Section,
  type SetAsideAnswer,
  type Skill,
} from '#core/rubric.ts'
import { mainScale, sheet } from './composing.ts'
import type { PaperSize } from './theme.ts'

/** A skill with what is printed of it: items of a blank form, or reports of one site. */
export interface SkillEntry<Entry> {
  readonly skill: Skill
  readonly site: Site | undefined
  readonly entries: readonly Entry[]
}

/** What of a section is printed in one way. */
export type Part<Entry> =
  /** Rows under one head: an item at the left, its boxes or room for words at the right. */
  | { readonly kind: 'rows'; readonly skills: readonly SkillEntry<Entry>[] }
  /** A table as wide as the page; `opens` if nothing of its skill stands before it. */
  | {
      readonly kind: 'table'
      readonly skill: Skill
      readonly entry: Entry
      readonly opens: boolean
    }
  /** A skill that is asked for each site, with an entry for each. */
  | { readonly kind: 'sites'; readonly skill: Skill; readonly sites: readonly SkillEntry<Entry>[] }

/** Parts a section's skills by how they are printed, in their order. */
export function partsOf<Entry extends { readonly item: Item }>(
  skills: readonly SkillEntry<Entry>[],
): readonly Part<Entry>[] {
  const parts: Part<Entry>[] = []
  for (const entry of skills) {
    const last = parts.at(-1)
    if (entry.skill.eachSite) {
      if (last?.kind === 'sites' && last.skill === entry.skill) {
        parts.splice(-1, 1, { ...last, sites: [...last.sites, entry] })
      } else parts.push({ kind: 'sites', skill: entry.skill, sites: [entry] })
    } else parts.push(...skillParts(entry))
  }
  return joinRows(parts)
}

function skillParts<Entry extends { readonly item: Item }>({
  skill,
  site,
  entries,
}: SkillEntry<Entry>): readonly Part<Entry>[] {
  const parts: Part<Entry>[] = []
  for (const entry of entries) {
    const last = parts.at(-1)
    if (entry.item.kind === 'table') {
      parts.push({ kind: 'table', skill, entry, opens: parts.length === 0 })
    } else if (last?.kind === 'rows') {
      const [own] = last.skills
      const known = own?.entries ?? []
      parts.splice(-1, 1, { kind: 'rows', skills: [{ skill, site, entries: [...known, entry] }] })
    } else parts.push({ kind: 'rows', skills: [{ skill, site, entries: [entry] }] })
  }
  return parts
}

function joinRows<Entry>(parts: readonly Part<Entry>[]): readonly Part<Entry>[] {
  const joined: Part<Entry>[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (part.kind === 'rows' && last?.kind === 'rows') {
      joined.splice(-1, 1, { kind: 'rows', skills: [...last.skills, ...part.skills] })
    } else joined.push(part)
  }
  return joined
}

/** True where a skill says nothing that the heading above it does not say. */
export function repeatsSection(section: Section, skill: Skill): boolean {
  return section.skills.length === 1 && skill.name.text === section.name.text
}

// --- Heads ----------------------------------------------------------------------------------------

/** What stands over the columns at the right of the items. */
export type Heads =
  | {
      readonly kind: 'levels'
      readonly levels: readonly Level[]
      /** A box of its own for the one way to set a rating aside, where the scale has just one. */
      readonly aside?: SetAsideAnswer
    }
  | { readonly kind: 'statuses' }
  /** Nothing: room for words and for things to tick. */
  | { readonly kind: 'none' }

/** The scale of the first rating; the statuses of a checklist; else no heads. */
export function headsOf(rubric: Rubric, items: readonly Item[]): Heads {
  if (items.some(({ kind }) => kind === 'rating')) {
    const { levels = [], setAside = [] } = mainScale(rubric, items) ?? {}
    const [aside, ...others] = setAside
    return { kind: 'levels', levels, ...(aside && others.length === 0 ? { aside } : {}) }
  }
  return items.some(({ kind }) => kind === 'status') ? { kind: 'statuses' } : { kind: 'none' }
}

/** Two heads are the same if their columns are. */
export function headsKey(heads: Heads): string {
  if (heads.kind !== 'levels') return heads.kind
  return [...heads.levels, ...(heads.aside ? [heads.aside] : [])].map(({ id }) => id).join(' ')
}

/** True for a rating whose levels are those over the columns. */
export function fitsHeads(rubric: Rubric, item: Item, heads: Heads): boolean {
  return (
    item.kind === 'rating' &&
    heads.kind === 'levels' &&
    headsKey(headsOf(rubric, [item])) === headsKey(heads)
  )
}

/** True where a way to set the item aside has a column of its own. */
export function hasAsideColumn(rubric: Rubric, item: Item, heads: Heads): boolean {
  return heads.kind === 'levels' && heads.aside !== undefined && fitsHeads(rubric, item, heads)
}

/** How many columns there are for answers. */
export function answerColumns(heads: Heads): number {
  if (heads.kind === 'levels') return heads.levels.length + (heads.aside ? 1 : 0)
  return heads.kind === 'statuses' ? STATUSES.length : 2
}

const SKILL = { letter: 36, a4: 38 } as const
const BOXES = {
  levels: { letter: 120, a4: 124 },
  statuses: { letter: 96, a4: 100 },
  none: { letter: 130, a4: 140 },
} as const

/** Widths of skill, item and answers; the same on the blank form, so that paper and paper match. */
export function rowColumns(paper: PaperSize, heads: Heads): readonly number[] {
  const { frame } = sheet(paper, 'landscape')
  const answers = BOXES[heads.kind][paper]
  const count = answerColumns(heads)
  const boxes = Array.from({ length: count }, () => answers / count)
  return [SKILL[paper], frame - SKILL[paper] - answers, ...boxes]
}
