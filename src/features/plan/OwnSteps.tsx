import type { NextStep, Reflection } from '#core/reflection.ts'
import { useMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { Button } from '#ui/Button.tsx'
import { StepList, type ActionsProps } from './StepList.tsx'
import { moveStepEdits } from './stepOrder.ts'

/** What a list of next steps is made from. */
export interface ListProps {
  store: ReflectionStore
  /** As everyone may see it. */
  reflection: Reflection
  steps: readonly NextStep[]
  openId: string | undefined
  onOpen: (id: string | undefined) => void
}

/** The next steps of this sitting, in an order of their own. */
export function OwnSteps(props: ListProps) {
  const { plan: words } = useMessages()
  return <StepList {...props} takesNew removed={words.removed} Actions={OwnActions} />
}

function OwnActions({ store, step, steps, onEdit, onRemove, onDone }: ActionsProps) {
  const { plan: words, common } = useMessages()
  const { id } = step
  const name = step.what === '' ? words.empty : step.what
  const place = steps.indexOf(step)
  const move = (by: -1 | 1) => {
    if (!steps[place + by]) return
    store.apply(moveStepEdits(store.reflection().nextSteps, id, by))
    onDone(words.movedTo(place + by + 1, steps.length), `[data-move="${by}"]`)
  }
  return (
    <>
      {steps.length > 1 && (
        <>
          <Button
            look="quiet"
            icon="up"
            data-move={-1}
            aria-disabled={place === 0}
            aria-label={words.upOf(name)}
            onClick={() => move(-1)}
          >
            {words.up}
          </Button>
          <Button
            look="quiet"
            icon="down"
            data-move={1}
            aria-disabled={place === steps.length - 1}
            aria-label={words.downOf(name)}
            onClick={() => move(1)}
          >
            {words.down}
          </Button>
        </>
      )}
      <Button look="quiet" icon="pencil" aria-label={words.editOf(name)} onClick={onEdit}>
        {common.edit}
      </Button>
      <Button look="quiet" icon="trash" aria-label={words.removeOf(name)} onClick={onRemove}>
        {common.remove}
      </Button>
    </>
  )
}
