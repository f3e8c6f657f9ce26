import type {
  Column,
  Family,
  Item,
  Provenance,
  Rubric,
  Scale,
  SetAsideAnswer,
  Zone,
} from '#core/rubric.ts'

// What the forms of the editor hold. Members that may be left out of a rubric are always there and
// empty, and an item has the fields of every kind, so that nothing is lost by trying another kind.

export interface CreditForm {
  provenance: Provenance
  source: string[]
  sourceNote: string
}

export interface CreditedForm extends CreditForm {
  text: string
}

export interface OptionForm {
  id: string
  label: string
  hint: string
}

export interface ColumnForm extends OptionForm {
  kind: Column['kind']
  length: 'short' | 'long'
  options: OptionForm[]
}

export interface RowForm extends CreditForm {
  id: string
  label: string
  /** By column id. */
  cells: Record<string, string>
}

export interface ZoneForm extends CreditForm {
  id: string
  letter: string
  name: string
  text: string
  area: Zone['area']
}

export interface ItemForm extends CreditForm {
  kind: Item['kind']
  id: string
  number: string
  text: string
  retired: boolean
  replacedBy: string
  scale: string
  length: 'short' | 'long'
  many: boolean
  options: OptionForm[]
  note: boolean
  answeredBy: 'each' | 'together'
  setAside: SetAsideAnswer[]
  columns: ColumnForm[]
  rows: RowForm[]
  grows: boolean
  across: AxisForm
  up: AxisForm
  zones: ZoneForm[]
  hasGuide: boolean
  guide: { steps: { id: string; question: string; no: string }[]; yes: string }
}

export interface AxisForm {
  label: string
  low: string
  high: string
}

export interface SkillForm {
  id: string
  number: string
  name: CreditedForm
  eachSite: boolean
  items: ItemForm[]
}

export interface ChallengeForm extends CreditedForm {
  id: string
}

export interface StrategyForm extends CreditForm {
  id: string
  name: string
  what: string
  evidence: string
}

/** A paragraph has no id of its own; this one is the form's. */
export interface ParagraphForm extends CreditedForm {
  id: string
}

export interface SectionForm {
  id: string
  number: string
  name: CreditedForm
  about: ParagraphForm[]
  challenges: ChallengeForm[]
  skills: SkillForm[]
  strategies: StrategyForm[]
}

export interface HeadForm {
  id: string
  title: CreditedForm
  shortTitle: string
  subtitle: string
  goal: CreditedForm
  about: ParagraphForm[]
  family: '' | NonNullable<Family>
  status: Rubric['status']
  itemNoun: { one: string; many: string }
  lang: string
  credit: string
}

export interface SourceForm {
  /** The form's own, because the key can change. */
  id: string
  key: string
  /** The key that lines name it by. */
  was: string
  title: string
  url: string
}

/** One form for each part of the editor; only that part's member is filled. */
export interface EditorForm {
  head: HeadForm
  scales: Scale[]
  sources: SourceForm[]
  section: SectionForm
}

/** Everything a line of ours says of where it comes from, until somebody knows better. */
export const OURS: CreditForm = { provenance: 'drafted', source: [], sourceNote: '' }

const AXIS: AxisForm = { label: '', low: '', high: '' }

/** The fields that a kind does not have, as they begin when somebody turns to a kind that has them. */
export const NO_FIELDS = {
  retired: false,
  replacedBy: '',
  scale: '',
  length: 'long',
  many: false,
  options: [],
  note: false,
  answeredBy: 'each',
  setAside: [],
  columns: [],
  rows: [],
  grows: true,
  across: AXIS,
  up: AXIS,
  zones: [],
  hasGuide: false,
  guide: { steps: [], yes: '' },
} as const satisfies Partial<Record<keyof ItemForm, unknown>>
