import { useRef, useState } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'
import type { Problem } from '#core/problem.ts'
import type { Mode, Reflection } from '#core/reflection.ts'
import { beginsWithLearn } from '#core/sessionPlan.ts'
import { carryEdits } from '#core/startAgain.ts'
import { newId } from '#platform/ids.ts'
import { loadEntry } from '#storage/library.ts'
import { useStorage } from '#storage/useStorage.ts'
import { newReflectionEdits, type SetupValues } from './setupForm.ts'

/**
 * Stores the reflection and goes to its rubric, or to Learn where the session has time for it.
 * @param input.earlier the reflection it starts from
 */
export function useCreation({
  mode,
  earlier,
  finish,
}: {
  mode: Mode
  earlier: Reflection | undefined
  finish: () => void
}) {
  const storage = useStorage()
  const [, goTo] = useHashLocation()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const isCreating = useRef(false)
  const store = async (values: SetupValues) => {
    const loaded = await Promise.all(values.rubrics.map(({ key }) => loadEntry(storage, key)))
    const rubrics = loaded.flatMap((result, at) =>
      result.ok
        ? [{ rubric: result.value.rubric, sections: values.rubrics[at]?.sections ?? [] }]
        : [],
    )
    const missing = loaded.find((result) => !result.ok)
    if (missing) return missing
    return storage.create({
      rubrics: rubrics.map(({ rubric }) => rubric),
      edits: (reflectionId) => [
        ...newReflectionEdits({ reflectionId, mode, rubrics, values }),
        ...(earlier
          ? carryEdits({ earlier, reflectionId, people: Object.keys(values.people), newId })
          : []),
      ],
    })
  }
  const create = async (values: SetupValues) => {
    // Enter pressed twice comes here twice before the button is drawn as busy.
    if (isCreating.current) return
    isCreating.current = true
    setBusy(true)
    setProblem(undefined)
    const created = await store(values)
    if (!created.ok) {
      isCreating.current = false
      setBusy(false)
      setProblem(created.problem)
      return
    }
    finish()
    // The form has served: Back leads to where it was opened from.
    const first = beginsWithLearn(values.plan) ? 'learn' : 'reflect'
    goTo(`/r/${created.value}/${first}`, { replace: true })
  }
  return { create, isBusy, problem }
}
