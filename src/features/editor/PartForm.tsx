import { useEffect, type ReactNode } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { assertNever } from '#core/assert.ts'
import { useMessages } from '#messages/messages.ts'
import { useEditor } from './editorContext.ts'
import styles from './editor.module.css'
import type { EditorForm } from './formModel.ts'
import { HeadPart } from './HeadPart.tsx'
import { valuesOf, withValues } from './partValues.ts'
import type { FormPart } from './places.ts'
import { ScalesPart } from './ScalesPart.tsx'
import { SectionPart } from './SectionPart.tsx'
import { isOwn } from './sourceKeys.ts'
import { SourcesPart } from './SourcesPart.tsx'

/**
 * The form of one part. It owns what is in its fields; every change goes on to the draft. When the draft
 * is changed from elsewhere, as by undoing, a new form takes its place: give it a key.
 */
export function PartForm({ part }: { part: FormPart }) {
  const words = useMessages().editor.steps
  const { editing, used } = useEditor()
  const form = useForm<EditorForm>({ defaultValues: valuesOf(editing.get().rubric, part) })
  const { subscribe, setValue } = form
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback({ values, name = '' }) {
          editing.write(withValues(editing.get().rubric, values, used), name, {
            label: words.typing,
            part,
          })
          // The lines that name a source have followed it: from here on they know it by its new key.
          for (const [index, { key, was }] of (values.sources ?? []).entries()) {
            if (key !== was && isOwn(key, values.sources)) setValue(`sources.${index}.was`, key)
          }
        },
      }),
    [subscribe, setValue, editing, used, part, words],
  )
  return (
    <FormProvider {...form}>
      <form
        className={styles['form']}
        noValidate
        autoComplete="off"
        onSubmit={(event) => event.preventDefault()}
      >
        {contentOf(part)}
      </form>
    </FormProvider>
  )
}

function contentOf(part: FormPart): ReactNode {
  switch (part.kind) {
    case 'head':
      return <HeadPart />
    case 'scales':
      return <ScalesPart />
    case 'sources':
      return <SourcesPart />
    case 'section':
      return <SectionPart id={part.id} />
    default:
      return assertNever(part)
  }
}
