import { createSignal } from '#storage/signal.ts'

/** A file somebody chose, dropped or pasted, to be looked at on the page that opens files. */
export interface OfferedFile {
  /** Empty for something pasted. */
  readonly name: string
  readonly content: Blob
  /** How many were offered at once; this is the first. */
  readonly ofMany: number
}

/** The file waiting to be looked at. Read on any page; the open page takes it down. */
export const offeredFile = createSignal<OfferedFile | undefined>(undefined)

/** Offers the first of some files. @returns false if there was none */
export function offerFiles(files: readonly File[]): boolean {
  const [first] = files
  if (!first) return false
  offeredFile.set({ name: first.name, content: first, ofMany: files.length })
  return true
}

/** How both a copy and a rubric say what they are, near their start. */
const OURS = /"format"\s*:\s*"hub-reflect/

/** Offers a pasted text if it is meant to be a copy or a rubric. @returns false if it is neither */
export function offerText(text: string): boolean {
  if (!OURS.test(text)) return false
  offeredFile.set({ name: '', content: new Blob([text], { type: 'text/plain' }), ofMany: 1 })
  return true
}
