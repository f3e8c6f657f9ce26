/**
 * Every failure a person or the world can cause, as data. `messages/problemText.ts` gives each its
 * sentence and its next step.
 */
export type Problem =
  | StorageProblem
  | FileProblem
  | { readonly kind: 'rubricInvalid'; readonly faults: readonly RubricFault[] }
  | { readonly kind: 'rubricMissing'; readonly rubricId: string }
  | { readonly kind: 'reflectionMissing' }
  | { readonly kind: 'pdfFailed'; readonly detail: string }
  | { readonly kind: 'saveFileFailed'; readonly detail: string }
  | { readonly kind: 'offlineIncomplete'; readonly missing: readonly string[] }

export type StorageProblem =
  /** The browser offers no IndexedDB, or refuses it (private window, policy). */
  | { readonly kind: 'storageUnavailable'; readonly detail: string }
  /** The disk or the site's share of it is full. */
  | { readonly kind: 'storageFull' }
  /** Another tab with an older version keeps the database open. */
  | { readonly kind: 'storageBlocked' }
  /** Opening took longer than the watchdog allows. */
  | { readonly kind: 'storageSilent' }
  /** The database was written by a newer version of the app. Nothing is written to it. */
  | { readonly kind: 'storageNewer'; readonly found: number; readonly known: number }
  /** The connection died under us (storage process gone, site data cleared). */
  | { readonly kind: 'storageGone'; readonly detail: string }
  /** A canary remembers more than the database holds. */
  | { readonly kind: 'storageLost'; readonly had: number; readonly has: number }
  /** A write failed for a reason we do not know. */
  | { readonly kind: 'storageFailed'; readonly detail: string }

export type FileProblem =
  | { readonly kind: 'fileTooLarge'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'fileEmpty' }
  /** The system would not hand over its bytes: moved, not downloaded yet, or a folder. */
  | { readonly kind: 'fileUnreadable'; readonly detail: string }
  | { readonly kind: 'fileNotText' }
  | { readonly kind: 'fileForeign'; readonly looksLike: ForeignKind | undefined }
  | { readonly kind: 'fileNewer'; readonly version: number; readonly known: number }
  /** `cut`: it ends inside its first lines. `rearranged`: another program laid its text out anew. */
  | { readonly kind: 'fileHeaderBroken'; readonly why: 'cut' | 'rearranged' }
  | { readonly kind: 'fileNothingUsable'; readonly lines: number }
  | { readonly kind: 'fileRereadFailed'; readonly detail: string }

/** What a file that is no copy of ours turns out to be, judged by its content. */
export type ForeignKind =
  | 'pdf'
  | 'word'
  | 'spreadsheet'
  | 'slides'
  | 'zip'
  | 'picture'
  | 'film'
  | 'sound'
  | 'webPage'
  | 'xml'
  | 'rubric'
  | 'json'
  | 'table'
  | 'text'
  | 'binary'

/** One fault of a rubric definition, said so that its author can find it. */
export interface RubricFault {
  /** JSON path, for example `sections[0].skills[1].items[2].text`; empty for the whole file. */
  readonly path: string
  /** The same place as a person would name it: rubric › section › skill › item. */
  readonly place: string
  /** What is wrong and what to do, as a sentence. */
  readonly sentence: string
}
