import type { Conflict } from '#core/record.ts'
import type { Participant } from '#core/reflection.ts'
import { deleteEdit, fieldEdits } from '#core/reflection.ts'
import { useMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'

const TEXT_FIELDS = ['team', 'date', 'facilitator', 'name', 'initials']

/** What two devices wrote differently, and people one device removed while another changed them. */
export function OtherVersions({ store }: { store: ReflectionStore }) {
  const words = useMessages().setup
  const { conflicts, participants } = useStore(store, (from) => from.reflection())
  const contested = [
    ...conflicts.map((conflict) => ({ kind: 'reflection' as const, record: store.id, conflict })),
    ...participants.flatMap((person) =>
      person.conflicts.map((conflict) => ({
        kind: 'participant' as const,
        record: person.id,
        conflict,
      })),
    ),
  ].filter(({ conflict }) => TEXT_FIELDS.includes(conflict.field))
  return (
    <>
      {contested.map(({ kind, record, conflict }) => (
        <Notice
          key={`${record}${conflict.field}`}
          title={words.alsoWritten}
          actions={textsOf(conflict).map((text) => (
            <Button
              key={text}
              look="quiet"
              onClick={() => store.apply(fieldEdits(kind, record, { [conflict.field]: text }))}
            >
              {words.useVersion(text)}
            </Button>
          ))}
        />
      ))}
      {participants
        .filter(({ deletedElsewhere }) => deletedElsewhere)
        .map((person) => (
          <DeletedElsewhere key={person.id} store={store} person={person} />
        ))}
    </>
  )
}

function DeletedElsewhere({ store, person }: { store: ReflectionStore; person: Participant }) {
  const { setup: words, common } = useMessages()
  return (
    <Notice
      title={words.deletedElsewhere(person.name || person.initials)}
      actions={
        <>
          <Button onClick={() => store.apply([deleteEdit('participant', person.id, false)])}>
            {words.keep}
          </Button>
          <Button look="quiet" onClick={() => store.apply([deleteEdit('participant', person.id)])}>
            {common.remove}
          </Button>
        </>
      }
    />
  )
}

function textsOf(conflict: Conflict): readonly string[] {
  const texts = conflict.versions.map(({ value }) => value)
  return [...new Set(texts.filter((text): text is string => typeof text === 'string'))]
}
