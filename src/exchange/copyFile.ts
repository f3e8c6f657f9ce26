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
  type OwnCounts,
  type OwnDefinition,
  type OwnMark,
  type OwnWork,
  type ReflectionContents,
  type StoredRubric,
} from './copyFormat.ts'
import { copyName } from './copyName.ts'
import { readLine } from './copyLine.ts'
import { addLine, finishReading, isHopeless, isUsable, newReading } from './copyReading.ts'
import { countOwn, draftLine } from './ownLines.ts'
import { binaryKind, foreignKind, saysItIsACopy } from './sniff.ts'

const BYTES_A_STEP = 32 * 1024
const LINES_A_STEP = 100

export interface CopyRequest {
  readonly changes: readonly Change[]
  /** The definitions that reflections name. */
  readonly rubrics: readonly StoredRubric[]
  /** What else people made; in a copy of everything. */
  readonly own?: OwnWork
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
  readonly own: OwnCounts
  /** Own rubrics and rubrics under way that no copy can carry, because of their size. */
  readonly unfit: number
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
  const { own, unfit } = yield* fittingOf(request.own ?? NOTHING)
  const ownCounts = countOwn(own)
  const marks = new Map(own.rubrics.map(({ hash, at, from }) => [hash, { at, from }]))
  const rubrics = eachOnce([...request.rubrics, ...own.rubrics])
  const lines = [
    headerLine(request, contents, { ...counts, ...ownInHeader(ownCounts) }),
    ...rubrics.map((stored) => rubricLine(stored, marks.get(stored.hash))),
    ...own.drafts.map(draftLine),
  ]
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
  const fault = reread.ok
    ? difference(reread.value, { changes, rubrics, own })
    : reread.problem.kind
  if (fault !== undefined) return fail({ kind: 'fileRereadFailed', detail: fault })
  const name = copyName([request.title], request.madeAt, 'reflection')
  return ok({ name, type: COPY_TYPE, text, counts, own: ownCounts, unfit, contents })
}

const NOTHING: OwnWork = { rubrics: [], drafts: [] }

/** What of it a copy can carry, in order: what cannot be must not cost the reflections their copy. */
function* fittingOf(all: OwnWork): Steps<{ readonly own: OwnWork; readonly unfit: number }> {
  const rubrics: OwnDefinition[] = []
  for (const each of all.rubrics.toSorted(byHash)) {
    const read = readLine(toUtf8(rubricLine(each, each).trimEnd()))
    const isSame = read.kind === 'rubric' && read.rubric.hash === each.hash
    if (isSame && read.own?.at === each.at && read.own.from === each.from) rubrics.push(each)
    yield 0
  }
  const drafts = all.drafts
    .filter((draft) => readLine(toUtf8(draftLine(draft).trimEnd())).kind === 'draft')
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
  yield 0
  const unfit = all.rubrics.length - rubrics.length + all.drafts.length - drafts.length
  return { own: { rubrics, drafts }, unfit }
}

function eachOnce(rubrics: readonly StoredRubric[]): readonly StoredRubric[] {
  const unique = new Map(rubrics.map(({ hash, rubric }) => [hash, { hash, rubric }]))
  return [...unique.values()].toSorted(byHash)
}

function byHash(one: StoredRubric, other: StoredRubric): number {
  return one.hash < other.hash ? -1 : 1
}

interface Written {
  readonly changes: readonly Change[]
  readonly rubrics: readonly StoredRubric[]
  readonly own: OwnWork
}

/** What is read back but for what was written; `undefined` if they are the same. */
function difference(copy: Copy, { changes, rubrics, own }: Written): string | undefined {
  if (copy.ending !== 'intact') return `closing line ${copy.ending}`
  if (copy.rejectedCount > 0) return `${copy.rejectedCount} lines rejected`
  if (copy.changes.length !== changes.length) return 'number of changes'
  if (changes.some(({ id }, index) => copy.changes[index]?.id !== id)) return 'changes'
  if (copy.rubrics.length !== rubrics.length) return 'number of rubrics'
  if (rubrics.some(({ hash }, index) => copy.rubrics[index]?.hash !== hash)) return 'rubrics'
  if (spelling(copy.own) !== spelling(own)) return 'own rubrics'
  return undefined
}

/** Own work in one text. */
function spelling({ rubrics, drafts }: OwnWork): string {
  const marks = rubrics.map(({ hash, at, from }) => [hash, at, from])
  return [JSON.stringify(marks), ...drafts.map(draftLine)].join('\n')
}

function headerLine(
  request: CopyRequest,
  contents: readonly ReflectionContents[],
  counts: object,
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

/** Left out where there is none: such a copy is the same as ever. */
function ownInHeader({ rubrics, drafts }: OwnCounts): object {
  return { ...(rubrics > 0 ? { ownRubrics: rubrics } : {}), ...(drafts > 0 ? { drafts } : {}) }
}

function rubricLine({ hash, rubric }: StoredRubric, mark?: OwnMark): string {
  const own = mark ? { own: { at: mark.at, from: mark.from } } : {}
  return `${canonicalJson({ hash, definition: toJson(rubric), ...own })}\n`
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
  return isUsable(reading) ? ok(copy) : fail(whyNothing(text, copy.header, reading.lines))
}

function whyNothing(bytes: Uint8Array, header: CopyHeader | undefined, lines: number): FileProblem {
  if (header) return { kind: 'fileNothingUsable', lines }
  if (saysItIsACopy(bytes)) {
    return { kind: 'fileHeaderBroken', why: lines > 1 ? 'rearranged' : 'cut' }
  }
  const kind = foreignKind(bytes)
  return kind === 'binary' ? { kind: 'fileNotText' } : { kind: 'fileForeign', looksLike: kind }
}
