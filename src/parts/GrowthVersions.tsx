import { textVersions, type Conflict } from '#core/record.ts'
import { fieldEdits, type GrowthEdge } from '#core/reflection.ts'
import { useMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { Button } from '#ui/Button.tsx'
import styles from './growth.module.css'

/** Two devices wrote different words in one field: all of them stand here until someone chooses. */
export function GrowthVersions({ edge, store }: { edge: GrowthEdge; store: ReflectionStore }) {
  return edge.conflicts
    .filter(({ field }) => field === 'hard' || field === 'borrowed')
    .map((conflict) => (
      <Versions
        key={conflict.field}
        conflict={conflict}
        choose={(text) =>
          store.apply(fieldEdits('growthEdge', edge.id, { [conflict.field]: text }))
        }
      />
    ))
}

function Versions({ conflict, choose }: { conflict: Conflict; choose: (text: string) => void }) {
  const { growth: words } = useMessages()
  const texts = textVersions(conflict)
  return (
    <div className={styles['versions']}>
      <p className={styles['contested']}>{words.otherVersions}</p>
      <ul className={styles['versionList']}>
        {texts.map((text) => (
          <li key={text}>
            <p className={styles['text']} dir="auto">
              {text}
            </p>
            <Button look="quiet" onClick={() => choose(text)}>
              {words.useVersion}
            </Button>
          </li>
        ))}
      </ul>
      {texts.length > 1 && (
        <Button look="quiet" onClick={() => choose(texts.join('\n'))}>
          {words.keepBoth}
        </Button>
      )}
    </div>
  )
}
