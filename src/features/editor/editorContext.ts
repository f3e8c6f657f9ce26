import { createContext, useContext } from 'react'
import { invariant } from '#core/assert.ts'
import type { Item, Rubric } from '#core/rubric.ts'
import type { RubricDraft } from '#core/rubricDraft.ts'
import { useReadable } from '#storage/useStorage.ts'
import type { Editing } from './editing.ts'
import type { EditorUi } from './editorUi.ts'
import { EMPTY, type Findings } from './findings.ts'
import { pathOfField, type Part } from './places.ts'
import type { Used } from './usedIds.ts'

/** What every part of the editor works with. */
export interface Editor {
  readonly draftId: string
  readonly editing: Editing
  readonly ui: EditorUi
  readonly used: Used
  /** What the draft was copied from, if that is here. */
  readonly before: Rubric | undefined
  /** The newest definition under the same id: what the draft will be a new version of. */
  base(): Rubric | undefined
  /** Ids of rubrics that are not this one. */
  readonly otherIds: ReadonlySet<string>
  /** True once the id is a used one, which never changes. */
  isIdFixed(): boolean
  /** From now on the draft follows this definition, which was kept on this device. */
  onKept(rubric: Rubric, hash: string): void
}

const EditorContext = createContext<Editor | undefined>(undefined)
export const EditorProvider = EditorContext.Provider

export function useEditor(): Editor {
  const editor = useContext(EditorContext)
  invariant(editor, 'useEditor outside of EditorProvider')
  return editor
}

/** The draft as it is now. */
export function useDraft(): RubricDraft {
  return useReadable(useEditor().editing).rubric
}

const FindingsContext = createContext<Findings>(EMPTY)
export const FindingsProvider = FindingsContext.Provider

export function useFindings(): Findings {
  return useContext(FindingsContext)
}

/** The part that is being shown; the first, where a section is gone. */
export function usePart(): Part {
  const { part } = useReadable(useEditor().ui)
  const { sections } = useDraft()
  const isGone = part.kind === 'section' && sections.every(({ id }) => id !== part.id)
  return isGone ? HEAD : part
}

const HEAD: Part = { kind: 'head' }

/** What is to be said of one field. */
export interface FieldNotes {
  /** What is wrong with it and what to do. */
  readonly error: string | undefined
  /** A gentle remark. */
  readonly remark: string | undefined
}

/**
 * What is wrong with a field, and what could be better. That it is empty is only said once somebody
 * asked what is left to do: before, everybody knows.
 */
export function useFieldNotes(name: string): FieldNotes {
  const { editing, ui } = useEditor()
  const { isChecked, part } = useReadable(ui)
  const findings = useFindings()
  const path = pathOfField(editing.get().rubric, part, name)
  const fault = findings.faults.get(path)
  return {
    error: fault && (isChecked || !fault.isEmpty) ? fault.sentence : undefined,
    remark: findings.hints.get(path)?.join('\n'),
  }
}

/** How much there is to say of everything below a name: of a line that is closed. */
export function useCounts(name: string): { readonly faults: number; readonly hints: number } {
  const { editing, ui } = useEditor()
  const { isChecked, part } = useReadable(ui)
  const { faults, hints } = useFindings()
  const path = pathOfField(editing.get().rubric, part, name)
  const isBelow = (place: string) => place === path || place.startsWith(`${path}.`)
  const told = [...faults].filter(
    ([place, { isEmpty }]) => isBelow(place) && (isChecked || !isEmpty),
  )
  return { faults: told.length, hints: [...hints.keys()].filter(isBelow).length }
}

/** The line of the draft that has this id, wherever its list stands by now. */
export function itemOf(rubric: RubricDraft, id: string): Item | undefined {
  for (const { skills } of rubric.sections) {
    for (const { items } of skills) {
      const found = items.find((item) => item.id === id)
      if (found) return found
    }
  }
  return undefined
}
