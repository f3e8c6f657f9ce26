import type { Answer } from '#core/answer.ts'
import type { Site } from '#core/reflection.ts'
import {
  askedItems,
  scaleOf,
  type RatingItem,
  type Rubric,
  type Scale,
  type Section,
  type Skill,
} from '#core/rubric.ts'

/** A box of the printed page: what standing in it means. */
export interface PaperBox {
  /** A name of its own among the boxes of a row. */
  readonly id: string
  readonly label: string
  /** The same in a word or two, where there is little room. */
  readonly short: string
  /** Its number, from 1, or `undefined` for a way to set the row aside. */
  readonly level: number | undefined
  readonly answer: Answer
}

/** A row of the printed page: an item, for one site if it is asked for each. */
export interface PaperRow {
  readonly item: RatingItem
  readonly site: Site | undefined
}

export interface PaperGroup {
  readonly skill: Skill
  readonly site: Site | undefined
  readonly rows: readonly PaperRow[]
}

/** Rows under the same heads. */
export interface PaperTable {
  readonly boxes: readonly PaperBox[]
  readonly groups: readonly PaperGroup[]
}

/** The ratings of a section as they are printed: skill by skill, with new heads where the scale changes. */
export function paperTables(
  rubric: Rubric,
  section: Section,
  sites: readonly Site[],
): readonly PaperTable[] {
  const tables: { scale: Scale; groups: PaperGroup[] }[] = []
  for (const skill of section.skills) {
    for (const site of skill.eachSite ? sites : [undefined]) {
      for (const item of ratingsOf(skill)) {
        const scale = scaleOf(rubric, item)
        const last = tables.at(-1)
        const table = last?.scale === scale ? last : { scale, groups: [] }
        if (table !== last) tables.push(table)
        const group = table.groups.at(-1)
        if (group?.skill === skill && group.site === site) {
          table.groups.splice(-1, 1, { ...group, rows: [...group.rows, { item, site }] })
        } else table.groups.push({ skill, site, rows: [{ item, site }] })
      }
    }
  }
  return tables.map(({ scale, groups }) => ({ boxes: boxesOf(scale), groups }))
}

/** How many items of the section have no boxes to put initials in. */
export function countOthers(section: Section): number {
  return section.skills.flatMap(askedItems).filter(({ kind }) => kind !== 'rating').length
}

function ratingsOf(skill: Skill): readonly RatingItem[] {
  return askedItems(skill).filter((item) => item.kind === 'rating')
}

function boxesOf({ levels, setAside }: Scale): readonly PaperBox[] {
  return [
    ...levels.map((level, index): PaperBox => ({
      id: `level-${level.id}`,
      label: level.label,
      short: level.short,
      level: index + 1,
      answer: { kind: 'level', level: level.id },
    })),
    ...setAside.map(({ id, label }): PaperBox => ({
      id: `aside-${id}`,
      label,
      short: label,
      level: undefined,
      answer: { kind: 'setAside', reason: id },
    })),
  ]
}
