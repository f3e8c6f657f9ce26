import { describe } from 'vitest'
import { aRubricOfAllKinds } from '../support/builders.ts'
import { itSaysWhatIsWrong, watchPrototype, type Row } from '../support/rubricDraft.ts'

const TABLE = 'sections[0].skills[2].items[0]'
const PLAN = 'One of each › Plan in a table › question 1.3a'
const ROW = `${PLAN} › row “Informal sharing with colleagues”`

const TABLES: readonly Row[] = [
  [
    'no columns',
    (r) => r.set(`${TABLE}.columns`, []),
    { path: `${TABLE}.columns`, place: PLAN, sentence: 'A table has at least one column.' },
  ],
  [
    '13 columns',
    (r) => r.set(`${TABLE}.columns`, many(13, { label: 'One', kind: 'date' })),
    { path: `${TABLE}.columns`, place: PLAN, sentence: 'A table has at most 12 columns.' },
  ],
  [
    '31 rows of its own',
    (r) => r.set(`${TABLE}.rows`, many(31, { label: 'One', provenance: 'drafted', source: [] })),
    { path: `${TABLE}.rows`, place: PLAN, sentence: 'A table has at most 30 rows of its own.' },
  ],
  [
    'a column of an unknown kind',
    (r) => r.set(`${TABLE}.columns[0].kind`, 'number'),
    {
      path: `${TABLE}.columns[0].kind`,
      place: `${PLAN} › column “What it offers”`,
      sentence: '“number” cannot stand here. A column is of kind "text", "choice" or "date".',
    },
  ],
  [
    'a column without a kind',
    (r) => r.drop(`${TABLE}.columns[0].kind`),
    {
      path: `${TABLE}.columns[0].kind`,
      place: 'column “What it offers”',
      sentence: 'The member “kind” is missing. A column is of kind "text", "choice" or "date".',
    },
  ],
  [
    'options of a text column',
    (r) => r.set(`${TABLE}.columns[0].options`, []),
    {
      path: `${TABLE}.columns[0].options`,
      place: 'column “What it offers”',
      sentence: 'There is no member “options” here. Remove it.',
    },
  ],
  [
    'two columns with one id',
    (r) => r.set(`${TABLE}.columns[2].id`, 'offers'),
    {
      path: `${TABLE}.columns[2].id`,
      place: `${PLAN} › column “By when”`,
      sentence: 'The id “offers” is used twice. Each column has its own: give this one another.',
    },
  ],
  [
    'two options of a column with one id',
    (r) => r.set(`${TABLE}.columns[1].options[2].id`, 'now'),
    {
      path: `${TABLE}.columns[1].options[2].id`,
      place: `${PLAN} › column “Decision” › option “Not for us”`,
      sentence: /^The id “now” is used twice\. Each option has its own/,
    },
  ],
  [
    'two rows with one id',
    (r) => r.set(`${TABLE}.rows[1].id`, 'informal'),
    {
      path: `${TABLE}.rows[1].id`,
      place: `${PLAN} › row “Formal presentations”`,
      sentence: 'The id “informal” is used twice. Each row has its own: give this one another.',
    },
  ],
  [
    'a cell of a column it has not',
    (r) => r.set(`${TABLE}.rows[0].cells`, { limits: 'Slow.' }),
    {
      path: `${TABLE}.rows[0].cells.limits`,
      place: ROW,
      sentence: 'There is no text column “limits” in this table. Its text columns: “offers”.',
    },
  ],
  [
    'words in a cell that holds a choice',
    (r) => r.set(`${TABLE}.rows[0].cells`, { decision: 'now' }),
    { path: `${TABLE}.rows[0].cells.decision`, place: ROW, sentence: /no text column “decision”/ },
  ],
  [
    'cells that are a text',
    (r) => r.set(`${TABLE}.rows[0].cells`, 'Uses ties.'),
    {
      path: `${TABLE}.rows[0].cells`,
      place: ROW,
      sentence: 'An object in { } is expected here, not the text “Uses ties.”.',
    },
  ],
  [
    'cells that are null',
    (r) => r.set(`${TABLE}.rows[0].cells`, null),
    {
      path: `${TABLE}.rows[0].cells`,
      place: ROW,
      sentence: 'An object in { } is expected here, not null.',
    },
  ],
  [
    'cells that are a list',
    (r) => r.set(`${TABLE}.rows[0].cells`, ['Uses ties.']),
    { path: `${TABLE}.rows[0].cells.0`, place: ROW, sentence: /^There is no text column “0”/ },
  ],
  [
    'a number in a cell',
    (r) => r.set(`${TABLE}.rows[0].cells`, { offers: 5 }),
    {
      path: `${TABLE}.rows[0].cells.offers`,
      place: ROW,
      sentence: 'A text in double quotes is expected here, not 5.',
    },
  ],
  [
    'a cell under a name that is no id',
    (r) => r.set(`${TABLE}.rows[0].cells`, { 'What it offers': 'Ties.' }),
    {
      path: `${TABLE}.rows[0].cells[“What it offers”]`,
      place: ROW,
      sentence: /^An id has only lower-case letters/,
    },
  ],
  [
    'no rows, and none can be added',
    (r) => {
      r.set(`${TABLE}.rows`, [])
      r.set(`${TABLE}.grows`, false)
    },
    {
      path: `${TABLE}.rows`,
      place: PLAN,
      sentence: 'This table can have no row. Give it rows, or set "grows" to true.',
    },
  ],
  [
    'a row without credit',
    (r) => r.drop(`${TABLE}.rows[0].provenance`),
    {
      path: `${TABLE}.rows[0].provenance`,
      place: ROW,
      sentence: 'The member “provenance” is missing. Add it.',
    },
  ],
  [
    'a row that names a source nobody listed',
    (r) => r.set(`${TABLE}.rows[0].source`, ['GONE']),
    { path: `${TABLE}.rows[0].source[0]`, place: ROW, sentence: /“GONE” is not listed/ },
  ],
  [
    'the head of a column that does not fit',
    (r) => r.set(`${TABLE}.columns[0].label`, 'word '.repeat(9)),
    {
      path: `${TABLE}.columns[0].label`,
      place: PLAN,
      sentence: /head of a column has room for 40/,
    },
  ],
]

/** Entries with ids that differ. */
function many(count: number, entry: object): object[] {
  return Array.from({ length: count }, (_, index) => ({ ...entry, id: `n${index}` }))
}

watchPrototype()

const EVERY_KIND = aRubricOfAllKinds()

describe('a table is told what is wrong: it has', () => itSaysWhatIsWrong(TABLES, EVERY_KIND))
