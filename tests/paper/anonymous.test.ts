import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { TEAM } from '#core/answer.ts'
import { withoutNames } from '#core/anonymous.ts'
import type { Move } from '#core/moves.ts'
import { buildReport, type Report } from '#core/report.ts'
import { en } from '#messages/en.ts'
import { composeReflection } from '#paper/composeReflection.ts'
import { exportPdf } from '#paper/exportPdf.ts'
import type { Block } from '#paper/blocks.ts'
import { layOut } from '#paper/layout.ts'
import {
  aGrowthEdge,
  aNextStep,
  aParticipant,
  aReflection,
  aResponse,
  aRubric,
  aStrategy,
  aWorkshop,
} from '../support/builders.ts'
import { HALF_EM, textsOf } from './layoutSupport.ts'
import { withPdf } from './readPdf.ts'
import { diskFonts } from './samples.ts'

// On a machine with other work to do.
vi.setConfig({ testTimeout: 60_000 })

const RUBRIC = aRubric()
const ITEM = { rubricId: RUBRIC.id, itemId: 'a.one.1' }
const PARTS = {
  summary: true,
  catalogue: true,
  session: true,
  rubric: true,
  notes: true,
  feedback: true,
}

interface Person {
  name: string
  initials: string
}

const ODD: readonly Person[] = [
  { name: 'Łukasz Šimić', initials: 'ŁŠ' },
  { name: '李明', initials: '李明' },
  { name: 'Bill O’Neil', initials: 'BON' },
  { name: 'May', initials: 'Y' },
  { name: 'Will Zimmer', initials: 'WZ' },
  { name: 'Grace Ωmega', initials: 'GΩ' },
  { name: 'J. Q. Xavier', initials: 'JQX' },
]
const STRANGERS: readonly Person[] = [
  { name: 'Zzyzx Qwfp', initials: 'ZQW' },
  { name: 'Brynjolf Teufel', initials: 'TFL' },
  { name: 'Ngaio Umbridge', initials: 'UMB' },
]

/** A sitting full of people: in every text, as authors, in credits, as who does a step. */
function reportOf(cast: readonly Person[], mode: 'team' | 'individual' = 'team'): Report {
  const everyone = cast.map(({ name, initials }) => `${name}, ${initials}`).join('; ')
  const credit = `(from ${cast.map(({ initials }) => initials).join(', ')})`
  const text = (what: string) => `${what}: ${everyone}.`
  const people = cast.map((person, seat) =>
    aParticipant({ ...person, id: `p${seat}`, role: text('Role'), order: seat }),
  )
  const conflicts = ['name', 'how', 'hard', 'who', 'facilitator', 'text'].map((field) => ({
    field,
    versions: ['One', 'Two'].map((one, at) => ({
      changeId: `c${at}`,
      value: text(one),
      at,
      device: 'd',
    })),
  }))
  const reflection = aReflection({
    mode,
    team: mode === 'individual' ? (cast[0]?.name ?? '') : `${cast[0]?.name ?? ''} hub`,
    facilitator: `${cast[1]?.name ?? ''} and ${cast[2]?.name ?? ''}`,
    participants: mode === 'individual' ? people.slice(0, 1) : people,
    strategies: [
      aStrategy({
        name: text('Note'),
        how: text('How'),
        evidence: text('Seen'),
        credit: people.map(({ id }) => id),
        conflicts,
      }),
    ],
    growthEdges: [aGrowthEdge({ hard: text('Hard'), borrowed: `Calls ${credit}`, conflicts })],
    nextSteps: [
      aNextStep({
        what: text('Do'),
        who: everyone,
        by: text('By'),
        sign: text('Sign'),
        from: `Calls ${credit}`,
        conflicts,
      }),
    ],
    workshop: aWorkshop({
      commitments: [text('Practice')],
      tracks: new Map([[RUBRIC.id, { on: text('On'), off: text('Off') }]]),
      feedback: new Map([['q', text('Feedback')]]),
      solutions: [
        {
          id: 's',
          rubricId: RUBRIC.id,
          sectionId: 'a',
          challengeId: '',
          challenge: text('Challenge'),
          text: text('Help'),
          order: 0,
          deletedElsewhere: false,
          conflicts,
        },
      ],
    }),
    conflicts,
  })
  const responses = [
    ...people.map(({ id }, seat) =>
      aResponse({
        ...ITEM,
        participantId: id,
        answer: ['need', 'great', 'unknown'][seat],
        note: text('Note'),
        conflicts: [
          {
            field: 'note',
            versions: ['One', 'Two'].map((one, at) => ({
              changeId: `c${at}`,
              value: text(one),
              at,
              device: 'd',
            })),
          },
        ],
      }),
    ),
    aResponse({ ...ITEM, participantId: TEAM, answer: 'good', note: text('Agreed') }),
    aResponse({
      ...ITEM,
      itemId: 'a.one.words',
      participantId: 'p0',
      answer: { kind: 'text', text: text('Said') },
    }),
  ]
  return buildReport({ reflection, responses, rubrics: [{ rubric: RUBRIC, hash: 'h' }] })
}

function movesIn(report: Report): ReadonlyMap<string, readonly Move[]> {
  const [need, , good] = RUBRIC.scales[0]?.levels ?? []
  const [person] = report.people
  if (!need || !good || !person) throw new Error('The sample has levels and people.')
  const move = { itemId: 'a.one.1', number: '1.1a', siteId: undefined, from: need, to: good }
  return new Map([[RUBRIC.id, [{ ...move, person }]]])
}

/** Pages and bookmarks, drawn from the report without names; the moves still know who. */
function paperOf(report: Report): { texts: readonly string[]; blocks: readonly Block[] } {
  const blocks = composeReflection({
    report: withoutNames(report, en.summary.someone),
    paper: 'a4',
    parts: PARTS,
    words: en,
    appVersion: '1',
    moves: movesIn(report),
  })
  const { pages, bookmarks } = layOut(blocks, HALF_EM)
  const drawn = pages.flatMap((page) => textsOf(page).map(({ text }) => text))
  return { texts: [...drawn, ...bookmarks.map(({ title }) => title)], blocks }
}

const holds = (text: string, word: string) => {
  const safe = word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(String.raw`(?<![\p{L}\p{N}\p{M}])${safe}(?![\p{L}\p{N}\p{M}])`, 'u').test(text)
}

/** What the app and the rubric say by themselves: "May" can be a month there, never a person. */
const OWN_WORDS = JSON.stringify([RUBRIC, paperOf(reportOf(STRANGERS)).texts])

const threePeople = fc.shuffledSubarray([...ODD], { minLength: 3, maxLength: 3 })

describe('paper without names', () => {
  it('is the same paper whoever was in the room', () => {
    const theirs = paperOf(reportOf(STRANGERS)).texts
    fc.assert(
      fc.property(threePeople, (cast) => {
        expect(paperOf(reportOf(cast)).texts).toEqual(theirs)
      }),
      { numRuns: 20 },
    )
  })

  it('says no name and no initials on any page or bookmark', () => {
    fc.assert(
      fc.property(threePeople, (cast) => {
        const { texts } = paperOf(reportOf(cast))
        for (const word of cast.flatMap(({ name, initials }) => [name, initials])) {
          if (holds(OWN_WORDS, word)) continue
          expect(texts.filter((text) => holds(text, word))).toEqual([])
        }
      }),
      { numRuns: 20 },
    )
  })

  for (const mode of ['team', 'individual'] as const) {
    it(`keeps names out of the file’s bytes, facts, outline and name (${mode})`, async () => {
      const cast = ODD.filter(({ name }) => !['李明', 'May'].includes(name)).slice(0, 3)
      const report = reportOf(cast, mode)
      const made = await exportPdf({
        report: withoutNames(report, en.summary.someone),
        moves: movesIn(report),
        paper: 'letter',
        parts: PARTS,
        words: en,
        appVersion: '1',
        printedAt: '2026-11-22T10:42:00.000Z',
        fonts: diskFonts,
      })
      if (!made.ok) throw new Error(made.problem.kind)
      const words = cast.flatMap(({ name, initials }) => [name, initials, ...name.split(' ')])
      const secret =
        mode === 'individual'
          ? [cast[0], cast[1], cast[2]].flatMap((one) => (one ? [one.name] : []))
          : words
      withPdf(made.value.bytes, ({ text, info, objects }) => {
        const said = [text(), [...info.values()].join('\n'), made.value.name]
        for (const word of secret) {
          expect(
            said.some((one) => holds(one, word)),
            word,
          ).toBe(false)
          expect(objects.includes(utf16(word)), `${word} in the bytes`).toBe(false)
        }
        expect(objects).not.toContain('Xavier')
        expect(made.value.name).toMatch(/^Without names - /)
      })
    })
  }

  it('draws how many stand in a box, and says how to read it', () => {
    const texts = paperOf(reportOf(ODD.slice(0, 3))).texts
    expect(texts.join(' ')).toContain('a number says how many of us')
    expect(texts).toContain('1')
  })
})

/** As a PDF writes letters in its outline and facts: UTF-16, each byte as one letter. */
function utf16(word: string): string {
  return word
    .split('')
    .map((letter) => letter.charCodeAt(0))
    .map((code) => String.fromCharCode(code >> 8, code & 255))
    .join('')
}
