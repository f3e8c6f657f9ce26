import { unplacedTexts } from '#storage/unplacedTexts.ts'
import type { TextPath } from './keeper.ts'

/** What was typed into a reflection's Set up, left, and could not be stored, until it is put right. */
export interface Refusals {
  texts(): ReadonlyMap<TextPath, string>
  note(path: TextPath, text: string): void
  settle(path: TextPath): void
}

/** Outlasts the page, so that coming back, or loading it anew, shows the same faults again. */
export function refusalsOf(reflectionId: string): Refusals {
  const kept = unplacedTexts('setup', reflectionId)
  return {
    texts: () =>
      new Map(
        [...kept.get()].flatMap(([path, [text]]) =>
          isTextPath(path) && text !== undefined ? [[path, text] as const] : [],
        ),
      ),
    note: (path, text) => kept.set(path, [text]),
    settle: (path) => kept.set(path, []),
  }
}

function isTextPath(path: string): path is TextPath {
  return /^(team|date|facilitator|people\.[^.]+\.(name|initials))$/.test(path)
}
