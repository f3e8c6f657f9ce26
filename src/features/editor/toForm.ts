import type {
  Column,
  CreditedText,
  Item,
  NamedStrategy,
  Option,
  Rubric,
  Scale,
  Section,
  Skill,
  TableRow,
  Zone,
} from '#core/rubric.ts'
import {
  NO_FIELDS,
  type ColumnForm,
  type CreditedForm,
  type CreditForm,
  type HeadForm,
  type ItemForm,
  type OptionForm,
  type ParagraphForm,
  type RowForm,
  type SectionForm,
  type SkillForm,
  type SourceForm,
  type StrategyForm,
  type ZoneForm,
} from './formModel.ts'

// From a rubric to its forms; `fromForm.ts` goes back.

function toCredit({ provenance, source, sourceNote = '' }: Omit<CreditedText, 'text'>): CreditForm {
  return { provenance, source: [...source], sourceNote }
}

function toCredited(credited: CreditedText): CreditedForm {
  return { text: credited.text, ...toCredit(credited) }
}

function toAbout(about: readonly CreditedText[] = []): ParagraphForm[] {
  return about.map((text, index) => ({ id: `paragraph${index + 1}`, ...toCredited(text) }))
}

function toOption({ id, label, hint = '' }: Option): OptionForm {
  return { id, label, hint }
}

function toColumn(column: Column): ColumnForm {
  return {
    ...toOption(column),
    kind: column.kind,
    length: column.kind === 'text' ? column.length : 'short',
    options: column.kind === 'choice' ? column.options.map(toOption) : [],
  }
}

function toRow(row: TableRow): RowForm {
  return { id: row.id, label: row.label, cells: { ...row.cells }, ...toCredit(row) }
}

function toZone(zone: Zone): ZoneForm {
  const { id, letter, name, text, area } = zone
  return { id, letter, name, text, area: { ...area }, ...toCredit(zone) }
}

export function toItem(item: Item): ItemForm {
  const { kind, id, number, text, retired = false, replacedBy = '' } = item
  const together = 'answeredBy' in item ? (item.answeredBy ?? 'each') : 'each'
  const form: ItemForm = {
    ...structuredClone(NO_FIELDS),
    kind,
    id,
    number,
    text,
    retired,
    replacedBy,
    ...toCredit(item),
    options: [],
    setAside: 'setAside' in item ? (item.setAside ?? []).map((answer) => ({ ...answer })) : [],
    columns: [],
    rows: [],
    zones: [],
    guide: { steps: [], yes: '' },
    note: 'note' in item ? (item.note ?? false) : false,
    answeredBy: together,
  }
  switch (item.kind) {
    case 'rating':
      return { ...form, scale: item.scale }
    case 'text':
      return { ...form, length: item.length }
    case 'choice':
      return { ...form, many: item.many, options: item.options.map(toOption) }
    case 'status':
      return form
    case 'table':
      return {
        ...form,
        grows: item.grows,
        columns: item.columns.map(toColumn),
        rows: item.rows.map(toRow),
      }
    case 'placement':
      return {
        ...form,
        across: { ...item.across },
        up: { ...item.up },
        zones: item.zones.map(toZone),
        hasGuide: item.guide !== undefined,
        guide: item.guide ? structuredClone(item.guide) : form.guide,
      }
  }
}

export function toSkill(skill: Skill): SkillForm {
  const { id, number, name, eachSite = false, items } = skill
  return { id, number, name: toCredited(name), eachSite, items: items.map(toItem) }
}

export function toStrategy(strategy: NamedStrategy): StrategyForm {
  const { id, name, what, evidence } = strategy
  return { id, name, what, evidence, ...toCredit(strategy) }
}

export function toSection(section: Section): SectionForm {
  return {
    id: section.id,
    number: section.number,
    name: toCredited(section.name),
    about: toAbout(section.about),
    challenges: section.challenges.map((each) => ({ id: each.id, ...toCredited(each) })),
    skills: section.skills.map(toSkill),
    strategies: section.strategies.map(toStrategy),
  }
}

export function toHead(rubric: Rubric): HeadForm {
  const { id, title, shortTitle, subtitle = '', goal, about, family = '' } = rubric
  const { status, itemNoun, lang, credit } = rubric
  return {
    id,
    shortTitle,
    subtitle,
    family,
    status,
    lang,
    credit,
    itemNoun: { ...itemNoun },
    title: toCredited(title),
    goal: toCredited(goal),
    about: toAbout(about),
  }
}

export function toSources(rubric: Rubric): SourceForm[] {
  return rubric.sources.map(({ key, title, url = '' }, index) => ({
    id: `source${index + 1}`,
    key,
    was: key,
    title,
    url,
  }))
}

export function toScales(rubric: Rubric): Scale[] {
  return structuredClone(rubric.scales)
}
