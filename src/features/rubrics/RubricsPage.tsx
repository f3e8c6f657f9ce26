import { useMessages } from '#messages/messages.ts'
import { Page } from '#ui/Page.tsx'

/** To be written. */
export function RubricsPage() {
  const words = useMessages().library
  return <Page title={words.title}>{null}</Page>
}
