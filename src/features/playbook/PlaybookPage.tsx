import { useMessages } from '#messages/messages.ts'
import { Page } from '#ui/Page.tsx'

/** To be written. */
export function PlaybookPage() {
  const words = useMessages().playbook
  return <Page title={words.title}>{null}</Page>
}
