import type {
  Column,
  CreditedText,
  Item,
  NamedStrategy,
  Option,
  Rubric,
  Section,
  Skill,
  TableItem,
  TableRow,
} from '#core/rubric.ts'
import type {
  ColumnForm,
  CreditedForm,
  CreditForm,
  HeadForm,
  ItemForm,
  OptionForm,
  RowForm,
  SectionForm,
  SkillForm,
  SourceForm,
  StrategyForm,
} from './formModel.ts'

// What the forms hold, as it stands in a rubric: whatever may be left out and is empty is left out,
// and of an item only what its kind has.

/** A member that is left out where it says nothing. */
function filled<K extends string, T>(key: K, value: T | '' | false): Partial<Record<K, T>> {
  const says = Array.isArray(value) ? value.length > 0 : value !== '' && value !== false
  // Safe: the one member there is has the key and the value it was given.
  return (says ? { [key]: value } : {}) as Partial<Record<K, T>>
}

function credit({ provenance, source, sourceNote }: CreditForm): Omit<CreditedText, 'text'> {
  return { provenance, source: [...source], ...filled('sourceNote', sourceNote) }
}

function credited(form: CreditedForm): CreditedText {
  return { text: form.text, ...credit(form) }
}

function option({ id, label, hint }: OptionForm): Option {
  return { id, label, ...filled('hint', hint) }
}

function column(form: ColumnForm): Column {
  const { kind } = form
  switch (kind) {
    case 'text':
      return { kind, ...option(form), length: form.length }
    case 'choice':
      return { kind, ...option(form), options: form.options.map(option) }
    case 'date':
      return { kind, ...option(form) }
  }
}

function row(form: RowForm, columns: readonly ColumnForm[]): TableRow {
  const cells = columns.flatMap(({ id, kind }): [string, string][] => {
    const text = Object.hasOwn(form.cells, id) ? (form.cells[id] ?? '') : ''
    return kind === 'text' && text !== '' ? [[id, text]] : []
  })
  const { id, label } = form
  const kept = cells.length > 0 ? { cells: Object.fromEntries(cells) } : {}
  return { id, label, ...kept, ...credit(form) }
}

function table(form: ItemForm): Pick<TableItem, 'columns' | 'rows' | 'grows'> {
  return {
    columns: form.columns.map(column),
    rows: form.rows.map((each) => row(each, form.columns)),
    grows: form.grows,
  }
}

export function fromItem(form: ItemForm): Item {
  const { kind, id, number, text } = form
  const base = {
    id,
    number,
    text,
    ...credit(form),
    ...filled('retired', form.retired),
    ...(form.retired ? filled('replacedBy', form.replacedBy) : {}),
  }
  const answering = {
    ...(form.answeredBy === 'together' ? { answeredBy: form.answeredBy } : {}),
    ...filled('setAside', form.setAside),
  }
  const note = filled('note', form.note)
  switch (kind) {
    case 'rating':
      return { kind, ...base, scale: form.scale }
    case 'text':
      return { kind, ...base, ...answering, length: form.length }
    case 'choice':
      return {
        kind,
        ...base,
        ...answering,
        ...note,
        many: form.many,
        options: form.options.map(option),
      }
    case 'status':
      return { kind, ...base, ...answering, ...note }
    case 'table':
      return { kind, ...base, ...answering, ...table(form) }
    case 'placement': {
      const { across, up, zones, hasGuide, guide } = form
      const places = zones.map(({ provenance, source, sourceNote, ...zone }) => ({
        ...zone,
        ...credit({ provenance, source, sourceNote }),
      }))
      const map = { across, up, zones: places, ...(hasGuide ? { guide } : {}) }
      return { kind, ...base, ...answering, ...note, ...structuredClone(map) }
    }
  }
}

function skill({ id, number, name, eachSite, items }: SkillForm): Skill {
  return {
    id,
    number,
    name: credited(name),
    ...filled('eachSite', eachSite),
    items: items.map(fromItem),
  }
}

function strategy(form: StrategyForm): NamedStrategy {
  const { id, name, what, evidence } = form
  return { id, name, what, evidence, ...credit(form) }
}

export function fromSection(form: SectionForm): Section {
  return {
    id: form.id,
    number: form.number,
    name: credited(form.name),
    ...filled('about', form.about.map(credited)),
    challenges: form.challenges.map((each) => ({ id: each.id, ...credited(each) })),
    skills: form.skills.map(skill),
    strategies: form.strategies.map(strategy),
  }
}

type Head = Pick<Rubric, Exclude<keyof HeadForm, 'title' | 'goal' | 'about'>> &
  Pick<Rubric, 'title' | 'goal' | 'about'>

/** The members of the head; those left out are taken off the rubric they are laid over. */
export function fromHead(form: HeadForm): Head {
  const { id, shortTitle, subtitle, family, status, itemNoun, lang, credit: line } = form
  return {
    id,
    shortTitle,
    status,
    lang,
    credit: line,
    itemNoun: { ...itemNoun },
    ...filled('subtitle', subtitle),
    ...filled('family', family),
    title: credited(form.title),
    goal: credited(form.goal),
    ...filled('about', form.about.map(credited)),
  }
}

export function fromSources(sources: readonly SourceForm[]): Rubric['sources'] {
  return sources.map(({ key, title, url }) => ({ key, title, ...filled('url', url) }))
}
