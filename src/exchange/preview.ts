import type { Change } from '#core/change.ts'
import { isErasure, type Fold } from '#core/fold.ts'
import { readResponses } from '#core/answer.ts'
import { readReflection } from '#core/reflection.ts'
import type { Steps } from '#platform/turns.ts'
import { foldEach, readContents } from './contents.ts'
import type { Copy, ReflectionContents } from './copyFormat.ts'

/** What adding a copy to this device would do. Nothing is done yet. */
export interface CopyPreview {
  readonly reflections: readonly ReflectionPreview[]
  /** Changes that are not on this device. */
  readonly added: number
  /** How many of those only order to forget somebody. */
  readonly addedErasures: number
  /** Changes that are here already. */
  readonly same: number
  /** Definitions that are not on this device. */
  readonly addedRubrics: number
  /** People with something on this device whom the file asks to forget. */
  readonly forgets: readonly ForgottenPerson[]
}

export interface ReflectionPreview extends ReflectionContents {
  /** False if this device has the reflection already: the copy adds to it. */
  readonly isNew: boolean
  readonly added: number
  readonly same: number
  /** Short titles of its rubrics; the id where neither file nor device has the definition. */
  readonly rubricTitles: readonly string[]
  /** True if a definition it is rated on is neither in the file nor on this device. */
  readonly lacksRubric: boolean
}

export interface ForgottenPerson {
  readonly reflectionId: string
  readonly participantId: string
  /** As this device knows the person; may be empty. */
  readonly initials: string
}

interface Device {
  /** What this device holds of the reflections in the copy; more does no harm. */
  readonly changes: readonly Change[]
  /** The definitions it holds: hash to short title. */
  readonly rubricTitles: ReadonlyMap<string, string>
}

/** Compares a copy with what this device holds, in steps. */
export function* previewing(copy: Copy, device: Device): Steps<CopyPreview> {
  const here = new Set<string>()
  for (const [index, change] of device.changes.entries()) {
    here.add(change.id)
    if (index % 1_000 === 0) yield 0
  }
  const folds = yield* foldEach(copy.changes)
  const contents = yield* readContents(folds)
  const titles = new Map(device.rubricTitles)
  for (const { hash, rubric } of copy.rubrics) titles.set(hash, rubric.shortTitle)
  const known = new Set(device.changes.map(({ reflection }) => reflection))
  const added = new Map<string, number>()
  for (const change of copy.changes) {
    if (here.has(change.id)) continue
    added.set(change.reflection, (added.get(change.reflection) ?? 0) + 1)
  }
  const inFile = countByReflection(copy.changes)
  const total = [...added.values()].reduce((sum, count) => sum + count, 0)
  return {
    reflections: contents.map((each) => ({
      ...each,
      isNew: !known.has(each.id),
      added: added.get(each.id) ?? 0,
      same: (inFile.get(each.id) ?? 0) - (added.get(each.id) ?? 0),
      rubricTitles: each.rubrics.map(({ hash, rubricId }) => titles.get(hash) ?? rubricId),
      lacksRubric: each.rubrics.some(({ hash }) => !titles.has(hash)),
    })),
    added: total,
    addedErasures: copy.changes.filter((change) => isErasure(change) && !here.has(change.id))
      .length,
    same: copy.changes.length - total,
    addedRubrics: copy.rubrics.filter(({ hash }) => !device.rubricTitles.has(hash)).length,
    forgets: yield* forgottenHere(copy.changes.filter(isErasure), device.changes),
  }
}

function countByReflection(changes: readonly Change[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { reflection } of changes) counts.set(reflection, (counts.get(reflection) ?? 0) + 1)
  return counts
}

/** Whom the erasures would take from this device. */
function* forgottenHere(
  erasures: readonly Change[],
  changes: readonly Change[],
): Steps<readonly ForgottenPerson[]> {
  if (erasures.length === 0) return []
  const touched = new Set(erasures.map(({ reflection }) => reflection))
  const folds = yield* foldEach(changes.filter(({ reflection }) => touched.has(reflection)))
  const people = new Map([...folds].map(([id, fold]) => [id, peopleOf(id, fold)]))
  const found = new Map<string, ForgottenPerson>()
  for (const { reflection, record } of erasures) {
    const initials = people.get(reflection)?.get(record)
    if (initials === undefined) continue
    const person = { reflectionId: reflection, participantId: record, initials }
    found.set(`${reflection}\n${record}`, person)
  }
  return [...found.values()]
}

/** Everyone a reflection holds something of, with initials where it knows them. */
function peopleOf(reflectionId: string, fold: Fold): ReadonlyMap<string, string> {
  const people = new Map<string, string>()
  for (const { participantId } of readResponses(fold)) people.set(participantId, '')
  for (const { id } of fold.records('participant')) {
    if (!fold.isErased(id)) people.set(id, '')
  }
  for (const { id, initials } of readReflection(fold, reflectionId).participants) {
    people.set(id, initials)
  }
  return people
}
