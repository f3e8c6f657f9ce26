import { useWatch } from 'react-hook-form'
import type { SetupFormApi } from './keeper.ts'
import type { SessionChoices } from './SessionField.tsx'

/**
 * How a team that does not exist yet will rate: it stands in the form.
 * @param note told after each change
 */
export function useNewSession(form: SetupFormApi, note: () => void): SessionChoices {
  const { control } = form
  const way = useWatch({ control, name: 'way' })
  const plan = useWatch({ control, name: 'plan' })
  return {
    way,
    plan,
    showsMarks: () => false,
    onWay(chosen) {
      form.setValue('way', chosen, { shouldDirty: true })
      note()
    },
    onPlan(chosen) {
      form.setValue('plan', chosen, { shouldDirty: true })
      note()
    },
  }
}
