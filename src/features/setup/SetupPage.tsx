import { useMessages } from '#messages/messages.ts'
import { newId } from '#platform/ids.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { ButtonLink } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { NotKept } from './NotKept.tsx'
import { OtherVersions } from './OtherVersions.tsx'
import { useRemovedPeople } from './removedPeople.ts'
import { RubricCard } from './RubricCard.tsx'
import styles from './setup.module.css'
import { SetupForm } from './SetupForm.tsx'
import { useStoredForm } from './useStoredForm.ts'

/** Set up of a reflection under way. What is left valid is stored; there is no Save button. */
export function SetupPage({ store }: { store: ReflectionStore }) {
  const words = useMessages().setup
  const reflection = useStore(store, (from) => from.reflection())
  const rubric = useStore(store, (from) => from.rubrics())[0]?.rubric
  const { form, keeper, unkept } = useStoredForm(store, rubric)
  const removed = useRemovedPeople(store)
  return (
    <Page title={words.title} lead={words.leadStored}>
      <NotKept form={form} unkept={unkept} />
      <OtherVersions store={store} />
      <SetupForm
        mode={reflection.mode}
        form={form}
        keeper={keeper}
        rubric={rubric}
        rubricField={rubric ? <RubricCard rubric={rubric} /> : <MissingRubric />}
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

function MissingRubric() {
  const words = useMessages().setup
  return (
    <Notice icon="alert">
      <p>{words.missingRubric}</p>
    </Notice>
  )
}
