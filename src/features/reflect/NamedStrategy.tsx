import { chipLook } from '#core/people.ts'
import type { Conflict } from '#core/record.ts'
import { deleteEdit, fieldEdits, type Reflection, type Strategy } from '#core/reflection.ts'
import { useMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { Button } from '#ui/Button.tsx'
import { PersonChip } from '#ui/PersonChip.tsx'
import styles from './reflect.module.css'

/** A strategy as it stands, with what else was written of it on another device. */
export function NamedStrategy({
  store,
  strategy,
  reflection,
  onEdit,
}: {
  store: ReflectionStore
  strategy: Strategy
  reflection: Reflection
  onEdit: () => void
}) {
  const { reflect: words, common } = useMessages()
  const title = strategy.name || words.unnamedStrategy
  return (
    <div className={styles['strategy']}>
      <div className={styles['strategyWords']}>
        <p className={styles['strategyName']}>
          <bdi>{title}</bdi>
          {reflection.participants.map(
            (person, seat) =>
              strategy.credit.includes(person.id) && (
                <PersonChip key={person.id} initials={person.initials} look={chipLook(seat)} />
              ),
          )}
        </p>
        {strategy.how && (
          <p>
            <bdi>{strategy.how}</bdi>
          </p>
        )}
        {strategy.evidence && (
          <p className={styles['evidence']}>
            <bdi>{strategy.evidence}</bdi>
          </p>
        )}
        {strategy.conflicts.map((conflict) => (
          <OtherVersions key={conflict.field} {...{ store, strategy, conflict }} />
        ))}
        {strategy.deletedElsewhere && (
          <p className={styles['contested']}>
            {words.deletedElsewhere}{' '}
            <Button
              look="quiet"
              onClick={() => store.apply([deleteEdit('strategy', strategy.id, false)])}
            >
              {words.keep}
            </Button>
          </p>
        )}
      </div>
      <Button look="quiet" icon="pencil" onClick={onEdit} aria-label={`${common.edit}: ${title}`}>
        {common.edit}
      </Button>
    </div>
  )
}

const TEXTS = ['name', 'how', 'evidence']

/** Two devices wrote different words in one field: both stand here until someone chooses. */
function OtherVersions({
  store,
  strategy,
  conflict,
}: {
  store: ReflectionStore
  strategy: Strategy
  conflict: Conflict
}) {
  const words = useMessages().reflect
  if (!TEXTS.includes(conflict.field)) return null
  const texts = conflict.versions.flatMap(({ value }) =>
    typeof value === 'string' && value !== '' ? [value] : [],
  )
  const choose = (text: string) =>
    store.apply(fieldEdits('strategy', strategy.id, { [conflict.field]: text }))
  return (
    <div className={styles['versions']}>
      <p className={styles['contested']}>{words.otherVersions}</p>
      <ul className={styles['versionList']}>
        {[...new Set(texts)].map((text) => (
          <li key={text}>
            <bdi>{text}</bdi>{' '}
            <Button look="quiet" onClick={() => choose(text)}>
              {words.useVersion}
            </Button>
          </li>
        ))}
      </ul>
      <Button look="quiet" onClick={() => choose([...new Set(texts)].join('\n'))}>
        {words.keepBoth}
      </Button>
    </div>
  )
}
