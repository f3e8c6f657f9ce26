// What stands in which row and column when a rubric is a table. `rubricCsv.ts` goes by this alone: a
// member that has no place here travels in the column "more", so that none can be lost.

/** The columns, in the order in which they are written. */
export const COLUMNS = [
  'what',
  'id',
  'number',
  'text',
  'short or hint',
  'kind',
  'provenance',
  'source',
  'source note',
  'retired',
  'replaced by',
  'more',
] as const

export type CsvColumn = (typeof COLUMNS)[number]
/** The columns that hold a member each. */
export type MemberColumn = Exclude<CsvColumn, 'what' | 'more'>

/** A part of a rubric that is a row: the member in each of its cells, and the rows below it. */
export interface RowKind {
  readonly cells: { readonly [column in MemberColumn]?: string }
  /** Cells that may be empty, beside those that always may. */
  readonly optional?: readonly MemberColumn[]
  readonly below: readonly RowsBelow[]
}

/** Rows below a row, in reading order. */
export interface RowsBelow {
  /** What the first column says. */
  readonly what: string
  /** The member of the upper row's part that they make, as a path with dots. */
  readonly member: string
  /** `list`: a row for each entry. `one`: an object. `value`: a text. `map`: a text for each id. */
  readonly as: 'list' | 'one' | 'value' | 'map'
  readonly kind: RowKind
  /** True where a rubric cannot do without the member; a list may then have no row. */
  readonly needed: boolean
}

/** Columns that are empty more often than not. */
export const OFTEN_EMPTY: readonly MemberColumn[] = [
  'source',
  'source note',
  'retired',
  'replaced by',
]

type As = RowsBelow['as']

const VALUE: RowKind = { cells: { text: 'text' }, below: [] }
const MAP: RowKind = { cells: { id: 'id', text: 'text' }, below: [] }

/** Rows a rubric cannot do without. */
function must(what: string, member: string, kind = VALUE, as: As = 'value'): RowsBelow {
  return { what, member, as, kind, needed: true }
}

/** Rows that some have. */
function may(what: string, member: string, kind = VALUE, as: As = 'value'): RowsBelow {
  return { what, member, as, kind, needed: false }
}

const CREDIT = { provenance: 'provenance', source: 'source', 'source note': 'sourceNote' }

/** The cells of a credited text that is a member of its own. */
function credited(member: string): RowKind['cells'] {
  return {
    text: `${member}.text`,
    provenance: `${member}.provenance`,
    source: `${member}.source`,
    'source note': `${member}.sourceNote`,
  }
}

const PARAGRAPH: RowKind = { cells: { text: 'text', ...CREDIT }, below: [] }
const ABOUT = may('paragraph', 'about', PARAGRAPH, 'list')

const ANSWER: RowKind = { cells: { id: 'id', text: 'label' }, below: [] }

const LEVEL: RowKind = { cells: { id: 'id', text: 'label', 'short or hint': 'short' }, below: [] }
const SCALE: RowKind = {
  cells: { id: 'id' },
  below: [
    must('level', 'levels', LEVEL, 'list'),
    must('set-aside answer', 'setAside', ANSWER, 'list'),
  ],
}

const HINTED = { id: 'id', text: 'label', 'short or hint': 'hint' }
const OPTION: RowKind = { cells: HINTED, optional: ['short or hint'], below: [] }
const OPTIONS = may('option', 'options', OPTION, 'list')
const TABLE_COLUMN: RowKind = {
  cells: { ...HINTED, kind: 'kind' },
  optional: ['short or hint'],
  below: [OPTIONS],
}
const TABLE_ROW: RowKind = {
  cells: { id: 'id', text: 'label', ...CREDIT },
  below: [may('cell', 'cells', MAP, 'map')],
}

const AXIS: RowKind = {
  cells: { text: 'label' },
  below: [must('low end', 'low'), must('high end', 'high')],
}
const ZONE: RowKind = {
  cells: { id: 'id', number: 'letter', text: 'name', ...CREDIT },
  below: [must('how one knows', 'text')],
}
const QUESTION: RowKind = { cells: { id: 'id', text: 'question' }, below: [] }
const GUIDE: RowKind = {
  cells: {},
  below: [must('question', 'steps', QUESTION, 'list')],
}

const ITEM: RowKind = {
  cells: {
    id: 'id',
    number: 'number',
    text: 'text',
    kind: 'kind',
    ...CREDIT,
    retired: 'retired',
    'replaced by': 'replacedBy',
  },
  below: [
    OPTIONS,
    may('column', 'columns', TABLE_COLUMN, 'list'),
    may('row', 'rows', TABLE_ROW, 'list'),
    may('axis across', 'across', AXIS, 'one'),
    may('axis up', 'up', AXIS, 'one'),
    may('zone', 'zones', ZONE, 'list'),
    may('guide', 'guide', GUIDE, 'one'),
    may('set-aside answer', 'setAside', ANSWER, 'list'),
  ],
}

const CHALLENGE: RowKind = { cells: { id: 'id', text: 'text', ...CREDIT }, below: [] }
const SKILL: RowKind = {
  cells: { id: 'id', number: 'number', ...credited('name') },
  below: [must('item', 'items', ITEM, 'list')],
}
const STRATEGY: RowKind = {
  cells: { id: 'id', text: 'name', ...CREDIT },
  below: [must('what people do', 'what'), must('how one knows', 'evidence')],
}
const SECTION: RowKind = {
  cells: { id: 'id', number: 'number', ...credited('name') },
  below: [
    ABOUT,
    must('challenge', 'challenges', CHALLENGE, 'list'),
    must('skill', 'skills', SKILL, 'list'),
    must('strategy', 'strategies', STRATEGY, 'list'),
  ],
}

const SOURCE: RowKind = {
  cells: { id: 'key', text: 'title' },
  below: [may('web address', 'url')],
}

const RUBRIC: RowKind = {
  cells: { id: 'id', ...credited('title'), 'short or hint': 'shortTitle' },
  below: [
    may('subtitle', 'subtitle'),
    must('goal', 'goal', PARAGRAPH, 'one'),
    ABOUT,
    must('credit line', 'credit'),
    must('noun for one', 'itemNoun.one'),
    must('noun for many', 'itemNoun.many'),
    must('version', 'version'),
    must('language', 'lang'),
    must('status', 'status'),
    may('family', 'family'),
    must('scale', 'scales', SCALE, 'list'),
    must('section', 'sections', SECTION, 'list'),
    must('source', 'sources', SOURCE, 'list'),
  ],
}

/** The whole table: one rubric. */
export const TABLE: RowKind = {
  cells: {},
  below: [must('rubric', 'rubric', RUBRIC, 'one')],
}

/** Every word that may stand in the first column. */
export const WHATS: ReadonlySet<string> = new Set(whatsBelow(TABLE))

function whatsBelow(kind: RowKind): string[] {
  return kind.below.flatMap((rows) => [rows.what, ...whatsBelow(rows.kind)])
}
