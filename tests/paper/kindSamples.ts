import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { TEAM, type Answer, type AnswerPlace, type Response } from '#core/answer.ts'
import type { Participant, Reflection, Site } from '#core/reflection.ts'
import { buildReport, type Report } from '#core/report.ts'
import {
  askedItems,
  isTogether,
  setAsideOf,
  scaleOf,
  STATUSES,
  type Item,
  type Rubric,
} from '#core/rubric.ts'
import { en } from '#messages/en.ts'
import { composeBlank } from '#paper/composeBlank.ts'
import { composeReflection } from '#paper/composeReflection.ts'
import { layOut, type LaidDocument } from '#paper/layout.ts'
import type { Measure } from '#paper/measure.ts'
import type { PaperSize } from '#paper/theme.ts'
import { aParticipant, aReflection, aResponse } from '../support/builders.ts'
import { HALF_EM, textsOf } from './layoutSupport.ts'
import { seeded } from './samples.ts'

/** Reports with answers of every kind, for any rubric: a seed decides who says what. */

const FOLDER = fileURLToPath(new URL('../../rubrics', import.meta.url))

/** Every instrument that is shipped. */
export const INSTRUMENTS: readonly Rubric[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
  .map((name) => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')))

export function instrument(id: string): Rubric {
  const found = INSTRUMENTS.find((rubric) => rubric.id === id)
  if (!found) throw new Error(`There is no rubric "${id}".`)
  return found
}

export function aSite(overrides: Partial<Site> = {}): Site {
  return {
    id: 's0',
    name: 'Cedar School',
    order: 0,
    deletedElsewhere: false,
    conflicts: [],
    ...overrides,
  }
}

export interface KindsWanted {
  readonly people?: number
  readonly sites?: number
  /** Share of questions answered. */
  readonly answered?: number
  /** Share of questions set aside where that is possible. */
  readonly aside?: number
  readonly seed?: number
  readonly reflection?: Partial<Reflection>
  /** What people write; a word of its own for each place, if wanted. */
  readonly say?: (place: AnswerPlace, what: string) => string
}

/** A report in which everybody answers, each kind in its way. */
export function aKindsReport(rubrics: readonly Rubric[], wanted: KindsWanted = {}): Report {
  const { people: count = 3, sites: siteCount = 3, answered = 1, aside = 0.1, seed = 5 } = wanted
  const dice = seeded(seed)
  const participants = Array.from({ length: count }, (_, index) =>
    aParticipant({ id: `p${index}`, initials: `P${index}`, name: `Person ${index}`, order: index }),
  )
  const sites = Array.from({ length: siteCount }, (_, index) =>
    aSite({ id: `s${index}`, name: `Site number ${index + 1}`, order: index }),
  )
  const pins = rubrics.map(({ id }) => ({ rubricId: id, hash: `hash-${id}`, scope: undefined }))
  const reflection = aReflection({ participants, sites, rubrics: pins, ...wanted.reflection })
  const say = wanted.say ?? (() => 'We wrote this down.')
  const context = { dice, say, answered, aside }
  return buildReport({
    reflection,
    responses: rubrics.flatMap((rubric) => responsesTo(rubric, reflection, context)),
    rubrics: rubrics.map((rubric) => ({ rubric, hash: `hash-${rubric.id}` })),
  })
}

interface Context {
  readonly dice: () => number
  readonly say: NonNullable<KindsWanted['say']>
  readonly answered: number
  readonly aside: number
}

function responsesTo(
  rubric: Rubric,
  { participants, sites }: Reflection,
  context: Context,
): readonly Response[] {
  return rubric.sections.flatMap(({ skills }) =>
    skills.flatMap((skill) =>
      (skill.eachSite ? sites : [undefined]).flatMap((site) =>
        askedItems(skill).flatMap((item) =>
          voicesOf(item, participants).flatMap((participantId) =>
            responseTo(rubric, item, { participantId, site }, context),
          ),
        ),
      ),
    ),
  )
}

function voicesOf(item: Item, people: readonly Participant[]): readonly string[] {
  return isTogether(item) ? [TEAM] : people.map(({ id }) => id)
}

function responseTo(
  rubric: Rubric,
  item: Item,
  { participantId, site }: { participantId: string; site: Site | undefined },
  { dice, say, answered, aside }: Context,
): readonly Response[] {
  if (dice() > answered) return []
  const place = { participantId, rubricId: rubric.id, itemId: item.id, siteId: site?.id }
  const [first] = setAsideOf(rubric, item)
  const answer: Answer =
    first && dice() < aside
      ? { kind: 'setAside', reason: first.id }
      : answerTo(rubric, item, { dice, say: (what) => say(place, what) })
  const note = 'note' in item && item.note ? say(place, 'note') : ''
  return [aResponse({ ...place, answer, note })]
}

function answerTo(
  rubric: Rubric,
  item: Item,
  { dice, say }: { dice: () => number; say: (what: string) => string },
): Answer {
  const oneOf = <T>(all: readonly T[]): T => {
    const found = all[Math.floor(dice() * all.length)]
    if (found === undefined) throw new Error('There is nothing to choose from.')
    return found
  }
  switch (item.kind) {
    case 'rating':
      return { kind: 'level', level: oneOf(scaleOf(rubric, item).levels).id }
    case 'choice': {
      const one = oneOf(item.options).id
      const more = item.many ? item.options.filter(() => dice() < 0.3).map(({ id }) => id) : []
      return { kind: 'options', options: [...new Set([one, ...more])] }
    }
    case 'status':
      return { kind: 'status', status: oneOf(STATUSES) }
    case 'text':
      return { kind: 'text', text: say('text') }
    case 'placement': {
      const { id, area } = oneOf(item.zones)
      const x = area.left + dice() * (area.right - area.left)
      return { kind: 'placement', zone: id, x, y: (area.bottom + area.top) / 2 }
    }
    case 'table': {
      const ids = [
        ...item.rows.map(({ id }) => ({ id, isAdded: false })),
        ...(item.grows ? [{ id: 'added', isAdded: true }] : []),
      ]
      const rows = ids.map(({ id, isAdded }) => ({
        id,
        isAdded,
        cells: Object.fromEntries(
          item.columns.map((column) => {
            if (column.kind === 'choice') return [column.id, oneOf(column.options).id]
            if (column.kind === 'date') return [column.id, '2026-12-15']
            return [column.id, say(`${id}-${column.id}`)]
          }),
        ),
      }))
      return { kind: 'table', rows }
    }
  }
}

const PARTS = { summary: true, catalogue: true, session: true, rubric: true, notes: true }

/** The pages of a report's paper. */
export function laidReport(
  report: Report,
  {
    paper = 'letter',
    parts = PARTS,
    measure = HALF_EM,
  }: { paper?: PaperSize; parts?: Partial<typeof PARTS>; measure?: Measure } = {},
): LaidDocument {
  const whole = { summary: false, catalogue: false, rubric: false, ...parts }
  const blocks = composeReflection({ report, paper, parts: whole, words: en, appVersion: '1' })
  return layOut(blocks, measure)
}

/** The pages of a blank form. */
export function laidBlank(
  rubric: Rubric,
  { paper = 'letter', measure = HALF_EM }: { paper?: PaperSize; measure?: Measure } = {},
): LaidDocument {
  const form = { rubric, paper, boxes: 'usual', strategyLines: false } as const
  const blocks = composeBlank({
    ...form,
    sectionIds: undefined,
    words: en,
    appVersion: '1',
    fingerprint: 'abc',
  })
  return layOut(blocks, measure)
}

/** Everything on the pages as one line of words. */
export function saidOn({ pages }: LaidDocument): string {
  return pages
    .map((page) =>
      textsOf(page)
        .map(({ text }) => text)
        .join(' '),
    )
    .join(' ')
    .replace(/[\s\u00A0]+/g, ' ')
}
