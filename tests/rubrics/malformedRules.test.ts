import { describe, expect, it } from 'vitest'
import { parseRubric } from '#core/rubricParse.ts'
import {
  aDraft,
  faultsOf,
  itSaysWhatIsWrong,
  watchPrototype,
  type Row,
} from '../support/rubricDraft.ts'

const ITEM = 'sections[0].skills[0].items[0]'
const HERE = 'Build membership and engagement › Build membership › method 1.1a'
const SCALE = 'scales[0]'
const FOUR = 'scale “four-boxes”'

const RULES: readonly Row[] = [
  [
    'two items with one id',
    (r) => r.set('sections[0].skills[1].items[0].id', 'a.one.1'),
    {
      path: 'sections[0].skills[1].items[0].id',
      place: 'Build membership and engagement › Develop roles › method 1.2a',
      sentence: /^The id “a\.one\.1” is used twice\./,
    },
  ],
  [
    'a section and an item with one id',
    (r) => r.set('sections[1].id', 'a.one.1'),
    { path: ITEM + '.id', place: HERE, sentence: /used twice/ },
  ],
  [
    'two scales with one id',
    (r) => r.add('scales', r.copy(SCALE)),
    { path: 'scales[1].id', place: FOUR, sentence: /“four-boxes” is used twice/ },
  ],
  [
    'two levels with one id',
    (r) => r.set(`${SCALE}.levels[3].id`, 'good'),
    { path: `${SCALE}.levels[3].id`, place: `${FOUR} › level 4`, sentence: /“good” is used twice/ },
  ],
  [
    'one set-aside answer twice',
    (r) => r.set(`${SCALE}.setAside[1].id`, 'unknown'),
    { path: `${SCALE}.setAside[1].id`, place: FOUR, sentence: /“unknown” is used twice/ },
  ],
  [
    'an id that names a part of every object',
    (r) => r.set(`${ITEM}.id`, 'constructor'),
    { path: `${ITEM}.id`, place: HERE, sentence: '“constructor” cannot be an id. Choose another.' },
  ],
  [
    'two items with one row number',
    (r) => r.set('sections[0].skills[1].items[1].number', '1.2a'),
    {
      path: 'sections[0].skills[1].items[1].number',
      place: 'method 1.2a',
      sentence: /^The number “1\.2a” is used twice\. People write it on paper/,
    },
  ],
  [
    'a row number of another skill',
    (r) => r.set(`${ITEM}.number`, '2.1c'),
    {
      path: `${ITEM}.number`,
      place: 'method 2.1c',
      sentence: 'The number “2.1c” does not fit below “1.1”. Start it with “1.1”.',
    },
  ],
  [
    'a skill number of another section',
    (r) => {
      r.set('sections[1].skills[0].number', '3.1')
      r.set('sections[1].skills[0].items[0].number', '3.1a')
    },
    {
      path: 'sections[1].skills[0].number',
      place: 'Build network culture › Build trust',
      sentence: /“3\.1” does not fit below “2”/,
    },
  ],
  [
    'a skill number that only looks as if it fitted',
    (r) => r.set('sections[0].skills[1].number', '11'),
    {
      path: 'sections[0].skills[1].number',
      place: 'Develop roles',
      sentence: /does not fit below “1”/,
    },
    {
      path: 'sections[0].skills[1].items[0].number',
      place: 'method 1.2a',
      sentence: /does not fit/,
    },
    {
      path: 'sections[0].skills[1].items[1].number',
      place: 'method 1.2b',
      sentence: /does not fit/,
    },
  ],
  [
    'a scale that does not exist',
    (r) => r.set(`${ITEM}.scale`, 'five-boxes'),
    {
      path: `${ITEM}.scale`,
      place: HERE,
      sentence: 'There is no scale “five-boxes”. The scales of this rubric: “four-boxes”.',
    },
  ],
  [
    'a scale that nothing uses',
    (r) =>
      r.add('scales', {
        id: 'spare',
        levels: [
          { id: 'no', label: 'No', short: 'No', asksForStrategy: false },
          { id: 'yes', label: 'Yes', short: 'Yes', asksForStrategy: false },
        ],
        setAside: [],
      }),
    {
      path: 'scales[1]',
      place: 'scale “spare”',
      sentence: 'No item uses this scale. Use it or take it out.',
    },
  ],
  [
    'a lowest level that asks for a strategy',
    (r) => r.set(`${SCALE}.levels[0].asksForStrategy`, true),
    {
      path: `${SCALE}.levels[0].asksForStrategy`,
      place: `${FOUR} › level 1`,
      sentence: /lowest level never asks/,
    },
  ],
  [
    'a level that asks below one that does not',
    (r) => r.set(`${SCALE}.levels[3].asksForStrategy`, false),
    {
      path: `${SCALE}.levels[3].asksForStrategy`,
      place: `${FOUR} › level 4`,
      sentence: /this one must ask too/,
    },
  ],
  [
    'a source that is not listed',
    (r) => r.set(`${ITEM}.source`, ['W-NOWHERE']),
    {
      path: `${ITEM}.source[0]`,
      place: HERE,
      sentence: 'The source “W-NOWHERE” is not listed under "sources". List it or correct it.',
    },
  ],
  [
    'a source that nothing names',
    (r) => r.add('sources', { key: 'SPARE', title: 'A book nobody read' }),
    {
      path: 'sources[1]',
      place: 'source “SPARE”',
      sentence: 'Nothing names this source. Name it where it is used or take it out.',
    },
  ],
  [
    'one source listed twice',
    (r) => r.add('sources', r.copy('sources[0]')),
    { path: 'sources[1].key', place: 'source “DECK”', sentence: /“DECK” is used twice/ },
  ],
  [
    'one source named twice',
    (r) => r.set('title.source', ['DECK', 'DECK']),
    { path: 'title.source', place: 'Title', sentence: 'A source is named twice. Name it once.' },
  ],
  [
    'an adapted item without a source',
    (r) => r.set(`${ITEM}.provenance`, 'adapted'),
    {
      path: `${ITEM}.source`,
      place: HERE,
      sentence: /^What is "adapted" names at least one source; what has none is "drafted"\.$/,
    },
  ],
  [
    'a replacement of an item that is still asked',
    (r) => r.set(`${ITEM}.replacedBy`, 'a.two.1'),
    { path: `${ITEM}.replacedBy`, place: HERE, sentence: /^Only a retired item is replaced/ },
  ],
  [
    'a replacement that does not exist',
    (r) => {
      r.set(`${ITEM}.retired`, true)
      r.set(`${ITEM}.replacedBy`, 'a.nine.9')
    },
    {
      path: `${ITEM}.replacedBy`,
      place: HERE,
      sentence: 'There is no item “a.nine.9” in this rubric. Correct the id.',
    },
  ],
  [
    'replacements in a circle',
    (r) => {
      for (const [from, to] of [
        [0, 'a.two.2'],
        [1, 'a.two.1'],
      ] as const) {
        r.set(`sections[0].skills[1].items[${from}].retired`, true)
        r.set(`sections[0].skills[1].items[${from}].replacedBy`, to)
      }
    },
    {
      path: 'sections[0].skills[1].items[0].replacedBy',
      place: 'method 1.2a',
      sentence: /round in a circle/,
    },
    { path: 'sections[0].skills[1].items[1].replacedBy', place: 'method 1.2b', sentence: /circle/ },
  ],
  [
    'an item that replaces itself',
    (r) => {
      r.set(`${ITEM}.retired`, true)
      r.set(`${ITEM}.replacedBy`, 'a.one.1')
    },
    { path: `${ITEM}.replacedBy`, place: HERE, sentence: /round in a circle/ },
  ],
  [
    'a rubric whose items are all retired',
    (r) => {
      r.set('sections', [r.copy('sections[1]')])
      r.set('sections[0].number', '2')
      r.set('sections[0].skills[0].items[0].retired', true)
    },
    { path: 'sections', place: 'Top of the file', sentence: /^Every item is retired/ },
  ],
  [
    'an item that does not fit its printed row',
    (r) => r.set(`${ITEM}.text`, 'Write it down again. '.repeat(13)),
    { path: `${ITEM}.text`, place: HERE, sentence: /room of 272 letters; five lines .* for 260/ },
  ],
  [
    'an item in a wide script that does not fit',
    (r) => r.set(`${ITEM}.text`, '本網絡的成員來自不同的環境 '.repeat(10)),
    { path: `${ITEM}.text`, place: HERE, sentence: /room of 269 letters/ },
  ],
  [
    'a word that does not fit its column',
    (r) => r.set(`${ITEM}.text`, `Go to ${'x'.repeat(41)} now.`),
    { path: `${ITEM}.text`, place: HERE, sentence: /too long a word for the printed row/ },
  ],
  [
    'a skill name that does not fit',
    (r) => r.set('sections[0].skills[0].name.text', 'Build and monitor membership '.repeat(3)),
    { path: 'sections[0].skills[0].name.text', place: 'Build membership', sentence: /Shorten it/ },
  ],
  [
    'a text that turns the line around',
    (r) => r.set(`${ITEM}.text`, 'Pay \u202Egnihtyna'),
    {
      path: `${ITEM}.text`,
      place: HERE,
      sentence: 'A hidden character (U+202E) stands in this text. Type the text anew.',
    },
  ],
  [
    'a text with a line break',
    (r) => r.set('goal.text', 'One.\nTwo.'),
    {
      path: 'goal.text',
      place: 'Goal',
      sentence: 'A line break stands in this text. Write it on one line.',
    },
  ],
  [
    'a name with a zero-width space',
    (r) => r.set('sections[1].name.text', 'Build\u200Bculture'),
    {
      path: 'sections[1].name.text',
      place: 'BuildU+200Bculture',
      sentence: /hidden character \(U\+200B\)/,
    },
  ],
  [
    'half a character',
    (r) => r.set(`${ITEM}.text`, 'Keep \uD83D promises'),
    { path: `${ITEM}.text`, place: HERE, sentence: /hidden character \(U\+D83D\)/ },
  ],
  [
    'a text that a wrong encoding has garbled',
    (r) => r.set(`${ITEM}.text`, 'Weâ€™re pretty good'),
    {
      path: `${ITEM}.text`,
      place: HERE,
      sentence: /^“â€” shows that the file was saved in a wrong/,
    },
  ],
  [
    'a text that lost its letters',
    (r) => r.set('credit', 'By Jos\uFFFD'),
    { path: 'credit', place: 'Credit line', sentence: /Save it as UTF-8/ },
  ],
  [
    'a language that is none',
    (r) => r.set('lang', 'en-12'),
    { path: 'lang', place: 'Top of the file', sentence: /^“en-12” is not a language tag/ },
  ],
]

watchPrototype()

describe('a rubric that breaks a rule is told so: it has', () => itSaysWhatIsWrong(RULES))

describe('a rubric may', () => {
  it.each<[string, (draft: ReturnType<typeof aDraft>) => void]>([
    [
      'fill its printed row to the last letter',
      (r) => r.set(`${ITEM}.text`, `${'four '.repeat(51)}last.`),
    ],
    ['have gaps in its row numbers', (r) => r.set(`${ITEM}.number`, '1.1z')],
    ['have items in another order than their numbers', swapItems],
    [
      'be flat: section 1, skill 1, items 1.1 and 1.12',
      (r) => {
        r.set('sections', [r.copy('sections[0]')])
        r.set('sections[0].skills', [r.copy('sections[0].skills[0]')])
        r.set('sections[0].skills[0].number', '1')
        r.set('sections[0].skills[0].items[0].number', '1.1')
        r.set('sections[0].skills[0].items[1].number', '1.12')
      },
    ],
    ['have joiners where a script needs them', (r) => r.set('goal.text', 'می\u200Cخواهیم')],
    ['credit a source for what is drafted', (r) => r.set(`${ITEM}.source`, ['DECK'])],
    [
      'retire an item in favor of another that is itself replaced',
      (r) => {
        for (const [from, to] of [
          [0, 'a.two.2'],
          [1, 'b.one.1'],
        ] as const) {
          r.set(`sections[0].skills[1].items[${from}].retired`, true)
          r.set(`sections[0].skills[1].items[${from}].replacedBy`, to)
        }
      },
    ],
    [
      'have scales that never ask for a strategy',
      (r) => {
        r.set('scales[0].levels[2].asksForStrategy', false)
        r.set('scales[0].levels[3].asksForStrategy', false)
      },
    ],
  ])('%s', (_, change) => {
    const draft = aDraft()
    change(draft)
    const result = parseRubric(draft.raw)
    expect(result.ok || result.problem.faults).toBe(true)
  })
})

function swapItems(draft: ReturnType<typeof aDraft>) {
  const items = draft.copy('sections[0].skills[1].items') as unknown[]
  draft.set('sections[0].skills[1].items', items.toReversed())
}

it('lists faults as one meets them in the file, whatever rule found them', () => {
  const draft = aDraft()
  draft.add('sources', { key: 'SPARE', title: 'Unused' })
  draft.set('sections[1].skills[0].items[0].id', 'a.one.1')
  draft.set('sections[0].skills[1].items[1].text', 'x'.repeat(270))
  draft.set('sections[0].skills[1].items[0].scale', 'gone')
  draft.set('sections[0].skills[0].items[0].replacedBy', 'gone')
  draft.set('title.source', ['GONE'])
  expect(faultsOf(() => parseRubric(draft.raw)).map(({ path }) => path)).toEqual([
    'title.source[0]',
    'sections[0].skills[0].items[0].replacedBy',
    'sections[0].skills[1].items[0].scale',
    'sections[0].skills[1].items[1].text',
    'sections[0].skills[1].items[1].text',
    'sections[1].skills[0].items[0].id',
    'sources[0]',
    'sources[1]',
  ])
})
