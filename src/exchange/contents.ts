import { isErasure, createFold, type Fold } from '#core/fold.ts'
import type { Change } from '#core/change.ts'
import { isJsonObject } from '#core/json.ts'
import { readResponse, TEAM } from '#core/answer.ts'
import { readReflection } from '#core/reflection.ts'
import type { Steps } from '#platform/turns.ts'
import type { Counts, ReflectionContents } from './copyFormat.ts'

const CHANGES_A_STEP = 200

/** How fields that pin a rubric begin; the rest is its id. See `pinRubricEdit`. */
const RUBRIC_FIELD = 'rubric:'

/** Folds changes reflection by reflection, in steps. */
export function* foldEach(changes: readonly Change[]): Steps<ReadonlyMap<string, Fold>> {
  const folds = new Map<string, Fold>()
  for (const [index, change] of changes.entries()) {
    const fold = folds.get(change.reflection) ?? createFold()
    folds.set(change.reflection, fold)
    fold.add(change)
    if (index % CHANGES_A_STEP === 0) yield index / changes.length
  }
  return folds
}

/** What folded reflections hold, newest first, in steps. */
export function* readContents(
  folds: ReadonlyMap<string, Fold>,
): Steps<readonly ReflectionContents[]> {
  const found: ReflectionContents[] = []
  for (const [id, fold] of folds) {
    found.push(yield* contentsOfFold(id, fold))
    yield found.length / folds.size
  }
  return found.toSorted(newestFirst)
}

/** The sum over reflections. */
export function sumContents(contents: readonly ReflectionContents[]): Counts {
  const shown = contents.filter(({ deleted }) => !deleted)
  const sum = (count: (each: ReflectionContents) => number) =>
    shown.reduce((total, each) => total + count(each), 0)
  return {
    reflections: shown.length,
    deleted: contents.length - shown.length,
    people: sum(({ people }) => people),
    marks: sum(({ marks }) => marks),
    strategies: sum(({ strategies }) => strategies),
    changes: contents.reduce((total, { changes }) => total + changes, 0),
  }
}

/** A definition some reflection is rated on. */
export interface PinnedDefinition {
  readonly rubricId: string
  readonly hash: string
}

/** Every definition that changes name, each once: those in force and those of before. */
export function pinnedRubrics(changes: readonly Change[]): readonly PinnedDefinition[] {
  const found = new Map<string, PinnedDefinition>()
  for (const { kind, field, value } of changes) {
    if (kind !== 'reflection' || !field.startsWith(RUBRIC_FIELD) || !isJsonObject(value)) continue
    const { hash } = value
    if (typeof hash !== 'string') continue
    found.set(hash, { rubricId: field.slice(RUBRIC_FIELD.length), hash })
  }
  return [...found.values()]
}

/** How many people a set of changes asks to forget. */
export function countErasures(changes: readonly Change[]): number {
  return new Set(
    changes.filter(isErasure).map(({ reflection, record }) => `${reflection}\n${record}`),
  ).size
}

/** A file can put everything into one reflection: its records are read a few at a time. */
function* contentsOfFold(id: string, fold: Fold): Steps<ReflectionContents> {
  for (const [index, { kind, record }] of fold.changes().entries()) {
    fold.record(kind, record)
    if (index % CHANGES_A_STEP === 0) yield 0
  }
  const reflection = readReflection(fold, id)
  const people = new Set(reflection.participants.map((participant) => participant.id))
  let marks = 0
  for (const [index, record] of fold.records('response').entries()) {
    const response = readResponse(record)
    if (response?.answer && (response.participantId === TEAM || people.has(response.participantId)))
      marks += 1
    if (index % CHANGES_A_STEP === 0) yield 0
  }
  return {
    id,
    team: reflection.team,
    mode: reflection.mode,
    date: reflection.date,
    sample: reflection.sample,
    deleted: reflection.deleted,
    rubrics: reflection.rubrics.map(({ rubricId, hash }) => ({ rubricId, hash })),
    people: people.size,
    marks,
    strategies: reflection.strategies.length,
    changes: fold.size,
  }
}

function newestFirst(a: ReflectionContents, b: ReflectionContents): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1
  return a.id < b.id ? -1 : 1
}
