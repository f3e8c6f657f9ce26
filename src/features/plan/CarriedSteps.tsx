import { fieldEdits } from '#core/reflection.ts'
import { useMessages } from '#messages/messages.ts'
import { Button } from '#ui/Button.tsx'
import type { ListProps } from './OwnSteps.tsx'
import { StepList, type ActionsProps } from './StepList.tsx'

/** What was still open last time: done, kept, or let go of. */
export function CarriedSteps(props: ListProps) {
  const { plan: words } = useMessages()
  return <StepList {...props} removed={words.letGoDone} Actions={CarriedActions} />
}

function CarriedActions({ step, onEdit, onRemove, onTakeOut }: ActionsProps) {
  const { plan: words, common } = useMessages()
  const { id, carried, done } = step
  const name = step.what === '' ? words.empty : step.what
  const keep = () =>
    onTakeOut(
      words.kept(name),
      fieldEdits('nextStep', id, { carried: '' }),
      fieldEdits('nextStep', id, { carried }),
    )
  return (
    <>
      {!done && (
        <Button look="quiet" icon="down" aria-label={words.keepOf(name)} onClick={keep}>
          {words.keep}
        </Button>
      )}
      <Button look="quiet" icon="pencil" aria-label={words.editOf(name)} onClick={onEdit}>
        {common.edit}
      </Button>
      <Button look="quiet" icon="trash" aria-label={words.letGoOf(name)} onClick={onRemove}>
        {words.letGo}
      </Button>
    </>
  )
}
