import type { Storage } from '#storage/storage.ts'
import type { TextPath } from './keeper.ts'

/** What was typed into a reflection's Set up, left, and could not be stored, until it is put right. */
export interface Refusals {
  texts(): ReadonlyMap<TextPath, string>
  note(path: TextPath, text: string): void
  settle(path: TextPath): void
}

const refused = new WeakMap<Storage, Map<string, Map<TextPath, string>>>()

/** Outlasts the page of Set up, so that coming back shows the same faults again. */
export function refusalsOf(storage: Storage, reflectionId: string): Refusals {
  const ofStorage = refused.get(storage) ?? new Map<string, Map<TextPath, string>>()
  refused.set(storage, ofStorage)
  const texts = ofStorage.get(reflectionId) ?? new Map<TextPath, string>()
  ofStorage.set(reflectionId, texts)
  return {
    texts: () => texts,
    note: (path, text) => void texts.set(path, text),
    settle: (path) => void texts.delete(path),
  }
}
