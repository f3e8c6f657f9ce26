import { useMessages } from '#messages/messages.ts'
import { newId } from '#platform/ids.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { ButtonLink } from '#ui/Button.tsx'
import { Page } from '#ui/Page.tsx'
import { NotKept } from './NotKept.tsx'
import { OtherVersions } from './OtherVersions.tsx'
import { useRemovedPeople } from './removedPeople.ts'
import styles from './setup.module.css'
import { SetupForm } from './SetupForm.tsx'
import { useStoredForm } from './useStoredForm.ts'
import { useStoredRubrics } from './useStoredRubrics.ts'
import { useStoredSession } from './useStoredSession.ts'

/** Set up of a reflection under way. What is left valid is stored; there is no Save button. */
export function SetupPage({ store }: { store: ReflectionStore }) {
  const words = useMessages().setup
  const reflection = useStore(store, (from) => from.reflection())
  const { form, keeper, unkept } = useStoredForm(store)
  const rubrics = useStoredRubrics(store)
  const removed = useRemovedPeople(store)
  const session = useStoredSession(store)
  return (
    <Page title={words.title} lead={words.leadStored}>
      <NotKept form={form} unkept={unkept} />
      <OtherVersions store={store} />
      <SetupForm
        mode={reflection.mode}
        form={form}
        keeper={keeper}
        rubrics={rubrics}
        session={session}
        isUnderWay
        newPersonId={newId}
        removed={removed}
        onSubmit={(event) => event.preventDefault()}
      >
        <div className={styles['bar']}>
          <ButtonLink look="main" icon="forward" href={`#/r/${store.id}/reflect`}>
            {words.toRubric}
          </ButtonLink>
        </div>
      </SetupForm>
    </Page>
  )
}
