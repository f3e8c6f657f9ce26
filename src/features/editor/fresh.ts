import type { Item, Rubric, Scale } from '#core/rubric.ts'
import { RUBRIC_FORMAT, RUBRIC_FORMAT_VERSION } from '#core/rubricSchema.ts'
import type { Messages } from '#messages/messages.ts'
import {
  NO_FIELDS,
  OURS,
  type ChallengeForm,
  type ColumnForm,
  type CreditedForm,
  type ItemForm,
  type OptionForm,
  type RowForm,
  type SkillForm,
  type StrategyForm,
  type ZoneForm,
} from './formModel.ts'

// What is new: empty lines of ours, and a rubric to start from. Words that become a rubric's own come
// from the messages.

type StarterWords = Messages['editor']['starter']

/** The id of a rubric nobody has named. */
export const UNNAMED = 'untitled-rubric'

const FIRST_SECTION = 'part1'

/** A rubric to start from: four boxes, a section, a skill, a line. Nothing of it is said yet. */
export function freshRubric(words: StarterWords): Rubric {
  const empty = { text: '', provenance: 'drafted', source: [] } as const
  const scale = freshScale('boxes1', words)
  return {
    format: RUBRIC_FORMAT,
    formatVersion: RUBRIC_FORMAT_VERSION,
    id: UNNAMED,
    version: '1.0.0',
    lang: words.lang,
    title: { ...empty, source: [] },
    shortTitle: '',
    goal: { ...empty, source: [] },
    status: 'community-draft',
    itemNoun: { ...words.itemNoun },
    scales: [scale],
    sections: [freshSection(FIRST_SECTION, '1', scale.id)],
    sources: [],
    credit: words.credit,
  }
}

/** Four boxes, worded as people know them. */
export function freshScale(id: string, words: StarterWords): Scale {
  return {
    id,
    levels: words.levels.map(({ label, short }, index) => ({
      id: `${id}.${index + 1}`,
      label,
      short,
      asksForStrategy: index >= 2,
    })),
    setAside: [
      { id: 'unknown', label: words.unknown },
      { id: 'notOurs', label: words.notOurs },
    ],
  }
}

/** @param scale the id of the scale of its first line; without one it asks for words */
export function freshSection(
  id: string,
  number: string,
  scale: string | undefined,
): Rubric['sections'][number] {
  const skill = `${id}.skill1`
  const base = { id: `${skill}.1`, number: `${number}.1a`, text: '' }
  const credit = { provenance: 'drafted' as const, source: [] }
  const item: Item =
    scale === undefined
      ? { kind: 'text', ...base, length: 'long', ...credit }
      : { kind: 'rating', ...base, scale, ...credit }
  return {
    id,
    number,
    name: { text: '', provenance: 'drafted', source: [] },
    challenges: [],
    skills: [
      {
        id: skill,
        number: `${number}.1`,
        name: { text: '', provenance: 'drafted', source: [] },
        items: [item],
      },
    ],
    strategies: [],
  }
}

const ours = () => ({ ...OURS, source: [] })

export function freshText(): CreditedForm {
  return { text: '', ...ours() }
}

export function freshItem(id: string, kind: Item['kind'], scale: string): ItemForm {
  const item: ItemForm = {
    ...structuredClone(NO_FIELDS),
    kind,
    id,
    number: '',
    text: '',
    scale,
    options: [],
    setAside: [],
    columns: [],
    rows: [],
    zones: [],
    guide: { steps: [], yes: '' },
    ...ours(),
  }
  return withKind(item, kind, scale)
}

/** The item answered in another way, with the least that this way needs. */
export function withKind(item: ItemForm, kind: Item['kind'], scale: string): ItemForm {
  const next = { ...item, kind }
  switch (kind) {
    case 'rating':
      return { ...next, scale: item.scale || scale }
    case 'choice':
      return item.options.length > 0
        ? next
        : { ...next, options: [freshOption('option1'), freshOption('option2')] }
    case 'table':
      return item.columns.length > 0 ? next : { ...next, columns: [freshColumn('column1')] }
    case 'placement':
      return item.zones.length > 0
        ? next
        : { ...next, zones: [freshZone('zone1', []), freshZone('zone2', ['A'])] }
    case 'status':
    case 'text':
      return next
  }
}

export function freshSkill(id: string, item: ItemForm): SkillForm {
  return { id, number: '', name: freshText(), eachSite: false, items: [item] }
}

export function freshChallenge(id: string): ChallengeForm {
  return { id, ...freshText() }
}

export function freshStrategy(id: string): StrategyForm {
  return { id, name: '', what: '', evidence: '', ...ours() }
}

export function freshOption(id: string): OptionForm {
  return { id, label: '', hint: '' }
}

export function freshColumn(id: string): ColumnForm {
  return { ...freshOption(id), kind: 'text', length: 'short', options: [] }
}

export function freshRow(id: string): RowForm {
  return { id, label: '', cells: {}, ...ours() }
}

/** A zone with the first letter that is free; the first nine lie side by side on the map. */
export function freshZone(id: string, letters: readonly string[]): ZoneForm {
  const letter = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ').find((each) => !letters.includes(each))
  const left = 33 * (letters.length % 3)
  const bottom = 33 * (Math.floor(letters.length / 3) % 3)
  const area = { left, right: left + 33, bottom, top: bottom + 33 }
  return { id, letter: letter ?? '', name: '', text: '', area, ...ours() }
}
