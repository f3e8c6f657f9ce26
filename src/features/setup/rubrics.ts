import type { Problem } from '#core/problem.ts'
import type { Result } from '#core/result.ts'
import type { LoadedRubric } from '#rubrics/catalog.ts'
import type { LibraryEntry } from '#storage/library.ts'

/** A rubric of this sitting and what of it is looked at. */
export interface RubricChoice {
  /** Names it among the choices. */
  readonly key: string
  /** Its definition; `undefined` while it is being opened. */
  readonly loaded: Result<LoadedRubric, Problem> | undefined
  /** Ids of the sections chosen. */
  readonly sections: readonly string[]
  /** What is wrong with the choice of sections, as a sentence. */
  readonly fault: string | undefined
  /** What can be done with the whole of it; `undefined` if it has to stay. */
  readonly way: 'takeOut' | 'leaveOut' | 'bringBack' | undefined
  /** How many answers are kept out of sight because it is left out. */
  readonly kept: number
}

/** The rubrics of a sitting, and how to change them: of a form, or of a reflection under way. */
export interface RubricChoices {
  readonly choices: readonly RubricChoice[]
  /** What is wrong with the choice of rubrics, as a sentence. */
  readonly fault: string | undefined
  isChosen(entry: LibraryEntry): boolean
  /** Chooses an entry of the library, or takes it out again. */
  toggle(entry: LibraryEntry, isChosen: boolean): void
  /** Does what the choice's `way` says. */
  goWay(choice: RubricChoice): void
  scope(key: string, sections: readonly string[]): void
}
