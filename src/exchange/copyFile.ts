import type { Change } from '#core/change.ts'
import type { Fold } from '#core/fold.ts'
import { createDigest, toUtf8 } from '#core/hash.ts'
import { canonicalJson, type Json } from '#core/json.ts'
import type { FileProblem } from '#core/problem.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { runAtOnce, type Steps } from '#platform/turns.ts'
import { foldEach, readContents, sumContents } from './contents.ts'
import { isBlank, linesOf, utf8FromUtf16 } from './copyBytes.ts'
import {
  COPY_FORMAT,
  COPY_FORMAT_VERSION,
  COPY_TYPE,
  LARGEST_COPY,
  type Copy,
  type CopyHeader,
  type Counts,
  type ReflectionContents,
  type StoredRubric,
} from './copyFormat.ts'
import { copyName } from './copyName.ts'
import { addLine, finishReading, isHopeless, newReading } from './copyReading.ts'
import { binaryKind, foreignKind, saysItIsACopy } from './sniff.ts'

const BYTES_A_STEP = 32 * 1024
const LINES_A_STEP = 100

export interface CopyRequest {
  readonly changes: readonly Change[]
  readonly rubrics: readonly StoredRubric[]
  readonly appVersion: string
  /** ISO 8601 in the device's own time, with its offset: the file is named for its day. */
  readonly madeAt: string
  /** What it holds, as its owner would say it. Becomes the file's name. */
  readonly title: string
}

/** A copy that was read back and found whole. */
export interface CopyFile {
  readonly name: string
  readonly type: string
  readonly text: string
  readonly counts: Counts
  readonly contents: readonly ReflectionContents[]
}

/**
 * Writes a copy and reads it back before vouching for it. The same changes, rubrics and words give
 * the same bytes, whatever order they come in. What belongs to a forgotten person is left out.
 */
export function writeCopy(request: CopyRequest): Result<CopyFile, FileProblem> {
  return runAtOnce(writingCopy(request))
}

/** The same in steps, so that the page can answer meanwhile. */
export function* writingCopy(request: CopyRequest): Steps<Result<CopyFile, FileProblem>> {
  const folds = yield* foldEach(request.changes)
  const contents = yield* readContents(folds)
  const changes = yield* inOrder(folds)
  const counts = sumContents(contents)
  const rubrics = request.rubrics.toSorted((a, b) => (a.hash < b.hash ? -1 : 1))
  const lines = [headerLine(request, contents, counts), ...rubrics.map(rubricLine)]
  const digest = createDigest()
  for (const line of lines) digest.add(toUtf8(line))
  for (const [index, change] of changes.entries()) {
    const line = `${canonicalJson(toJson(change))}\n`
    digest.add(toUtf8(line))
    lines.push(line)
    if (index % LINES_A_STEP === 0) yield index / changes.length
  }
  lines.push(`${JSON.stringify({ end: true, count: changes.length, sha256: digest.hex() })}\n`)
  const text = lines.join('')
  yield 1
  const reread = yield* readingCopy(new TextEncoder().encode(text))
  const fault = reread.ok ? difference(reread.value, changes, rubrics) : reread.problem.kind
  if (fault !== undefined) return fail({ kind: 'fileRereadFailed', detail: fault })
  const name = copyName([request.title], request.madeAt, 'reflection')
  return ok({ name, type: COPY_TYPE, text, counts, contents })
}

/** What is read back but for what was written; `undefined` if they are the same. */
function difference(
  copy: Copy,
  changes: readonly Change[],
  rubrics: readonly StoredRubric[],
): string | undefined {
  if (copy.ending !== 'intact') return `closing line ${copy.ending}`
  if (copy.rejectedCount > 0) return `${copy.rejectedCount} lines rejected`
  if (copy.changes.length !== changes.length) return 'number of changes'
  if (changes.some(({ id }, index) => copy.changes[index]?.id !== id)) return 'changes'
  if (copy.rubrics.length !== rubrics.length) return 'number of rubrics'
  if (rubrics.some(({ hash }, index) => copy.rubrics[index]?.hash !== hash)) return 'rubrics'
  return undefined
}

function headerLine(
  request: CopyRequest,
  contents: readonly ReflectionContents[],
  counts: Counts,
): string {
  const { appVersion: app, madeAt, title } = request
  const reflections = contents.map(({ id, team, date }) => ({ id, team, date }))
  const header = {
    format: COPY_FORMAT,
    formatVersion: COPY_FORMAT_VERSION,
    app,
    madeAt,
    title,
    reflections,
    counts,
  }
  return `${JSON.stringify(header)}\n`
}

function rubricLine({ hash, rubric }: StoredRubric): string {
  return `${canonicalJson({ hash, definition: toJson(rubric) })}\n`
}

/** Rubrics and changes are JSON by construction; their types say more than `Json` can. */
function toJson(value: Change | StoredRubric['rubric']): Json {
  // Safe: see above.
  return value as unknown as Json
}

/** By reflection and time: a person can follow the file, and a cut end costs the newest changes only. */
function* inOrder(folds: ReadonlyMap<string, Fold>): Steps<readonly Change[]> {
  const ordered: Change[] = []
  for (const id of [...folds.keys()].toSorted()) {
    const changes = folds.get(id)?.changes() ?? []
    yield 0
    for (const change of changes.toSorted(oldestFirst)) ordered.push(change)
    yield 0
  }
  return ordered
}

/** Changes of one reflection come ordered by id, and sorting keeps the order of equals. */
function oldestFirst(a: Change, b: Change): number {
  return a.at - b.at
}

/**
 * Reads a copy from the bytes of a file nobody vouches for. What is whole is read, what is not is
 * named by its line; nothing else is touched.
 */
export function readCopy(bytes: Uint8Array): Result<Copy, FileProblem> {
  return runAtOnce(readingCopy(bytes))
}

/** The same in steps, so that the page can answer meanwhile. */
export function* readingCopy(bytes: Uint8Array): Steps<Result<Copy, FileProblem>> {
  if (bytes.length > LARGEST_COPY) {
    return fail({ kind: 'fileTooLarge', bytes: bytes.length, limit: LARGEST_COPY })
  }
  if (bytes.every(isBlank)) return fail({ kind: 'fileEmpty' })
  const recoded = utf8FromUtf16(bytes)
  if (recoded === 'broken') return fail({ kind: 'fileNotText' })
  const text = recoded ?? bytes
  const foreign = binaryKind(text)
  if (foreign) return fail({ kind: 'fileForeign', looksLike: foreign })

  const reading = newReading()
  let reported = 0
  for (const line of linesOf(text)) {
    addLine(reading, line)
    if (reading.newerFormat !== undefined) {
      return fail({ kind: 'fileNewer', version: reading.newerFormat, known: COPY_FORMAT_VERSION })
    }
    if (isHopeless(reading)) break
    if (line.end - reported > BYTES_A_STEP || line.number % LINES_A_STEP === 0) {
      reported = line.end
      yield line.end / text.length
    }
  }
  const copy = finishReading(reading, recoded !== undefined)
  return copy.changes.length > 0 ? ok(copy) : fail(whyNothing(text, copy.header, reading.lines))
}

function whyNothing(bytes: Uint8Array, header: CopyHeader | undefined, lines: number): FileProblem {
  if (header) return { kind: 'fileNothingUsable', lines }
  if (saysItIsACopy(bytes)) {
    return { kind: 'fileHeaderBroken', why: lines > 1 ? 'rearranged' : 'cut' }
  }
  const kind = foreignKind(bytes)
  return kind === 'binary' ? { kind: 'fileNotText' } : { kind: 'fileForeign', looksLike: kind }
}
