import { assertNever } from '#core/assert.ts'
import type { Change } from '#core/change.ts'
import { createDigest, type Digest } from '#core/hash.ts'
import { countErasures } from './contents.ts'
import { isBlank, LINE_END, type Line } from './copyBytes.ts'
import type { Copy, CopyHeader, LineFault, RejectedLine, StoredRubric } from './copyFormat.ts'
import { readLine, type CopyLine } from './copyLine.ts'
import { isFromNewerVersion } from './knownFields.ts'

/** Lines without a single usable one among them after which a file is nothing of ours. */
const PATIENCE = 5_000
const MOST_REJECTED_KEPT = 100

/** What was read so far. Grows line by line. */
export interface Reading {
  readonly changes: Map<string, Change>
  readonly rubrics: Map<string, StoredRubric>
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

/** A last line that breaks off is told as a cut file, not as a bad line. */
function isCut(line: Line, why: LineFault): boolean {
  return !line.closed && (why === 'unreadable' || why === 'notText')
}

/** True once so many lines gave nothing that the rest is not worth reading. */
export function isHopeless(reading: Reading): boolean {
  return reading.changes.size === 0 && reading.rejectedCount >= PATIENCE
}

/** What was read, as a copy. */
export function finishReading(reading: Reading, recoded: boolean): Copy {
  const { header, rejected, rejectedCount, ending } = reading
  const changes = [...reading.changes.values()]
  return {
    header,
    changes,
    rubrics: [...reading.rubrics.values()],
    rejected,
    rejectedCount,
    ending,
    truncated: ending === 'missing',
    newer: changes.filter(isFromNewerVersion).length,
    erases: countErasures(changes),
    recoded,
  }
}
