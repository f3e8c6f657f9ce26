import { useMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { Page } from '#ui/Page.tsx'

/** What happens next, who does it and by when. */
export function PlanPage({ store }: { store: ReflectionStore }) {
  const words = useMessages().plan
  const reflection = useStore(store, (from) => from.reflection())
  return <Page title={words.title}>{reflection.team}</Page>
}
