import { readFileSync } from 'node:fs'
import { sealChange, type Change, type Edit } from '#core/change.ts'
import { answerEdit, type Answer } from '#core/answer.ts'
import {
  fieldEdits,
  pinRubricEdit,
  scopeEdit,
  type EvidenceKind,
  type Mode,
  type WayToRate,
} from '#core/reflection.ts'
import { itemsOf, type Item, type Rubric } from '#core/rubric.ts'
import { rubricHash } from '#core/rubricHash.ts'
import { writeCopy } from '#exchange/copyFile.ts'
import { readRubricFile } from '#rubrics/rubricFile.ts'

/** A sitting in a few words, to be made into the changes it would leave behind. */
export interface Sitting {
  readonly id: string
  readonly rubric: Rubric
  /** Further rubrics of the same sitting, all of them in scope. */
  readonly others?: readonly Rubric[]
  readonly sites?: readonly { readonly id: string; readonly name: string }[]
  readonly mode?: Mode
  readonly way?: WayToRate
  readonly team?: string
  readonly date?: string
  readonly facilitator?: string
  /** Ids of the sections looked at; all without. */
  readonly scope?: readonly string[] | undefined
  readonly people: readonly {
    readonly id: string
    readonly initials: string
    readonly name: string
  }[]
  /** What the person in a seat, counted from 0, answers to the item at a place, counted from 0. */
  answer?(item: Item, seat: number, place: number): Answer | undefined
  readonly strategies?: readonly SittingStrategy[]
  /** Whatever else was entered. */
  readonly more?: readonly Edit[]
}

export interface SittingStrategy {
  readonly name: string
  readonly how: string
  readonly evidence: string
  readonly evidenceKind?: EvidenceKind
  readonly itemId: string
  /** Ids of people. */
  readonly credit: readonly string[]
}

const START = Date.UTC(2026, 10, 20, 15)
const MINUTES_AHEAD = -300

/** A rubric that comes with the app, read with the app's own reader. */
export function shippedRubric(id = 'hub-network-organization'): Rubric {
  const read = readRubricFile(readFileSync(`rubrics/${id}.json`))
  if (!read.ok) throw new Error(JSON.stringify(read.problem.faults))
  return read.value
}

/** The changes a sitting leaves behind, as one device would have written them, a second apart. */
export function changesOf(sitting: Sitting): readonly Change[] {
  return editsOf(sitting).map(({ kind, record, field, value }, index) =>
    sealChange({
      v: 1,
      device: 'device-of-the-test',
      seq: index + 1,
      at: START + index * 1000,
      tz: MINUTES_AHEAD,
      reflection: sitting.id,
      kind,
      record,
      field,
      value,
      supersedes: [],
    }),
  )
}

/** The text of a saved copy that holds the sittings. */
export function copyOf(...sittings: readonly Sitting[]): string {
  const rubrics = new Map(
    sittings
      .flatMap(({ rubric, others = [] }) => [rubric, ...others])
      .map((rubric) => [rubricHash(rubric), rubric]),
  )
  const copy = writeCopy({
    changes: sittings.flatMap(changesOf),
    rubrics: [...rubrics].map(([hash, rubric]) => ({ hash, rubric })),
    appVersion: '0.1.0',
    madeAt: '2026-11-20T16:00:00-05:00',
    title: sittings[0]?.team ?? '',
  })
  if (!copy.ok) throw new Error(JSON.stringify(copy.problem))
  return copy.value.text
}

function editsOf(sitting: Sitting): readonly Edit[] {
  const { id, rubric, people, scope } = sitting
  return [
    ...[rubric, ...(sitting.others ?? [])].map((each, order) =>
      pinRubricEdit(id, { id: each.id, hash: rubricHash(each), order }),
    ),
    ...fieldEdits('reflection', id, {
      mode: sitting.mode ?? 'team',
      way: sitting.way ?? 'open',
      team: sitting.team ?? 'Cedar hub',
      date: sitting.date ?? '2026-11-20',
      facilitator: sitting.facilitator ?? '',
    }),
    ...(scope ? [scopeEdit(id, rubric.id, scope)] : []),
    ...people.flatMap(({ id: person, initials, name }, order) =>
      fieldEdits('participant', person, { initials, name, order }),
    ),
    ...(sitting.sites ?? []).flatMap(({ id: site, name }, order) =>
      fieldEdits('site', site, { name, order }),
    ),
    ...answersOf(sitting),
    ...(sitting.strategies ?? []).flatMap((strategy, order) =>
      fieldEdits('strategy', `${id}-strategy-${order + 1}`, {
        name: strategy.name,
        how: strategy.how,
        evidence: strategy.evidence,
        evidenceKind: strategy.evidenceKind ?? '',
        credit: [...strategy.credit],
        items: [`${rubric.id}/${strategy.itemId}`],
        order,
      }),
    ),
    ...(sitting.more ?? []),
  ]
}

function answersOf({ rubric, people, answer }: Sitting): readonly Edit[] {
  if (!answer) return []
  return itemsOf(rubric).flatMap(({ item }, place) =>
    people.flatMap(({ id }, seat) => {
      const given = answer(item, seat, place)
      const where = { participantId: id, rubricId: rubric.id, itemId: item.id }
      return given ? [answerEdit(where, given)] : []
    }),
  )
}
