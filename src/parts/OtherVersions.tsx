import { emptiedValue } from '#core/answer.ts'
import type { RecordKind } from '#core/change.ts'
import { textVersions, type Conflict } from '#core/record.ts'
import { fieldEdits } from '#core/reflection.ts'
import { useStartMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { Button } from '#ui/Button.tsx'
import styles from './versions.module.css'

interface Props {
  store: ReflectionStore
  kind: RecordKind
  record: string
  conflict: Conflict
  /** Whose words or which field, where the place alone does not say. */
  about?: string | undefined
  /** How a stored text is shown. */
  say?: (text: string) => string
  /** What stands between two texts that are both kept; `undefined` where only one can stand. */
  joint?: string | undefined
}

/** Two devices wrote different words in one field: all stand here until someone chooses. */
export function OtherVersions(props: Props) {
  const { store, kind, record, conflict, about, say = asItIs } = props
  const joint = 'joint' in props ? props.joint : '\n'
  const words = useStartMessages().reflect
  const texts = textVersions(conflict)
  const isEmptied = conflict.versions.some(({ value }) => typeof value !== 'string' || value === '')
  const { field } = conflict
  const choose = (text: string) => {
    // What is still being typed here would come as a later change and undo the choice.
    store.commitDraft({ kind, record, field })
    const value = kind === 'response' && text === '' ? emptiedValue(field) : text
    store.apply(fieldEdits(kind, record, { [field]: value }))
  }
  return (
    <div className={styles['versions']} data-versions>
      <p className={styles['contested']}>
        {about === undefined ? words.otherVersions : words.otherVersionsOf(about)}
      </p>
      <ul className={styles['versionList']}>
        {texts.map((text) => (
          <li key={text} className={styles['version']}>
            <bdi className={styles['versionText']}>{say(text)}</bdi>
            <Button look="quiet" onClick={() => choose(text)}>
              {words.useVersion}
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles['versionActions']}>
        {texts.length > 1 && joint !== undefined && (
          <Button look="quiet" onClick={() => choose(texts.join(joint))}>
            {words.keepBoth}
          </Button>
        )}
        {isEmptied && (
          <Button look="quiet" onClick={() => choose('')}>
            {words.leaveEmpty}
          </Button>
        )}
      </div>
    </div>
  )
}

function asItIs(text: string): string {
  return text
}
