import { describe } from 'vitest'
import { itSaysWhatIsWrong, watchPrototype, type Row } from '../support/rubricDraft.ts'

const ITEM = 'sections[0].skills[0].items[0]'
const HERE = 'Build membership and engagement › Build membership › method 1.1a'
const SCALE = 'scales[0]'
const FOUR = 'scale “four-boxes”'

const KINDS = 'An item is of kind "rating", "choice", "status", "text", "table" or "placement".'

const SHAPE: readonly Row[] = [
  [
    'an item without an id',
    (r) => r.drop(`${ITEM}.id`),
    { path: `${ITEM}.id`, place: HERE, sentence: 'The member “id” is missing. Add it.' },
  ],
  [
    'an item without a text',
    (r) => r.drop(`${ITEM}.text`),
    { path: `${ITEM}.text`, place: HERE, sentence: 'The member “text” is missing. Add it.' },
  ],
  [
    'an item without provenance',
    (r) => r.drop(`${ITEM}.provenance`),
    {
      path: `${ITEM}.provenance`,
      place: HERE,
      sentence: 'The member “provenance” is missing. Add it.',
    },
  ],
  [
    'an unknown kind',
    (r) => r.set(`${ITEM}.kind`, 'ratting'),
    {
      path: `${ITEM}.kind`,
      place: HERE,
      sentence: `“ratting” cannot stand here. ${KINDS}`,
    },
  ],
  [
    'an item without a kind',
    (r) => r.drop(`${ITEM}.kind`),
    { path: `${ITEM}.kind`, place: HERE, sentence: `The member “kind” is missing. ${KINDS}` },
  ],
  [
    'a misspelt member',
    (r) => {
      r.set(`${ITEM}.txet`, 'Words')
      r.drop(`${ITEM}.text`)
    },
    { path: `${ITEM}.text`, place: HERE, sentence: 'The member “text” is missing. Add it.' },
    {
      path: `${ITEM}.txet`,
      place: HERE,
      sentence: 'There is no member “txet” here. Did you mean “text”?',
    },
  ],
  [
    'a misspelt member deep in a list',
    (r) => r.set(`${SCALE}.levels[1].asksForStratgy`, true),
    {
      path: `${SCALE}.levels[1].asksForStratgy`,
      place: `${FOUR} › level 2`,
      sentence: 'There is no member “asksForStratgy” here. Did you mean “asksForStrategy”?',
    },
  ],
  [
    'a member with two slips, one of them a swap',
    (r) => r.set('sections[0].strategies[0].evidnec', 'Words'),
    {
      path: 'sections[0].strategies[0].evidnec',
      place: 'strategy “Membership guide”',
      sentence: 'There is no member “evidnec” here. Did you mean “evidence”?',
    },
  ],
  [
    'a member nobody knows',
    (r) => r.set('weighting', 3),
    {
      path: 'weighting',
      place: 'Top of the file',
      sentence: 'There is no member “weighting” here. Remove it.',
    },
  ],
  [
    'a known member in the wrong place',
    (r) => r.set(`${ITEM}.sections`, []),
    {
      path: `${ITEM}.sections`,
      place: HERE,
      sentence: 'There is no member “sections” here. Remove it.',
    },
  ],
  [
    'a number in place of a text',
    (r) => r.set(`${ITEM}.text`, 7),
    {
      path: `${ITEM}.text`,
      place: HERE,
      sentence: 'A text in double quotes is expected here, not 7.',
    },
  ],
  [
    'null in place of a text',
    (r) => r.set('goal.text', null),
    {
      path: 'goal.text',
      place: 'Goal',
      sentence: 'A text in double quotes is expected here, not null.',
    },
  ],
  [
    'a text in place of true or false',
    (r) => r.set(`${SCALE}.levels[2].asksForStrategy`, 'yes'),
    {
      path: `${SCALE}.levels[2].asksForStrategy`,
      place: `${FOUR} › level 3`,
      sentence: 'Write true or false here, without quotes, not the text “yes”.',
    },
  ],
  [
    'an object in place of a list',
    (r) => r.set('sections', { one: {} }),
    {
      path: 'sections',
      place: 'Top of the file',
      sentence: 'A list in [ ] is expected here, not an object.',
    },
  ],
  [
    'a list in place of an object',
    (r) => r.set('sections[0]', []),
    {
      path: 'sections[0]',
      place: 'section 1',
      sentence: 'An object in { } is expected here, not a list.',
    },
  ],
  [
    'a text in place of an object',
    (r) => r.set('title', 'Managing the network'),
    {
      path: 'title',
      place: 'Title',
      sentence: 'An object in { } is expected here, not the text “Managing the network”.',
    },
  ],
  [
    'an empty text',
    (r) => r.set(`${ITEM}.text`, '   '),
    { path: `${ITEM}.text`, place: HERE, sentence: /^This text is empty\. Write it/ },
  ],
  [
    'a text of 601 characters',
    (r) => r.set('credit', 'x '.repeat(301)),
    { path: 'credit', place: 'Credit line', sentence: /longer than 600 characters/ },
  ],
  [
    'an id with capitals and spaces',
    (r) => r.set(`${ITEM}.id`, 'Net Culture'),
    { path: `${ITEM}.id`, place: HERE, sentence: /^An id has only lower-case letters/ },
  ],
  [
    'an id that could leave the folder',
    (r) => r.set('id', '../../etc/passwd'),
    { path: 'id', place: 'Top of the file', sentence: /^An id has only lower-case letters/ },
  ],
  [
    'an id with a slash',
    (r) => r.set(`${ITEM}.id`, 'a/b'),
    { path: `${ITEM}.id`, place: HERE, sentence: /^An id has only/ },
  ],
  [
    'an unknown provenance',
    (r) => r.set(`${ITEM}.provenance`, 'invented'),
    {
      path: `${ITEM}.provenance`,
      place: HERE,
      sentence: '“invented” cannot stand here. Provenance is "source", "adapted" or "drafted".',
    },
  ],
  [
    'an unknown status',
    (r) => r.set('status', 'official'),
    { path: 'status', place: 'Top of the file', sentence: /A status is "based-on"/ },
  ],
  [
    'a version that is none',
    (r) => r.set('version', 'v2'),
    { path: 'version', place: 'Top of the file', sentence: 'A version looks like "1.2.0".' },
  ],
  [
    'a row number that is none',
    (r) => r.set(`${ITEM}.number`, 'first'),
    {
      path: `${ITEM}.number`,
      place: 'Build membership and engagement › Build membership › method first',
      sentence: 'A row number looks like "1.2b".',
    },
  ],
  [
    'no sections at all',
    (r) => r.set('sections', []),
    { path: 'sections', place: 'Top of the file', sentence: /at least one section/ },
  ],
  [
    'a section without skills',
    (r) => r.set('sections[1].skills', []),
    { path: 'sections[1].skills', place: 'Build network culture', sentence: /at least one skill/ },
  ],
  [
    'a skill without items',
    (r) => r.set('sections[1].skills[0].items', []),
    {
      path: 'sections[1].skills[0].items',
      place: 'Build network culture › Build trust',
      sentence: /at least one item/,
    },
  ],
  [
    'a scale with one level',
    (r) => r.set(`${SCALE}.levels`, [r.copy(`${SCALE}.levels[0]`)]),
    { path: `${SCALE}.levels`, place: FOUR, sentence: /at least two levels/ },
  ],
  [
    'a set-aside answer of our own making',
    (r) => r.set(`${SCALE}.setAside[0].id`, 'later'),
    {
      path: `${SCALE}.setAside[0].id`,
      place: `${FOUR} › set-aside answer 1`,
      sentence: /“later” cannot stand here/,
    },
  ],
  [
    'a link that runs something',
    // oxlint-disable-next-line no-script-url -- the very thing to refuse
    (r) => r.set('sources[0].url', 'javascript:alert(1)'),
    { path: 'sources[0].url', place: 'source “DECK”', sentence: /starts with "https:\/\/"/ },
  ],
  [
    'a strategy whose name fills a page',
    (r) => r.set('sections[0].strategies[0].name', 'Weekly '.repeat(20)),
    {
      path: 'sections[0].strategies[0].name',
      place: 'Build membership and engagement › strategy “Weekly Weekly',
      sentence: 'A strategy name has at most 80 characters.',
    },
  ],
]

const FORMAT: readonly Row[] = [
  [
    'a newer format version',
    (r) => r.set('formatVersion', 2),
    {
      path: 'formatVersion',
      place: 'Top of the file',
      sentence:
        'This rubric is written in format 2, which is newer than this app. Update the app, then open it again.',
    },
  ],
  [
    'a newer format whose content nobody here can read',
    (r) => {
      r.set('formatVersion', 3)
      r.set('sections', 'in another shape')
    },
    { path: 'formatVersion', place: 'Top of the file', sentence: /format 3, which is newer/ },
  ],
  [
    'an impossible format version',
    (r) => r.set('formatVersion', 0),
    {
      path: 'formatVersion',
      place: 'Top of the file',
      sentence: 'This is 0. A rubric file says "formatVersion": 1.',
    },
  ],
  [
    'a format version as text',
    (r) => r.set('formatVersion', '1'),
    { path: 'formatVersion', place: 'Top of the file', sentence: /“1” cannot stand here/ },
  ],
  [
    'no format version',
    (r) => r.drop('formatVersion'),
    { path: 'formatVersion', place: 'Top of the file', sentence: /“formatVersion” is missing/ },
  ],
  [
    'a foreign format',
    (r) => r.set('format', 'hub-reflect-copy'),
    {
      path: 'format',
      place: 'Top of the file',
      sentence: /^This file says it is “hub-reflect-copy”\. A rubric file says "format"/,
    },
  ],
  [
    'no format at all',
    (r) => r.drop('format'),
    {
      path: 'format',
      place: 'Top of the file',
      sentence: /^This does not say that it is a rubric/,
    },
  ],
]

watchPrototype()

describe('a rubric of the wrong shape is told so: it has', () => itSaysWhatIsWrong(SHAPE))
describe('a file of the wrong format is told so: it has', () => itSaysWhatIsWrong(FORMAT))
