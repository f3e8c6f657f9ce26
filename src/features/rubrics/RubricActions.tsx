import type { Rubric } from '#core/rubric.ts'
import { problemText } from '#messages/problemText.ts'
import { useMessages } from '#messages/messages.ts'
import type { RubricOrigin } from '#storage/rows.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import styles from './rubrics.module.css'
import { useRubricDeeds, type Outcome } from './useRubricDeeds.ts'

interface Props {
  rubric: Rubric
  hash: string
  isOwn: boolean
}

/** The buttons of a rubric of the library, and what became of the last one. */
export function RubricActions({ rubric, hash, isOwn }: Props) {
  const { library: words, common } = useMessages()
  const { outcome, save, copy, edit, take, putBack } = useRubricDeeds({ rubric, hash })
  return (
    <div className={styles['deeds']}>
      <div className={styles['actions']}>
        {isOwn && (
          <Button look="main" icon="pencil" onClick={() => void edit()}>
            {common.edit}
          </Button>
        )}
        <Button icon="plus" onClick={copy}>
          {words.copy}
        </Button>
      </div>
      <div className={styles['quietActions']}>
        <Button look="quiet" icon="save" onClick={() => void save('json')}>
          {words.saveJson}
        </Button>
        <Button look="quiet" icon="save" onClick={() => void save('csv')}>
          {words.saveCsv}
        </Button>
        {isOwn && outcome.kind !== 'taken' && (
          <Button look="quiet" icon="cross" onClick={() => void take()}>
            {words.take}
          </Button>
        )}
      </div>
      <OutcomeNotice outcome={outcome} onUndo={(from) => void putBack(from)} />
    </div>
  )
}

function OutcomeNotice({
  outcome,
  onUndo,
}: {
  outcome: Outcome
  onUndo: (from: RubricOrigin) => void
}) {
  const messages = useMessages()
  const { library: words, common } = messages
  switch (outcome.kind) {
    case 'none':
      return null
    case 'saved':
      return (
        <Notice
          live="status"
          tone={outcome.saved === 'cancelled' ? 'calm' : 'good'}
          icon={outcome.saved === 'cancelled' ? 'question' : 'check'}
        >
          <p className={styles['fileName']}>{words.saved[outcome.saved](outcome.name)}</p>
        </Notice>
      )
    case 'taken':
      return (
        <Notice
          live="status"
          icon="cross"
          actions={
            <Button icon="undo" onClick={() => onUndo(outcome.from)}>
              {common.undo}
            </Button>
          }
        >
          <p>{words.taken}</p>
        </Notice>
      )
    case 'problem': {
      const { title, sentence, nextStep } = problemText(outcome.problem, messages)
      return (
        <Notice tone="warn" icon="alert" live="alert" title={title}>
          <p>{sentence}</p>
          <p>{nextStep}</p>
        </Notice>
      )
    }
  }
}
