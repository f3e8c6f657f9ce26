import { useMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { Page } from '#ui/Page.tsx'

/** What the session is about: the domain, its goal and how its rubric works. */
export function LearnPage({ store }: { store: ReflectionStore }) {
  const words = useMessages().learn
  const reflection = useStore(store, (from) => from.reflection())
  return <Page title={words.title}>{reflection.team}</Page>
}
