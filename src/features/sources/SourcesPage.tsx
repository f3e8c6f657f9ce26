import { useMessages } from '#messages/messages.ts'
import { Page } from '#ui/Page.tsx'

/** To be written. */
export function SourcesPage() {
  const words = useMessages().sources
  return <Page title={words.title}>{null}</Page>
}
