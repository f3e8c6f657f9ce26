import { describe } from 'vitest'
import { aRubricOfAllKinds } from '../support/builders.ts'
import { itSaysWhatIsWrong, watchPrototype, type Row } from '../support/rubricDraft.ts'

const RATING = 'sections[0].skills[0].items[0]'
const TEXT = 'sections[0].skills[0].items[1]'
const CHOICE = 'sections[0].skills[1].items[0]'
const STATUS = 'sections[0].skills[1].items[2]'
const TABLE = 'sections[0].skills[2].items[0]'
const RATE = 'One of each › Rate and say why'
const ASK = 'One of each › Choose and check'
const PLAN = 'One of each › Plan in a table › question 1.3a'
const KINDS = 'An item is of kind "rating", "choice", "status", "text", "table" or "placement".'

const ITEMS: readonly Row[] = [
  [
    'null among its items',
    (r) => r.set(CHOICE, null),
    {
      path: CHOICE,
      place: `${ASK} › question 1`,
      sentence: 'An object in { } is expected here, not null.',
    },
  ],
  [
    'a number among its items',
    (r) => r.set(CHOICE, 7),
    {
      path: CHOICE,
      place: `${ASK} › question 1`,
      sentence: 'An object in { } is expected here, not 7.',
    },
  ],
  [
    'a list among its items',
    (r) => r.set(CHOICE, []),
    {
      path: CHOICE,
      place: `${ASK} › question 1`,
      sentence: 'An object in { } is expected here, not a list.',
    },
  ],
  [
    'a kind that is a number',
    (r) => r.set(`${CHOICE}.kind`, 2),
    { path: `${CHOICE}.kind`, place: ASK, sentence: `This is 2. ${KINDS}` },
  ],
  [
    'a rating that all give together',
    (r) => r.set(`${RATING}.answeredBy`, 'together'),
    {
      path: `${RATING}.answeredBy`,
      place: `${RATE} › question 1.1a`,
      sentence: 'There is no member “answeredBy” here. Remove it.',
    },
  ],
  [
    'set-aside answers of a rating beside those of its scale',
    (r) => r.set(`${RATING}.setAside`, []),
    {
      path: `${RATING}.setAside`,
      place: `${RATE} › question 1.1a`,
      sentence: 'There is no member “setAside” here. Remove it.',
    },
  ],
  [
    'a note beside a text',
    (r) => r.set(`${TEXT}.note`, true),
    {
      path: `${TEXT}.note`,
      place: `${RATE} › question 1.1b`,
      sentence: 'There is no member “note” here. Remove it.',
    },
  ],
  [
    'an unknown way of answering',
    (r) => r.set(`${STATUS}.answeredBy`, 'all'),
    {
      path: `${STATUS}.answeredBy`,
      place: `${ASK} › question 1.2c`,
      sentence: '“all” cannot stand here. An item is answered by "each" or "together".',
    },
  ],
  [
    'an unknown length of a text',
    (r) => r.set(`${TEXT}.length`, 'huge'),
    {
      path: `${TEXT}.length`,
      place: `${RATE} › question 1.1b`,
      sentence: '“huge” cannot stand here. A text is "short" or "long".',
    },
  ],
  [
    'options of a status',
    (r) => r.set(`${STATUS}.options`, []),
    {
      path: `${STATUS}.options`,
      place: `${ASK} › question 1.2c`,
      sentence: 'There is no member “options” here. Remove it.',
    },
  ],
  [
    'a scale of a choice',
    (r) => r.set(`${CHOICE}.scale`, 'four-boxes'),
    {
      path: `${CHOICE}.scale`,
      place: ASK,
      sentence: 'There is no member “scale” here. Remove it.',
    },
  ],
  [
    'one set-aside answer of an item twice',
    (r) => r.add(`${CHOICE}.setAside`, { id: 'unknown', label: 'Again' }),
    {
      path: `${CHOICE}.setAside[1].id`,
      place: `${ASK} › question 1.2a › set-aside answer 2`,
      sentence:
        'The id “unknown” is used twice. Each set-aside answer has its own: give this one another.',
    },
  ],
  [
    'true in quotes',
    (r) => r.set(`${CHOICE}.retired`, 'true'),
    {
      path: `${CHOICE}.retired`,
      place: `${ASK} › question 1.2a`,
      sentence: 'Write true or false here, without quotes, not the text “true”.',
    },
  ],
  [
    'replacements in a circle across kinds',
    (r) => {
      for (const [from, to] of [
        [CHOICE, 'k.ask.status'],
        [STATUS, 'k.plan.table'],
        [TABLE, 'k.ask.one'],
      ] as const) {
        r.set(`${from}.retired`, true)
        r.set(`${from}.replacedBy`, to)
      }
    },
    {
      path: `${CHOICE}.replacedBy`,
      place: ASK,
      sentence: 'These replacements go round in a circle. One of them must end.',
    },
    { path: `${STATUS}.replacedBy`, place: ASK, sentence: /circle/ },
    { path: `${TABLE}.replacedBy`, place: PLAN, sentence: /circle/ },
  ],
]

const CHOICES: readonly Row[] = [
  [
    'one option only',
    (r) => r.set(`${CHOICE}.options`, [r.copy(`${CHOICE}.options[0]`)]),
    {
      path: `${CHOICE}.options`,
      place: `${ASK} › question 1.2a`,
      sentence: 'There are at least two options to choose from.',
    },
  ],
  [
    '31 options',
    (r) => r.set(`${CHOICE}.options`, many(31, { label: 'One of many' })),
    { path: `${CHOICE}.options`, place: ASK, sentence: /at most 30 options/ },
  ],
  [
    'no options',
    (r) => r.drop(`${CHOICE}.options`),
    {
      path: `${CHOICE}.options`,
      place: ASK,
      sentence: 'The member “options” is missing. Add it.',
    },
  ],
  [
    'two options with one id',
    (r) => r.set(`${CHOICE}.options[1].id`, 'initiate'),
    {
      path: `${CHOICE}.options[1].id`,
      place: `${ASK} › question 1.2a › option “Develop”`,
      sentence: 'The id “initiate” is used twice. Each option has its own: give this one another.',
    },
  ],
  [
    'an option whose id names a part of every object',
    (r) => r.set(`${CHOICE}.options[1].id`, 'constructor'),
    {
      path: `${CHOICE}.options[1].id`,
      place: 'option “Develop”',
      sentence: '“constructor” cannot be an id. Choose another.',
    },
  ],
  [
    'an option without words',
    (r) => r.set(`${CHOICE}.options[2].label`, ' '),
    { path: `${CHOICE}.options[2].label`, place: 'option 3', sentence: /^This text is empty/ },
  ],
  [
    'a hint that is null',
    (r) => r.set(`${CHOICE}.options[1].hint`, null),
    {
      path: `${CHOICE}.options[1].hint`,
      place: 'option “Develop”',
      sentence: 'A text in double quotes is expected here, not null.',
    },
  ],
  [
    'options that are plain texts',
    (r) => r.set(`${CHOICE}.options`, ['Yes', 'No']),
    {
      path: `${CHOICE}.options[0]`,
      place: `${ASK} › question 1.2a › option 1`,
      sentence: 'An object in { } is expected here, not the text “Yes”.',
    },
  ],
  [
    'an option that does not fit its line',
    (r) => r.set(`${CHOICE}.options[0].label`, 'word '.repeat(21)),
    {
      path: `${CHOICE}.options[0].label`,
      place: 'option “word',
      sentence: /an option has room for 100/,
    },
  ],
  [
    'no word on how many may be chosen',
    (r) => r.drop(`${CHOICE}.many`),
    { path: `${CHOICE}.many`, place: ASK, sentence: 'The member “many” is missing. Add it.' },
  ],
]

const HEAD: readonly Row[] = [
  [
    'help that is one text',
    (r) => r.set('about', 'Answer what helps you.'),
    {
      path: 'about',
      place: 'Top of the file',
      sentence: 'A list in [ ] is expected here, not the text “Answer what helps you.”.',
    },
  ],
  [
    'help that is null',
    (r) => r.set('about', null),
    {
      path: 'about',
      place: 'Top of the file',
      sentence: 'A list in [ ] is expected here, not null.',
    },
  ],
  [
    'a paragraph of help without credit',
    (r) => r.set('sections[0].about', [{ text: 'Some help.' }]),
    {
      path: 'sections[0].about[0].provenance',
      place: 'One of each › paragraph 1',
      sentence: 'The member “provenance” is missing. Add it.',
    },
  ],
  [
    'a paragraph of help that claims a source and names none',
    (r) => r.set('about[0].provenance', 'source'),
    { path: 'about[0].source', place: 'paragraph 1', sentence: /names at least one source/ },
  ],
  [
    'eleven paragraphs of help',
    (r) =>
      r.set(
        'about',
        Array.from({ length: 11 }, () => r.copy('about[0]')),
      ),
    { path: 'about', place: 'Top of the file', sentence: 'At most ten paragraphs.' },
  ],
  [
    'a family nobody knows',
    (r) => r.set('family', 'health'),
    {
      path: 'family',
      place: 'Top of the file',
      sentence:
        '“health” cannot stand here. A family is "hub-leadership", "network-health", "improvement" or "workshop".',
    },
  ],
  [
    'no family, said as null',
    (r) => r.set('family', null),
    { path: 'family', place: 'Top of the file', sentence: /^This is null\. A family is/ },
  ],
]

/** Entries with ids that differ. */
function many(count: number, entry: object): object[] {
  return Array.from({ length: count }, (_, index) => ({ ...entry, id: `n${index}` }))
}

watchPrototype()

const EVERY_KIND = aRubricOfAllKinds()

describe('an item is told what is wrong: it has', () => itSaysWhatIsWrong(ITEMS, EVERY_KIND))
describe('a choice is told what is wrong: it has', () => itSaysWhatIsWrong(CHOICES, EVERY_KIND))
describe('a rubric is told what is wrong: it has', () => itSaysWhatIsWrong(HEAD, EVERY_KIND))
