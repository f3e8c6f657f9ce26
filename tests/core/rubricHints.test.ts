import { describe, expect, it, test } from 'vitest'
import type { Item, Rubric } from '#core/rubric.ts'
import { hintsOf, twoIdeas, type Hint } from '#core/rubricHints.ts'
import {
  aCreditedText,
  aRatingItem,
  aRubric,
  aRubricOfSize,
  aSection,
  aSkill,
  aTextItem,
} from '../support/builders.ts'

/** A rubric whose one skill asks these texts, rated unless an item says otherwise. */
function asking(texts: readonly (string | Partial<Item>)[], overrides: Partial<Rubric> = {}) {
  const items = texts.map((given, index) => {
    const named = { id: `a.one.${index + 1}`, number: `1.1${'abcdefgh'[index]}` }
    if (typeof given === 'string') return aRatingItem({ ...named, text: given })
    // Safe: the tests give members of a rating or of a text item only.
    return given.kind === 'text'
      ? aTextItem({ ...named, ...(given as object) })
      : aRatingItem({ ...named, ...(given as object) })
  })
  return aRubric({
    sections: [aSection({ challenges: [], strategies: [], skills: [aSkill({ items })] })],
    ...overrides,
  })
}

/** The hints on items as "1.1b similar", with what they carry. */
function said(hints: readonly Hint[]): readonly string[] {
  return hints.map(({ path, kind, ...more }) => {
    const place = path.includes('items') ? `item ${Number(path[5]) + 1}` : path.join('.')
    const rest = Object.values(more).map(String)
    return [place, kind, ...rest].join(' · ')
  })
}

const kinds = (text: string) => hintsOf(asking([text])).map(({ kind }) => kind)

describe('Two ideas in one line', () => {
  it.each([
    ['Plan and run the team meetings.', 'Plan', 'run the team meetings.'],
    ['Collect the data and share it with teams.', 'Collect the data', 'share it with teams.'],
    ['Set goals, and check them each month.', 'Set goals', 'check them each month.'],
    ['We ask for feedback and act on it.', 'We ask for feedback', 'act on it.'],
    [
      'Visit each site and regularly review its data.',
      'Visit each site',
      'regularly review its data.',
    ],
    ['When goals change, tell members and adapt plans.', 'tell members', 'adapt plans.'],
    ['Know the sites; meet their leaders.', 'Know the sites', 'meet their leaders.'],
    ['Meet weekly. Keep short notes.', 'Meet weekly.', 'Keep short notes.'],
    ['Listen to coaches and also to teams.', 'Listen to coaches', 'to teams.'],
    ['Test a change and then spread it.', 'Test a change', 'spread it.'],
  ])('are found in "%s"', (text, first, second) => {
    expect(twoIdeas(text)).toEqual({ first, second })
    expect(kinds(text)).toContain('twoIdeas')
  })

  it.each([
    'Build exchanges between teams and coaches.',
    'Give teams time and support.',
    'Give teams time and support for their work.',
    'Keep track of goals and plans.',
    'Share what works for teams and what does not.',
    'Meet weekly to plan and review.',
    'Make sure that everyone can see and understand the data.',
    'Help teams plan and run their own tests.',
    'Let teams choose and adapt a practice.',
    'Tell and retell a short, shared story.',
    'Follow new users with simple data, and adjust.',
    'Look at depth, and not only at how much a site does.',
    'Weigh informal influence as well as job title.',
    'Use one format: what we tried, what we saw; keep it short.',
    'Ask in this order: Can we do it here? Does it help?',
    'Use everyday evidence (counts and interviews; keep them short).',
    'Invite partners, e.g. The Cedar Institute, to the table.',
    'Talk with Dr. Brown about the plan.',
    'Work with sites in the U.S. West.',
    'Adapt the membership guide as needs shift.',
  ])('are not found in "%s"', (text) => {
    expect(twoIdeas(text)).toBeUndefined()
  })

  it('are only looked for where one mark is the answer', () => {
    const text = 'What went well? What did not?'
    expect(said(hintsOf(asking([{ kind: 'text', text }])))).toEqual([])
    expect(kinds(text)).toEqual(['twoIdeas'])
  })

  it('are found by their marks alone where the rubric is not in English', () => {
    const other = (text: string) => hintsOf(asking([text], { lang: 'es' })).map(({ kind }) => kind)
    expect(other('Plan la reunion and run it today.')).toEqual([])
    expect(other('Conocer los sitios; visitar a sus líderes.')).toEqual(['twoIdeas'])
    expect(other('Reunirse cada semana. Tomar notas breves.')).toEqual(['twoIdeas'])
  })
})

describe('The words of a line', () => {
  it('may be too many for the printed row', () => {
    expect(kinds(`Ask ${'about the work '.repeat(13)}.`)).toEqual([])
    const long = `Ask ${'about the work '.repeat(14)}.`
    expect(said(hintsOf(asking([long])))).toEqual([`item 1 · long · ${long.length} · 260`])
    const wide = '問'.repeat(120)
    expect(said(hintsOf(asking([wide], { lang: 'ja' })))).toEqual(['item 1 · long · 240 · 260'])
  })

  it.each([
    ['Utilize the data.', ['jargon']],
    ['Get buy-in from leaders.', ['jargon']],
    ['Do this in order to learn.', ['jargon']],
    ['Use the data.', []],
    ['Order the list by date.', []],
    ['Keep the bandwidths apart.', []],
    ['KEEP PROMISES', ['capitals']],
    ['Keep ALL YOUR LONG STANDING PROMISES to members.', ['capitals']],
    ['Run PDSA cycles in STEM schools.', []],
    ['NEA TEA', []],
    ['Keep promises', []],
    ['守る約束', []],
  ])('"%s" is told %j', (text, expected) => {
    expect(kinds(text)).toEqual(expected)
  })

  it('of jargon come with what most people would say', () => {
    expect(said(hintsOf(asking(['Leverage the guide.'])))).toEqual([
      'item 1 · jargon · leverage · use',
    ])
  })

  it('of names, challenges and strategies are looked at too', () => {
    const rubric = aRubric({
      goal: aCreditedText('Leverage what we know.'),
      sections: [
        aSection({
          name: aCreditedText('BUILD TRUST'),
          challenges: [{ id: 'a.c1', text: 'Getting buy-in', provenance: 'drafted', source: [] }],
        }),
      ],
    })
    expect(said(hintsOf(rubric))).toEqual([
      'goal.text · jargon · leverage · use',
      'sections.0.name.text · capitals',
      'sections.0.challenges.0.text · jargon · buy-in · agreement',
    ])
  })
})

describe('Lines beside each other', () => {
  it.each([
    ['Keep promises to members.', 'keep  promises, to members', 'same'],
    ['Survey all members each year.', 'Survey members every year.', 'similar'],
    ['Write a guide for new members.', 'Writing guides for the new members', 'similar'],
    ['Tell members what will change next.', 'Tell members what will change.', 'similar'],
  ])('"%s" and "%s" are nearly one', (one, other, kind) => {
    expect(said(hintsOf(asking([one, other])))).toEqual([`item 2 · ${kind} · 1.1a`])
  })

  it.each([
    ['Give teams feedback.', 'Give coaches feedback.'],
    ['Meet with teams.', 'Meet with leaders.'],
    ['Plan the convening with teams.', 'Review the convening with teams.'],
    ['', ''],
  ])('"%s" and "%s" are two', (one, other) => {
    expect(said(hintsOf(asking([one, other])))).toEqual([])
  })

  it('are compared over all sections where they are rated, and else within their skill', () => {
    const words = (id: string, kind: 'rating' | 'text') =>
      asking([{ kind, text: 'Our evidence' }]).sections.map((section) => ({
        ...section,
        id,
        skills: section.skills.map((skill) => ({
          ...skill,
          id: `${id}.k`,
          items: skill.items.map((item) => ({ ...item, id: `${id}.k.1` })),
        })),
      }))
    const twice = (kind: 'rating' | 'text') =>
      aRubric({ sections: [...words('x', kind), ...words('y', kind)] })
    expect(hintsOf(twice('rating')).map(({ kind }) => kind)).toEqual(['same'])
    expect(hintsOf(twice('text'))).toEqual([])
  })

  it('that are retired are compared with nothing', () => {
    const text = 'Keep promises to members.'
    expect(hintsOf(asking([{ text, retired: true }, text]))).toEqual([])
  })

  const VERBS = ['Ask sites.', 'Build trust.', 'Keep notes.', 'Welcome members.']
  it('begin with a verb where most do', () => {
    expect(said(hintsOf(asking([...VERBS, 'The guide is clear.'])))).toEqual(['item 5 · noVerb'])
    expect(hintsOf(asking([...VERBS, 'When plans change, tell members.']))).toEqual([])
    expect(
      hintsOf(asking(['The guide is clear.', 'Our aim is shared.', ...VERBS.slice(2)])),
    ).toEqual([])
    expect(hintsOf(asking([...VERBS, 'The guide is clear.'], { lang: 'de' }))).toEqual([])
  })

  it('are all questions or all statements', () => {
    const statements = ['Ask sites.', 'Build trust.', 'Keep notes.']
    expect(said(hintsOf(asking([...statements, 'Do we meet?'])))).toEqual([
      'item 4 · mixed · question',
    ])
    const questions = ['Do we ask?', 'Do we meet?', 'Is it clear?']
    expect(said(hintsOf(asking([...questions, 'Keep notes.'])))).toEqual([
      'item 4 · mixed · statement',
    ])
    expect(hintsOf(asking([...statements, 'Ask: does it help?']))).toEqual([])
    expect(hintsOf(asking(questions))).toEqual([])
  })
})

describe('A copy', () => {
  const source: Partial<Item> = { provenance: 'source', source: ['DECK'] }
  const before = asking(['Plan and run the meetings.', { text: 'Keep promises.', ...source }])

  test('is left alone where nothing was changed', () => {
    expect(hintsOf(before)).not.toEqual([])
    expect(hintsOf(before, before)).toEqual([])
  })

  test('is told where a line of the source says something else now', () => {
    const reworded = asking([
      'Plan and run the meetings.',
      { text: 'Keep the promises made to sites.', ...source },
    ])
    expect(said(hintsOf(reworded, before))).toEqual(['item 2 · reworded'])
    const adapted = asking([
      'Plan and run the meetings.',
      { text: 'Keep the promises made to sites.', provenance: 'adapted', source: ['DECK'] },
    ])
    expect(hintsOf(adapted, before)).toEqual([])
  })

  test('is told nothing of a comma or a capital', () => {
    const touched = asking(['Plan and run the meetings.', { text: 'Keep, promises', ...source }])
    expect(hintsOf(touched, before)).toEqual([])
  })

  test('is told of a new line that repeats an old one', () => {
    const more = asking([
      'Plan and run the meetings.',
      { ...source, text: 'Keep promises.' },
      'Keep promises!',
    ])
    expect(said(hintsOf(more, before))).toEqual(['item 3 · same · 1.1b'])
  })
})

test('240 lines are looked through within a moment, and an empty draft without a word', () => {
  const large = aRubricOfSize({ sections: 6, skills: 4, items: 10 })
  const start = performance.now()
  hintsOf(large)
  expect(performance.now() - start).toBeLessThan(1000)
  expect(hintsOf(asking(['', '']))).toEqual([])
})
