import { changeWayEdits, hidesMarks } from '#core/changeWay.ts'
import { fieldEdits } from '#core/reflection.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import type { SessionChoices } from './SessionField.tsx'

/** How a team under way rates, and how long its session is. */
export function useStoredSession(store: ReflectionStore): SessionChoices {
  const { way, workshop } = useStore(store, (from) => from.reflection())
  const sitting = () => ({
    reflection: store.reflection(),
    responses: store.responses(),
    rubrics: store.rubrics().map(({ rubric }) => rubric),
  })
  return {
    way,
    plan: workshop.plan,
    showsMarks: (chosen) => chosen !== 'private' && hidesMarks(sitting()),
    onWay: (chosen) => store.apply(changeWayEdits(sitting(), chosen)),
    onPlan: (plan) => store.apply(fieldEdits('reflection', store.id, { plan })),
  }
}
