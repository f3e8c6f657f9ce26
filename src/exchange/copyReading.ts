import { assertNever } from '#core/assert.ts'
import type { Change } from '#core/change.ts'
import { createDigest, type Digest } from '#core/hash.ts'
import { countErasures } from './contents.ts'
import { isBlank, LINE_END, type Line } from './copyBytes.ts'
import type {
  CopiedDraft,
  Copy,
  CopyHeader,
  LineFault,
  OwnMark,
  RejectedLine,
  StoredRubric,
} from './copyFormat.ts'
import { readLine, type CopyLine } from './copyLine.ts'
import { isFromNewerVersion } from './knownFields.ts'

/** Lines without a single usable one among them after which a file is nothing of ours. */
const PATIENCE = 5_000
const MOST_REJECTED_KEPT = 100

/** What was read so far. Grows line by line. */
export interface Reading {
  readonly changes: Map<string, Change>
  readonly rubrics: Map<string, StoredRubric>
  /** By hash of the definition. */
  readonly marks: Map<string, OwnMark>
  readonly drafts: Map<string, CopiedDraft>
  readonly rejected: RejectedLine[]
  readonly digest: Digest
  rejectedCount: number
  header: CopyHeader | undefined
  newerFormat: number | undefined
  ending: Copy['ending']
  /** Lines that are not blank. */
  lines: number
}

/** Nothing read yet. */
export function newReading(): Reading {
  return {
    changes: new Map(),
    rubrics: new Map(),
    marks: new Map(),
    drafts: new Map(),
    rejected: [],
    digest: createDigest(),
    rejectedCount: 0,
    header: undefined,
    newerFormat: undefined,
    ending: 'missing',
    lines: 0,
  }
}

/** Reads one more line. */
export function addLine(reading: Reading, line: Line): void {
  if (line.bytes.every(isBlank)) return
  reading.lines += 1
  // Something stands behind the closing line: two files glued together, or an edit.
  if (reading.ending === 'intact') reading.ending = 'different'
  take(reading, line, readLine(line.bytes))
  reading.digest.add(line.bytes)
  reading.digest.add(LINE_END)
}

function take(reading: Reading, line: Line, read: CopyLine): void {
  switch (read.kind) {
    case 'newerFormat':
      if (reading.lines === 1) reading.newerFormat = read.version
      break
    case 'header':
      if (reading.lines === 1) reading.header = read.header
      break
    case 'rubric':
      reading.rubrics.set(read.rubric.hash, read.rubric)
      if (read.own) reading.marks.set(read.rubric.hash, read.own)
      break
    case 'draft':
      takeDraft(reading, read.draft)
      break
    case 'change':
      reading.changes.set(read.change.id, read.change)
      break
    case 'end':
      reading.ending = read.sha256 === reading.digest.hex() ? 'intact' : 'different'
      break
    case 'bad':
      if (isCut(line, read.why) && reading.ending === 'missing') break
      reading.rejectedCount += 1
      if (reading.rejected.length < MOST_REJECTED_KEPT) {
        reading.rejected.push({ line: line.number, why: read.why })
      }
      break
    default:
      assertNever(read)
  }
}

/** Of two of one id, in copies glued together, the newer. */
function takeDraft({ drafts }: Reading, draft: CopiedDraft): void {
  const other = drafts.get(draft.id)
  if (!other || draft.changedAt > other.changedAt) drafts.set(draft.id, draft)
}

/** A last line that breaks off is told as a cut file, not as a bad line. */
function isCut(line: Line, why: LineFault): boolean {
  return !line.closed && (why === 'unreadable' || why === 'notText')
}

/** True once there is something a person could have made. */
export function isUsable({ changes, marks, drafts }: Reading): boolean {
  return changes.size > 0 || marks.size > 0 || drafts.size > 0
}

/** True once so many lines gave nothing that the rest is not worth reading. */
export function isHopeless(reading: Reading): boolean {
  return !isUsable(reading) && reading.rejectedCount >= PATIENCE
}

/** What was read, as a copy. */
export function finishReading(reading: Reading, recoded: boolean): Copy {
  const { header, rejected, rejectedCount, ending, marks } = reading
  const changes = [...reading.changes.values()]
  const rubrics = [...reading.rubrics.values()]
  return {
    header,
    changes,
    rubrics,
    own: {
      rubrics: rubrics.flatMap((stored) => {
        const mark = marks.get(stored.hash)
        return mark ? [{ ...stored, ...mark }] : []
      }),
      drafts: [...reading.drafts.values()],
    },
    rejected,
    rejectedCount,
    ending,
    truncated: ending === 'missing',
    newer: changes.filter(isFromNewerVersion).length,
    erases: countErasures(changes),
    recoded,
  }
}
