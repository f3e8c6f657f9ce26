import { ERASED, sealChange, type Change } from '#core/change.ts'
import { responseId } from '#core/answer.ts'
import { pinRubricEdit } from '#core/reflection.ts'
import { rubricHash } from '#core/rubricHash.ts'
import { writeCopy, type CopyRequest } from '#exchange/copyFile.ts'
import type { CopiedDraft, OwnDefinition, StoredRubric } from '#exchange/copyFormat.ts'
import { aChange, aRubric } from '../support/builders.ts'

export const encoder = new TextEncoder()

export function storedRubric(overrides: Parameters<typeof aRubric>[0] = {}): StoredRubric {
  const rubric = aRubric(overrides)
  return { hash: rubricHash(rubric), rubric }
}

/** A change of reflection r1; two calls with the same overrides give the same change. */
export function set(
  kind: string,
  record: string,
  field: string,
  value: Change['value'],
  overrides: Parameters<typeof aChange>[0] = {},
): Change {
  return aChange({ kind, record, field, value, ...overrides })
}

/** A small whole reflection: a team of two, three marks, one strategy; 11 changes. */
export function aHistory(reflection = 'r1'): readonly Change[] {
  const { hash } = storedRubric()
  const pin = pinRubricEdit(reflection, { id: 'test-rubric', hash, order: 1 })
  const answer = (participantId: string, itemId: string, level: string) =>
    set(
      'response',
      responseId({ participantId, rubricId: 'test-rubric', itemId }),
      'answer',
      { level },
      { reflection, at: 1_795_000_100_000 },
    )
  const own = { reflection }
  const people = { p1: `${reflection}-p1`, p2: `${reflection}-p2` }
  return [
    set('reflection', reflection, 'team', 'Cedar hub', own),
    set('reflection', reflection, 'date', '2026-11-22', own),
    set('reflection', reflection, pin.field, pin.value, own),
    set('participant', people.p1, 'initials', 'SB', own),
    set('participant', people.p2, 'initials', 'ML', own),
    answer(people.p1, 'a.one.1', 'good'),
    answer(people.p2, 'a.one.1', 'better'),
    answer(people.p2, 'a.two.1', 'great'),
    set('strategy', `${reflection}-st1`, 'name', 'Weekly team note', own),
    set('strategy', `${reflection}-st1`, 'how', 'A few lines a week.\nAnswered in days.', own),
    set('strategy', `${reflection}-st1`, 'credit', [people.p1], own),
  ]
}

export function erase(participantId: string, reflection = 'r1'): Change {
  return set('participant', participantId, ERASED, true, { reflection, at: 1_795_000_200_000 })
}

export function aRequest(overrides: Partial<CopyRequest> = {}): CopyRequest {
  return {
    changes: aHistory(),
    rubrics: [storedRubric()],
    appVersion: '0.1.0',
    madeAt: '2026-11-22T10:42:00-05:00',
    title: 'Cedar hub · Network',
    ...overrides,
  }
}

/** The text of a copy that must succeed. */
export function copyText(overrides: Partial<CopyRequest> = {}): string {
  const written = writeCopy(aRequest(overrides))
  if (!written.ok) throw new Error(JSON.stringify(written.problem))
  return written.value.text
}

/** A change whose id agrees with its content, whatever the content: for what the types forbid. */
export function sealAnything(content: Record<string, unknown>): Record<string, unknown> {
  // Safe: sealChange only hashes; these tests want what its type rules out.
  return { ...sealChange(content as unknown as Change) }
}

/** Numbers from 0 to 1 that are the same in every run. */
export function seededDice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A rubric of somebody's own. */
export function ownRubric(
  overrides: Partial<Pick<OwnDefinition, 'at' | 'from'>> = {},
): OwnDefinition {
  return { ...storedRubric({ id: 'our-own' }), at: 1_794_000_000_000, from: 'editor', ...overrides }
}

/** A rubric under way. */
export function aCopiedDraft(overrides: Partial<CopiedDraft> = {}): CopiedDraft {
  const content = { title: { text: 'Half a rubric' }, sections: [] }
  return { id: 'draft-1', content, from: undefined, changedAt: 1_794_000_000_000, ...overrides }
}
