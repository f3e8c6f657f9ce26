import { useState } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'
import { isJsonObject } from '#core/json.ts'
import type { Problem } from '#core/problem.ts'
import type { Rubric } from '#core/rubric.ts'
import { newId } from '#platform/ids.ts'
import type { SaveOutcome } from '#platform/saveFile.ts'
import { useRubricLibrary } from '#storage/library.ts'
import type { RubricOrigin } from '#storage/rows.ts'
import { useStorage } from '#storage/useStorage.ts'
import { exportName, exportRubric, type ExportForm } from './exportRubric.ts'
import { copyDraft, editDraft } from './newDrafts.ts'

/** What became of the last thing that was done with a rubric. */
export type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'saved'; readonly saved: SaveOutcome; readonly name: string }
  | { readonly kind: 'taken'; readonly from: RubricOrigin }
  | { readonly kind: 'problem'; readonly problem: Problem }

interface RubricDeeds {
  readonly outcome: Outcome
  save(form: ExportForm): Promise<void>
  /** Begins a rubric of its own from this one. */
  copy(): void
  /** Goes on with what was begun of its next version, or begins it. */
  edit(): Promise<void>
  take(): Promise<void>
  putBack(from: RubricOrigin): Promise<void>
}

/** What can be done with a rubric of the library. */
export function useRubricDeeds({ rubric, hash }: { rubric: Rubric; hash: string }): RubricDeeds {
  const storage = useStorage()
  const library = useRubricLibrary()
  const [, goTo] = useHashLocation()
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' })
  const refuse = (problem: Problem) => setOutcome({ kind: 'problem', problem })
  return {
    outcome,
    async save(form) {
      const saved = await exportRubric(rubric, form)
      if (!saved.ok) return refuse(saved.problem)
      return setOutcome({ kind: 'saved', saved: saved.value, name: exportName(rubric, form) })
    },
    copy() {
      const draft = copyDraft(newId(), { rubric, hash }, new Set(library.map(({ id }) => id)))
      storage.rubricDrafts.save(draft)
      goTo(`/rubrics/edit/${draft.id}`)
    },
    async edit() {
      const drafts = await storage.rubricDrafts.list()
      if (!drafts.ok) return refuse(drafts.problem)
      const begun = drafts.value.find(
        ({ from, content }) =>
          from?.hash === hash && isJsonObject(content) && content['id'] === rubric.id,
      )
      const id = begun?.id ?? newId()
      if (!begun) storage.rubricDrafts.save(editDraft(id, { rubric, hash }))
      return goTo(`/rubrics/edit/${id}`)
    },
    async take() {
      const from = storage.ownRubrics.get().find((own) => own.hash === hash)?.from ?? 'file'
      const done = await storage.dropRubric(hash)
      return done.ok ? setOutcome({ kind: 'taken', from }) : refuse(done.problem)
    },
    async putBack(from) {
      const done = await storage.keepRubric(rubric, from)
      return done.ok ? setOutcome({ kind: 'none' }) : refuse(done.problem)
    },
  }
}
