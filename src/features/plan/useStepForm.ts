import { valibotResolver } from '@hookform/resolvers/valibot'
import { useEffect, useMemo } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import type { Edit } from '#core/change.ts'
import { fieldEdits, type NextStep } from '#core/reflection.ts'
import { useMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { splitBy } from './byWhen.ts'
import { nextOrder } from './stepOrder.ts'
import { stepSchema, type StepValues } from './stepSchema.ts'

const TEXTS = ['what', 'who', 'by', 'sign'] as const
/** The fields of a next step that are typed. */
export type StepText = (typeof TEXTS)[number]

/** The form of one next step, tied to the store. */
export interface StepFormApi {
  readonly form: UseFormReturn<StepValues>
  /** Keeps a keystroke. */
  type(field: StepText, text: string): void
  /** Makes a change of what was typed: the writer has left the field. */
  leave(field: StepText): void
  /** Writes a text as an act of its own, apart from what was being typed. */
  write(field: StepText, text: string): void
  choose(from: string): void
  leaveAll(): void
}

/**
 * Every keystroke is a draft at once and a change when the writer leaves the field. A step exists
 * from its first words on; before that there is nothing to keep.
 */
export function useStepForm(
  store: ReflectionStore,
  id: string,
  step: NextStep | undefined,
): StepFormApi {
  const words = useMessages().plan
  const { mode } = store.reflection()
  const schema = useMemo(() => stepSchema(words, mode), [words, mode])
  const form = useForm<StepValues>({
    resolver: valibotResolver(schema),
    // Not on leaving a field: a remark that comes up then would move what is being tapped.
    mode: 'onChange',
    defaultValues: startingValues(store, id, step),
  })
  useFollowing({ store, id, step, form })
  // A field that vanishes while it has the focus gets no blur.
  useEffect(
    () => () => {
      for (const field of TEXTS) store.commitDraft({ kind: 'nextStep', record: id, field })
    },
    [store, id],
  )
  const place = (field: StepText) => ({ kind: 'nextStep' as const, record: id, field })
  const founding = (): readonly Edit[] => {
    const { nextSteps } = store.reflection()
    if (nextSteps.some((one) => one.id === id)) return []
    return fieldEdits('nextStep', id, { order: nextOrder(nextSteps) })
  }
  const type = (field: StepText, text: string) => store.setDraft(place(field), text, founding())
  const leave = (field: StepText) => store.commitDraft(place(field))
  return {
    form,
    type,
    leave,
    write(field, text) {
      leave(field)
      type(field, text)
      leave(field)
    },
    choose: (from) => store.apply([...founding(), ...fieldEdits('nextStep', id, { from })]),
    leaveAll: () => TEXTS.forEach(leave),
  }
}

function startingValues(
  store: ReflectionStore,
  id: string,
  step: NextStep | undefined,
): StepValues {
  const text = (field: StepText) =>
    store.draft({ kind: 'nextStep', record: id, field }) ?? step?.[field] ?? ''
  return {
    what: text('what'),
    who: text('who'),
    sign: text('sign'),
    from: step?.from ?? '',
    ...splitBy(text('by')),
  }
}

/** Fields nobody is typing into show what is stored: another tab may have written meanwhile. */
function useFollowing({
  store,
  id,
  step,
  form,
}: {
  store: ReflectionStore
  id: string
  step: NextStep | undefined
  form: UseFormReturn<StepValues>
}) {
  useEffect(() => {
    if (!step) return
    const isTyped = (field: StepText) =>
      store.draft({ kind: 'nextStep', record: id, field }) !== undefined
    for (const field of ['what', 'who', 'sign'] as const) {
      if (!isTyped(field) && form.getValues(field) !== step[field]) {
        form.setValue(field, step[field])
      }
    }
    const { byWords, byDate } = form.getValues()
    if (!isTyped('by') && (byDate || byWords) !== step.by) {
      const shown = splitBy(step.by)
      form.setValue('byWords', shown.byWords)
      form.setValue('byDate', shown.byDate)
    }
    if (form.getValues('from') !== step.from) form.setValue('from', step.from)
  }, [store, id, step, form])
}
