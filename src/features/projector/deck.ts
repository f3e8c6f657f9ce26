import { isGiven, type ItemReport } from '#core/itemReport.ts'
import { isPrivate, withoutPrivate } from '#core/privacy.ts'
import { itemRefKey, type GrowthEdge, type NextStep, type Participant } from '#core/reflection.ts'
import {
  askedFor,
  buildReport,
  type Report,
  type ReportInput,
  type RubricReport,
  type SectionReport,
  type SkillReport,
  type StrategyReport,
} from '#core/report.ts'
import { askedItems, isTogether, type Rubric, type Section } from '#core/rubric.ts'
import { TIMED_STEPS, type TimedStep } from '#core/sessionPlan.ts'

/** One thing on the wall. `id` names it among all of a session. */
export type Slide = { readonly id: string; readonly step: TimedStep } & (
  | { readonly kind: 'people' }
  | { readonly kind: 'expect' }
  | { readonly kind: 'commitments'; readonly words: readonly string[] }
  | { readonly kind: 'domain'; readonly of: RubricReport }
  /** While the marks are private: who is done, and nothing else. */
  | {
      readonly kind: 'done'
      readonly of: RubricReport
      readonly section: Section
      readonly done: readonly Participant[]
    }
  | {
      readonly kind: 'marks'
      readonly of: RubricReport
      readonly section: Section
      readonly skill: SkillReport
      /** As many of its rows as a wall holds. */
      readonly rows: readonly ItemReport[]
    }
  | { readonly kind: 'talkFirst'; readonly of: RubricReport; readonly item: ItemReport }
  | {
      readonly kind: 'strengths'
      readonly of: RubricReport
      readonly section: Section
      readonly strategies: readonly StrategyReport[]
    }
  | {
      readonly kind: 'growth'
      readonly of: RubricReport
      readonly edges: readonly GrowthEdge[]
    }
  | { readonly kind: 'nothing'; readonly waits: (typeof WAITING)[number] }
  | { readonly kind: 'steps'; readonly steps: readonly NextStep[] }
  | { readonly kind: 'thanks' }
)

export interface Deck {
  readonly report: Report
  readonly slides: readonly Slide[]
}

/** The steps that have nothing to show until someone has entered something. */
const WAITING = ['learn', 'reflect', 'share', 'plan'] as const

/** How much a wall holds so that the last row of chairs can read it. */
const STRATEGIES_A_SLIDE = 3
const EDGES_A_SLIDE = 3
const STEPS_A_SLIDE = 4

/** Everything that can be on the wall, in the order of the session; nothing of it is private. */
export function deckOf(input: ReportInput): Deck {
  const report = buildReport(withoutPrivate(input))
  const byStep: Readonly<Record<TimedStep, readonly Slide[]>> = {
    setup: [
      { id: 'people', step: 'setup', kind: 'people' },
      { id: 'expect', step: 'setup', kind: 'expect' },
    ],
    learn: learnSlides(report),
    reflect: report.rubrics.flatMap((of) => reflectSlides(input, report, of)),
    share: shareSlides(report),
    plan: inParts(report.nextSteps, STEPS_A_SLIDE).map((steps, part): Slide => ({
      id: `steps/${part}`,
      step: 'plan',
      kind: 'steps',
      steps,
    })),
    summary: [{ id: 'thanks', step: 'summary', kind: 'thanks' }],
  }
  return {
    report,
    slides: TIMED_STEPS.flatMap((step) => {
      const waits = WAITING.find((each) => each === step)
      const nothing: readonly Slide[] = waits
        ? [{ id: `nothing/${step}`, step, kind: 'nothing', waits }]
        : []
      return byStep[step].length > 0 ? byStep[step] : nothing
    }),
  }
}

/** The slide of a place of the leading window: of its section, where there is one, else of its step. */
export function slideAt(
  slides: readonly Slide[],
  place: {
    readonly step: TimedStep
    readonly rubricId: string | undefined
    readonly sectionId: string | undefined
  },
): Slide | undefined {
  const ofStep = slides.filter(({ step }) => step === place.step)
  const ofRubric = ofStep.filter((slide) => 'of' in slide && slide.of.rubric.id === place.rubricId)
  const ofSection = ofRubric.find(
    (slide) => 'section' in slide && slide.section.id === place.sectionId,
  )
  return ofSection ?? ofRubric[0] ?? ofStep[0]
}

function learnSlides({ rubrics, reflection }: Report): readonly Slide[] {
  const domains = rubrics.map((of): Slide => ({
    id: `domain/${of.rubric.id}`,
    step: 'learn',
    kind: 'domain',
    of,
  }))
  const words = reflection.workshop.commitments.filter((each) => each.trim() !== '')
  const commitments: Slide = { id: 'commitments', step: 'learn', kind: 'commitments', words }
  return words.length > 0 ? [...domains, commitments] : domains
}

function reflectSlides(input: ReportInput, report: Report, of: RubricReport): readonly Slide[] {
  return of.sections.flatMap((sectionReport): readonly Slide[] => {
    const { section } = sectionReport
    const key = `${of.rubric.id}/${section.id}`
    if (isPrivate(report.reflection, of.rubric.id, section)) {
      const done = whoIsDone(input, of.rubric, section)
      return [{ id: `done/${key}`, step: 'reflect', kind: 'done', of, section, done }]
    }
    return marksSlides(of, sectionReport, key)
  })
}

function marksSlides(
  of: RubricReport,
  { section, skills }: SectionReport,
  key: string,
): readonly Slide[] {
  return skills.flatMap((skill) =>
    rowsInParts(skill.items).map((rows, part): Slide => ({
      id: `marks/${key}/${skill.skill.id}/${skill.site?.id ?? ''}/${part}`,
      step: 'reflect',
      kind: 'marks',
      of,
      section,
      skill,
      rows,
    })),
  )
}

/** About how many letters of a row's text stand in one line on the wall, and how many lines fit. */
const LETTERS_A_LINE = 40
const LINES_A_SLIDE = 11

function rowsInParts(items: readonly ItemReport[]): readonly (readonly ItemReport[])[] {
  const parts: { lines: number; rows: ItemReport[] }[] = []
  for (const report of items) {
    // Two lines of initials, and some air, are the least a row takes.
    const lines = Math.max(2, Math.ceil(report.item.text.length / LETTERS_A_LINE)) + 1
    const last = parts.at(-1)
    if (last && last.lines + lines <= LINES_A_SLIDE) {
      last.lines += lines
      last.rows.push(report)
    } else parts.push({ lines, rows: [report] })
  }
  return parts.map(({ rows }) => rows)
}

/**
 * The people who have answered all that is asked of each in a section, whatever they said. The one
 * thing that is read of private answers.
 */
export function whoIsDone(
  { reflection, responses }: ReportInput,
  rubric: Rubric,
  section: Section,
): readonly Participant[] {
  const keyOf = (ref: { rubricId: string; itemId: string; siteId: string | undefined }) =>
    `${itemRefKey(ref)}/${ref.siteId ?? ''}`
  const asked = section.skills.flatMap((skill) =>
    askedFor(skill, reflection.sites).flatMap((site) =>
      askedItems(skill)
        .filter((item) => !isTogether(item))
        .map(({ id }) => keyOf({ rubricId: rubric.id, itemId: id, siteId: site?.id })),
    ),
  )
  return reflection.participants.filter(({ id }) => {
    const given = new Set(
      responses
        .filter(({ participantId, answer }) => participantId === id && isGiven(answer))
        .map(keyOf),
    )
    return asked.length > 0 && asked.every((key) => given.has(key))
  })
}

function shareSlides({ rubrics }: Report): readonly Slide[] {
  return [
    ...rubrics.flatMap((of) =>
      of.talkFirst.map((item): Slide => ({
        id: `talk/${of.rubric.id}/${item.key}`,
        step: 'share',
        kind: 'talkFirst',
        of,
        item,
      })),
    ),
    ...rubrics.flatMap((of) =>
      of.sections.flatMap(({ section, strategies: all }) =>
        inParts(all, STRATEGIES_A_SLIDE).map((strategies, part): Slide => ({
          id: `strengths/${of.rubric.id}/${section.id}/${part}`,
          step: 'share',
          kind: 'strengths',
          of,
          section,
          strategies,
        })),
      ),
    ),
    ...rubrics.flatMap((of) =>
      inParts(of.growthEdges, EDGES_A_SLIDE).map((edges, part): Slide => ({
        id: `growth/${of.rubric.id}/${part}`,
        step: 'share',
        kind: 'growth',
        of,
        edges,
      })),
    ),
  ]
}

function inParts<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  const parts = Math.ceil(all.length / size)
  return Array.from({ length: parts }, (_, part) => all.slice(part * size, (part + 1) * size))
}
