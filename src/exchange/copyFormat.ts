import type { Change } from '#core/change.ts'
import type { Json } from '#core/json.ts'
import type { Rubric } from '#core/rubric.ts'

// The format of a copy: UTF-8 text, one JSON value a line. First the header, then the exact rubric
// definitions, then rubrics under way, then the changes, last a closing line with the count of changes
// and the SHA-256 of every line before it, each with its line feed. docs/decisions/0015-copy-files.md
// and 0022-copies-carry-own-rubrics.md have the reasons.

/** What a copy says it is. */
export const COPY_FORMAT = 'hub-reflect-copy'
/** Raised only when older versions could no longer read a file rightly. */
export const COPY_FORMAT_VERSION = 1
/** Plain text: Android's and ChromeOS's share sheets refuse `.json` and endings of our own. */
export const COPY_TYPE = 'text/plain'
export const COPY_ENDING = '.hubreflect.txt'

/** The largest file that is read, in bytes: some 100,000 changes. */
export const LARGEST_COPY = 32 * 1024 * 1024
/**
 * The longest line that is read, in bytes. The largest change this app makes is well below: a text
 * of 60,000 UTF-16 units is at most 360,000 bytes escaped, 10,000 superseded ids are 250,000.
 */
export const LONGEST_LINE = 2 * 1024 * 1024

/** A definition with its content hash. */
export interface StoredRubric {
  readonly hash: string
  readonly rubric: Rubric
}

/** When and how a definition came to be among a device's own. */
export interface OwnMark {
  /** Milliseconds since 1970 UTC. */
  readonly at: number
  readonly from: 'file' | 'editor'
}

/** A definition that somebody keeps among the rubrics of a device, used by a reflection or not. */
export interface OwnDefinition extends StoredRubric, OwnMark {}

/** A rubric under way. */
export interface CopiedDraft {
  readonly id: string
  /** As far as it is written: plain JSON, not judged any further. */
  readonly content: Json
  /** The definition it was copied from. */
  readonly from: { readonly id: string; readonly hash: string } | undefined
  /** Milliseconds since 1970 UTC. */
  readonly changedAt: number
}

/** What people made beside reflections: rubrics of their own and rubrics under way. */
export interface OwnWork {
  readonly rubrics: readonly OwnDefinition[]
  readonly drafts: readonly CopiedDraft[]
}

/** The same in numbers, as a person would count it. */
export interface OwnCounts {
  /** Several versions of one rubric count once. */
  readonly rubrics: number
  readonly drafts: number
}

/** What a set of changes holds, as a person would count it. */
export interface Counts {
  /** Those that are not deleted; the other counts leave deleted ones out too, `changes` excepted. */
  readonly reflections: number
  readonly deleted: number
  /** Participants that are neither deleted nor forgotten. */
  readonly people: number
  /** Answers that stand, of whatever kind, of people who are counted. */
  readonly marks: number
  readonly strategies: number
  readonly changes: number
}

/** One reflection as a copy tells of it. */
export interface ReflectionContents {
  readonly id: string
  readonly team: string
  readonly mode: 'team' | 'individual'
  /** `YYYY-MM-DD`, or empty. */
  readonly date: string
  readonly sample: boolean
  readonly deleted: boolean
  /** The definitions it is rated on. */
  readonly rubrics: readonly { readonly rubricId: string; readonly hash: string }[]
  readonly people: number
  readonly marks: number
  readonly strategies: number
  readonly changes: number
}

/** What the first line says. For people; what is in the file is read from its changes. */
export interface CopyHeader {
  readonly formatVersion: number
  /** Version of the app that wrote it. */
  readonly app: string
  /** ISO 8601 with the offset of the device's clock. */
  readonly madeAt: string
  readonly title: string
  /** How many changes it should hold, if it says so. */
  readonly changes: number | undefined
}

/** Why a line is left out. */
export type LineFault =
  /** Not valid UTF-8. */
  | 'notText'
  | 'tooLong'
  /** Not JSON: damaged, or cut. */
  | 'unreadable'
  /** Its content is not what its id says: somebody or something changed it. */
  | 'altered'
  /** JSON, but nothing this version knows. */
  | 'unknown'
  /** A rubric that breaks the rules of rubrics. */
  | 'rubricInvalid'

export interface RejectedLine {
  /** Counted from 1, as a text editor counts. */
  readonly line: number
  readonly why: LineFault
}

/** A copy as it was read: every change in it is intact and named by its content. */
export interface Copy {
  /** `undefined` if the first line was damaged; the rest may be whole. */
  readonly header: CopyHeader | undefined
  /** Each once, in the order of the file. */
  readonly changes: readonly Change[]
  /** Each once, in the order of the file. */
  readonly rubrics: readonly StoredRubric[]
  /** Those of the definitions that were a device's own, and rubrics under way, each id once. */
  readonly own: OwnWork
  /** The first of the lines left out, in order; `rejectedCount` counts all. */
  readonly rejected: readonly RejectedLine[]
  readonly rejectedCount: number
  /** `intact`: the closing line agrees. `missing`: the end is cut off. `different`: lines were changed. */
  readonly ending: 'intact' | 'missing' | 'different'
  readonly truncated: boolean
  /** Changes of a kind, field or format this version does not know: kept and passed on unread. */
  readonly newer: number
  /** How many people the file asks to forget. */
  readonly erases: number
  /** True if another program had saved it in an encoding of its own (UTF-16). */
  readonly recoded: boolean
}
