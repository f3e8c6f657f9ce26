import { useMessages } from '#messages/messages.ts'
import { Page } from '#ui/Page.tsx'

/** One look before a workshop: does this device have all it needs, without a network? */
export function ReadyPage() {
  const words = useMessages().ready
  return <Page title={words.title}>{null}</Page>
}
