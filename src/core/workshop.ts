import type { Edit } from './change.ts'
import type { Fold, RecordState } from './fold.ts'
import { readerOf, type Conflict } from './record.ts'

// What a session holds beside marks, strategies, growth edges and next steps.

/** What people settle and write in a session, step by step. Computed from its changes. */
export interface Workshop {
  /** Id of the plan of the session (see `core/sessionPlan.ts`), or empty. */
  readonly plan: string
  /** Id of the reflection this one follows, or empty. It may not be on this device. */
  readonly after: string
  /** When the marks of a section were shown to all: `revealKey` to milliseconds since 1970 UTC. */
  readonly revealed: ReadonlyMap<string, number>
  /** What people want to practice today, in their words. */
  readonly commitments: readonly string[]
  /** What tells that the network is on track, or drifting off it: by rubric id. */
  readonly tracks: ReadonlyMap<string, Track>
  /** Words about the tool itself: by id of the question. Those with any. */
  readonly feedback: ReadonlyMap<string, string>
  /** What could help with a challenge; deleted ones are left out. */
  readonly solutions: readonly Solution[]
}

export interface Track {
  readonly on: string
  readonly off: string
}

/** A row of the table of challenges and solutions. */
export interface Solution {
  /** `solutionId` for a challenge the rubric names, else a fresh id. */
  readonly id: string
  readonly rubricId: string
  readonly sectionId: string
  /** Id of the rubric's challenge, or empty for one that people added. */
  readonly challengeId: string
  /** Their own words for it, if it is not the rubric's. */
  readonly challenge: string
  readonly text: string
  readonly order: number
  readonly deletedElsewhere: boolean
  readonly conflicts: readonly Conflict[]
}

const REVEALED = 'revealed:'
const ON_TRACK = 'onTrack:'
const OFF_TRACK = 'offTrack:'
const FEEDBACK = 'feedback:'

/** Fields of a reflection that end in the id of what they are about. */
export const WORKSHOP_FIELD = /^(revealed|onTrack|offTrack|feedback):./

/** One key for a section across rubrics. */
export function revealKey(rubricId: string, sectionId: string): string {
  return `${rubricId}/${sectionId}`
}

/** The record id of what could help with a challenge the rubric names. */
export function solutionId(rubricId: string, challengeId: string): string {
  return `${rubricId}/${challengeId}`
}

/** The field of a reflection that says what shows it is on track, or off it. */
export function trackField(rubricId: string, side: keyof Track): string {
  return `${side === 'on' ? ON_TRACK : OFF_TRACK}${rubricId}`
}

/** The field of a reflection that holds the answer to a question about the tool. */
export function feedbackField(questionId: string): string {
  return `${FEEDBACK}${questionId}`
}

/** Shows the marks of sections to all. What was seen cannot be unseen: nothing sets it back. */
export function revealEdits(
  reflectionId: string,
  rubricId: string,
  sectionIds: readonly string[],
): readonly Edit[] {
  return sectionIds.map((sectionId) => ({
    kind: 'reflection',
    record: reflectionId,
    field: `${REVEALED}${revealKey(rubricId, sectionId)}`,
    value: true,
  }))
}

/** What a session holds. Tolerates any value in any field. */
export function readWorkshop(fold: Fold, reflectionId: string): Workshop {
  const record = fold.record('reflection', reflectionId)
  const read = readerOf(record)
  return {
    plan: read.text('plan'),
    after: read.text('after'),
    revealed: readRevealed(record),
    commitments: read.texts('commitments'),
    tracks: readTracks(record),
    feedback: textsAfter(record, FEEDBACK),
    solutions: fold
      .records('solution')
      .filter(({ hidden }) => !hidden)
      .map(readSolution)
      .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)),
  }
}

/** Revealed on any device is revealed: the earliest time counts. */
function readRevealed(record: RecordState | undefined): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const [name, { heads }] of record?.fields ?? []) {
    if (!name.startsWith(REVEALED)) continue
    const times = heads.flatMap(({ value, at }) => (value === true ? [at] : []))
    if (times.length > 0) found.set(name.slice(REVEALED.length), Math.min(...times))
  }
  return found
}

function readTracks(record: RecordState | undefined): ReadonlyMap<string, Track> {
  const on = textsAfter(record, ON_TRACK)
  const off = textsAfter(record, OFF_TRACK)
  const ids = [...new Set([...on.keys(), ...off.keys()])]
  return new Map(ids.map((id) => [id, { on: on.get(id) ?? '', off: off.get(id) ?? '' }]))
}

function textsAfter(record: RecordState | undefined, start: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [name, { value }] of record?.fields ?? []) {
    if (!name.startsWith(start) || typeof value !== 'string' || value === '') continue
    found.set(name.slice(start.length), value)
  }
  return found
}

function readSolution(record: RecordState): Solution {
  const read = readerOf(record)
  return {
    id: record.id,
    rubricId: read.text('rubricId'),
    sectionId: read.text('sectionId'),
    challengeId: read.text('challengeId'),
    challenge: read.text('challenge'),
    text: read.text('text'),
    order: read.number('order'),
    deletedElsewhere: record.deletedElsewhere,
    conflicts: read.conflicts(),
  }
}
