import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { suggestInitials } from '#core/people.ts'
import { TEAM } from '#core/answer.ts'
import type { Participant, Reflection, Strategy } from '#core/reflection.ts'
import { buildReport, type Report } from '#core/report.ts'
import { itemsOf, type Rubric } from '#core/rubric.ts'
import hub from '../../rubrics/hub-network-organization.json'
import {
  aGrowthEdge,
  aNextStep,
  aParticipant,
  aReflection,
  aResponse,
  aStrategy,
} from '../support/builders.ts'

/** Reflections as people make them, for looking at and reading back. No dice: a seed decides. */

// Safe: tests/rubrics parses this very file.
export const HUB_RUBRIC = hub as unknown as Rubric

const FACES = {
  regular: 'source-sans-3-regular',
  italic: 'source-sans-3-italic',
  semibold: 'source-sans-3-semibold',
  serif: 'source-serif-4-semibold',
}

/** Our own faces from the disk. */
export async function diskFonts(face: keyof typeof FACES): Promise<Uint8Array> {
  const path = new URL(`../../src/paper/fonts/${FACES[face]}.ttf`, import.meta.url)
  return new Uint8Array(await readFile(fileURLToPath(path)))
}

/** A row of numbers from 0 to 1 that is always the same for a seed. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

export const TEAM_NAMES = [
  'Sam Brown',
  'Mei Lin',
  'Ana Ruiz',
  'Deshawn Carter',
  'Priya Nair',
  'Tomás Ortega',
  'Keisha Long',
  'Bill O’Neil',
  'Zoë Park',
  'Fatima Haddad',
  'Grace Okafor',
  'Jonas Weber',
]

export function peopleNamed(names: readonly string[]): readonly Participant[] {
  const taken: string[] = []
  return names.map((name, index) => {
    const initials = suggestInitials(name, taken)
    taken.push(initials)
    return aParticipant({ id: `p${index + 1}`, name, initials, order: index + 1 })
  })
}

const STRATEGIES: readonly (readonly [string, string, string])[] = [
  [
    'Cohort welcome',
    'A two-day in-person start for each new cohort: why we exist, our aim, the basic methods, and what earlier groups tried and learned.',
    'The second cohort was collecting data in week five; the first one in week eleven.',
  ],
  [
    'Weekly team note',
    'Five lines a week from every team, read by its coach and answered within two days.',
    '9 of 10 teams sent all weekly notes this term. In June the survey on team connections rose from 62 to 78 %.',
  ],
  [
    'Membership guide',
    'One living page on who should be in the network and what belonging asks of them.',
    'Every member who joined since March was recruited with it.',
  ],
  [
    'Plain talk',
    'We present improvement as simple logic with everyday data, and leave the jargon at home.',
    'Teachers explain their test to each other without a template in hand.',
  ],
  [
    'You said, we did',
    'We open each event with two things we changed because of the last feedback.',
    '',
  ],
  [
    'Affinity groups',
    'Standing groups across schools on one part of the theory, chosen by members themselves.',
    'Attendance held above 80 % for the year, and eleven ideas went home and were tested.',
  ],
  [
    'Action-period run sheet',
    'One page for the weeks between convenings: calls, questions to seed, who checks in with whom.',
    'Share of teams active between convenings, by month.',
  ],
]

function strategiesOf(
  count: number,
  { people, rubric }: { people: readonly Participant[]; rubric: Rubric },
): readonly Strategy[] {
  const items = itemsOf(rubric)
  const dice = seeded(count + 7)
  return Array.from({ length: count }, (_, index) => {
    const [name = '', how = '', evidence = ''] = STRATEGIES[index % STRATEGIES.length] ?? []
    const round = Math.floor(index / STRATEGIES.length)
    const first = items[Math.floor(dice() * items.length)]?.item.id ?? ''
    const second = items[Math.floor(dice() * items.length)]?.item.id ?? ''
    return aStrategy({
      id: `st${index + 1}`,
      name: round === 0 ? name : `${name} ${round + 1}`,
      how,
      evidence,
      evidenceKind: evidence === '' ? 'notYet' : index % 2 === 0 ? 'process' : 'survey',
      credit: people.filter(() => dice() < 0.3).map(({ id }) => id),
      items: [first, second].map((itemId) => ({ rubricId: rubric.id, itemId })),
      order: index,
    })
  })
}

export interface Wanted {
  names?: readonly string[]
  strategies?: number
  rubric?: Rubric
  /** Share of items each person answers. */
  answered?: number
  seed?: number
  plan?: boolean
  reflection?: Partial<Reflection>
}

/** A whole report: marks of everyone, strategies, a plan. */
export function aReport(wanted: Wanted = {}): Report {
  const { names = TEAM_NAMES.slice(0, 5), rubric = HUB_RUBRIC, answered = 0.9 } = wanted
  const people = peopleNamed(names)
  const dice = seeded(wanted.seed ?? 1)
  const reflection = aReflection({
    team: 'Cedar Valley hub',
    rubrics: [{ rubricId: rubric.id, hash: 'hash-of-rubric', scope: undefined }],
    participants: people,
    strategies: strategiesOf(wanted.strategies ?? 7, { people, rubric }),
    ...(wanted.plan === false ? {} : aPlan(rubric)),
    ...wanted.reflection,
  })
  const responses = itemsOf(rubric).flatMap(({ item }, row) =>
    people.flatMap(({ id: participantId }, seat) => {
      if (dice() > answered) return []
      const place = { participantId, rubricId: rubric.id, itemId: item.id }
      if (item.kind === 'text') {
        return [
          aResponse({ ...place, answer: { kind: 'text', text: `We wrote this down. ${row}` } }),
        ]
      }
      if (dice() < 0.04)
        return [aResponse({ ...place, answer: dice() < 0.5 ? 'unknown' : 'notOurs' })]
      const levels = rubric.scales[0]?.levels ?? []
      const middle = ((row * 7) % 11) / 10
      const apart = row % 9 === 4 ? seat % 2 : 0
      const spot = Math.floor((middle * 0.65 + dice() * 0.3 + apart * 0.5) * levels.length)
      const level = levels[Math.min(levels.length - 1, Math.max(0, spot))]
      return [aResponse({ ...place, answer: level?.id })]
    }),
  )
  const agreed = itemsOf(rubric)
    .slice(0, 1)
    .map(({ item }) =>
      aResponse({ participantId: TEAM, rubricId: rubric.id, itemId: item.id, answer: 'good' }),
    )
  return buildReport({
    reflection,
    responses: [...responses, ...agreed],
    rubrics: [{ rubric, hash: 'hash-of-rubric' }],
  })
}

function aPlan(rubric: Rubric): Pick<Reflection, 'growthEdges' | 'nextSteps'> {
  const skills = rubric.sections.flatMap((section) => section.skills)
  return {
    growthEdges: [
      aGrowthEdge({
        id: 'g1',
        rubricId: rubric.id,
        skillId: skills[5 % skills.length]?.id ?? '',
        hard: 'Teams hear of each other’s tests only at the convenings, twice a year.',
        borrowed: 'Affinity groups (Harbor hub): standing groups across schools.',
      }),
      aGrowthEdge({
        id: 'g2',
        rubricId: rubric.id,
        skillId: skills[1 % skills.length]?.id ?? '',
        hard: 'A third of our members changed last year.',
        order: 2,
      }),
    ],
    nextSteps: [
      aNextStep({
        what: 'Draft a welcome for the January cohort and try it with two new teams',
        who: 'Ana and Sam',
        by: '2026-12-15',
        sign: 'Both teams can say what their first test will be',
      }),
    ],
  }
}
