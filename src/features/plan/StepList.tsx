import { useRef, useState, type ComponentType } from 'react'
import type { Edit } from '#core/change.ts'
import { deleteEdit, type NextStep, type Reflection } from '#core/reflection.ts'
import { useMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { Button } from '#ui/Button.tsx'
import { Hidden } from '#ui/Hidden.tsx'
import { Notice } from '#ui/Notice.tsx'
import styles from './plan.module.css'
import { StepCard } from './StepCard.tsx'
import { StepForm } from './StepForm.tsx'

/** A step that left the list, and the way back. */
interface Gone {
  readonly step: NextStep
  readonly said: string
  readonly back: readonly Edit[]
}

/** What the buttons of a step are made from. */
export interface ActionsProps {
  store: ReflectionStore
  step: NextStep
  /** The list it stands in. */
  steps: readonly NextStep[]
  onEdit: () => void
  onRemove: () => void
  /** Takes it out of the list by edits; a sentence with an undo stands in its place. */
  onTakeOut: (said: string, edits: readonly Edit[], back: readonly Edit[]) => void
  /** Says what was done with it, and puts the focus on a part of it once the list is drawn again. */
  onDone: (said: string, focus: string) => void
}

interface Props {
  store: ReflectionStore
  /** As everyone may see it. */
  reflection: Reflection
  steps: readonly NextStep[]
  /** The step that is written just now, or a new one. */
  openId: string | undefined
  onOpen: (id: string | undefined) => void
  /** True if a new one would stand in this list. */
  takesNew?: boolean
  /** What is said when one was removed. */
  removed: (name: string) => string
  Actions: ComponentType<ActionsProps>
}

/** A list of next steps: each is a card, the one that is written a form. */
export function StepList(props: Props) {
  const { store, reflection, steps, openId, onOpen, takesNew = false, removed, Actions } = props
  const [gone, setGone] = useState<readonly Gone[]>([])
  const [news, setNews] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const focusOn = (id: string, selector: string) =>
    // Once the list is drawn again: what had the focus is gone or moved.
    requestAnimationFrame(() =>
      list.current
        ?.querySelector<HTMLElement>(`[data-step="${CSS.escape(id)}"] ${selector}`)
        ?.focus(),
    )
  const takeOut = (left: Gone, edits: readonly Edit[]) => {
    store.apply(edits)
    if (openId === left.step.id) onOpen(undefined)
    setGone((before) => [...before.filter(({ step }) => step.id !== left.step.id), left])
    focusOn(left.step.id, 'button')
  }
  const { empty } = useMessages().plan
  const remove = (step: NextStep) =>
    takeOut(
      {
        step,
        said: removed(step.what === '' ? empty : step.what),
        back: [deleteEdit('nextStep', step.id, false)],
      },
      [deleteEdit('nextStep', step.id)],
    )
  const bringBack = ({ step, back }: Gone) => {
    store.apply(back)
    setGone((before) => before.filter((one) => one.step.id !== step.id))
    focusOn(step.id, 'h3')
  }
  const close = (id: string) => {
    onOpen(undefined)
    focusOn(id, 'h3')
  }
  const rows = rowsOf(steps, gone, takesNew ? openId : undefined)
  return (
    <>
      {rows.length > 0 && (
        <ul className={styles['steps']} ref={list}>
          {rows.map(({ id, step, left }) => (
            <li key={id} className={styles['step']} data-step={id}>
              {left && <GoneNotice said={left.said} onUndo={() => bringBack(left)} />}
              {!left && (id === openId || !step) && (
                <StepForm
                  {...{ store, reflection, id, step }}
                  onRemove={() => step && remove(step)}
                  onDone={() => close(id)}
                />
              )}
              {step && id !== openId && (
                <StepCard store={store} step={step}>
                  <Actions
                    {...{ store, step, steps }}
                    onEdit={() => onOpen(id)}
                    onRemove={() => remove(step)}
                    onTakeOut={(said, edits, back) => takeOut({ step, said, back }, edits)}
                    onDone={(said, focus) => {
                      setNews(said)
                      focusOn(id, focus)
                    }}
                  />
                </StepCard>
              )}
            </li>
          ))}
        </ul>
      )}
      <output>
        <Hidden>{news}</Hidden>
      </output>
    </>
  )
}

interface Row {
  readonly id: string
  readonly step: NextStep | undefined
  readonly left: Gone | undefined
}

/** One that left keeps its place, so that nothing else moves; a new one stands at the end. */
function rowsOf(
  steps: readonly NextStep[],
  gone: readonly Gone[],
  newId: string | undefined,
): readonly Row[] {
  const away = gone.filter(({ step }) => !steps.some(({ id }) => id === step.id))
  const rows = [
    ...steps.map((step) => ({ id: step.id, order: step.order, step, left: undefined })),
    ...away.map((left) => ({
      id: left.step.id,
      order: left.step.order,
      step: undefined,
      left,
    })),
  ].toSorted((a, b) => a.order - b.order)
  const isNew = newId !== undefined && !rows.some(({ id }) => id === newId)
  return isNew ? [...rows, { id: newId, step: undefined, left: undefined }] : rows
}

function GoneNotice({ said, onUndo }: { said: string; onUndo: () => void }) {
  const { common } = useMessages()
  return (
    <Notice
      icon="check"
      live="status"
      actions={
        <Button icon="undo" onClick={onUndo}>
          {common.undo}
        </Button>
      }
    >
      <p>{said}</p>
    </Notice>
  )
}
