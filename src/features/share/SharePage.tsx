import { useMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { Page } from '#ui/Page.tsx'

/** What people carry home: strengths, growth edges, and what could help. */
export function SharePage({
  store,
}: {
  store: ReflectionStore
  /** Which of its rubrics to show; the first without. */
  rubricId: string | undefined
}) {
  const words = useMessages().share
  const reflection = useStore(store, (from) => from.reflection())
  return <Page title={words.title}>{reflection.team}</Page>
}
