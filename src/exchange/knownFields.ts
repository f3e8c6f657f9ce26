import { CHANGE_VERSION, DELETED, ERASED, type Change, type RecordKind } from '#core/change.ts'
import { WORKSHOP_FIELD } from '#core/workshop.ts'

/** The fields this version reads, by kind of record. A test holds them equal to what core reads. */
export const KNOWN_FIELDS: Readonly<Record<RecordKind, readonly string[]>> = {
  reflection: [
    'mode',
    'way',
    'team',
    'date',
    'facilitator',
    'sample',
    'plan',
    'after',
    'commitments',
    // A line that is half typed (features/learn/Commitments.tsx).
    'begunCommitment',
  ],
  participant: ['initials', 'name', 'role', 'knows', 'learns', 'order', ERASED],
  site: ['name', 'order'],
  response: ['answer', 'note'],
  strategy: ['name', 'how', 'evidence', 'evidenceKind', 'credit', 'items', 'order'],
  growthEdge: ['rubricId', 'skillId', 'hard', 'borrowed', 'order'],
  nextStep: ['what', 'who', 'by', 'sign', 'done', 'from', 'carried', 'order'],
  solution: ['rubricId', 'sectionId', 'challengeId', 'challenge', 'text', 'order'],
}

const KNOWN_MEMBERS = new Set(
  'id v device seq at tz reflection kind record field value supersedes seen'.split(' '),
)

/** True for a change only a newer version can read in full. It is kept and passed on as it is. */
export function isFromNewerVersion(change: Change): boolean {
  if (change.v > CHANGE_VERSION || !Object.hasOwn(KNOWN_FIELDS, change.kind)) return true
  if (Object.keys(change).some((member) => !KNOWN_MEMBERS.has(member))) return true
  if (change.field === DELETED) return false
  // Safe: the kind was found in the table just above.
  const fields = KNOWN_FIELDS[change.kind as RecordKind]
  const isRubric =
    change.kind === 'reflection' &&
    (/^(rubric|scope):./.test(change.field) || WORKSHOP_FIELD.test(change.field))
  const isTable = change.kind === 'response' && /^(cell\/[^/]+|row)\/[^/]+$/.test(change.field)
  return !isRubric && !isTable && !fields.includes(change.field)
}
