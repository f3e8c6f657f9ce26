import { useMessages } from '#messages/messages.ts'
import { Page } from '#ui/Page.tsx'

/** To be written. */
export function EditorPage(_props: { draftId: string }) {
  const words = useMessages().editor
  return <Page title={words.title}>{null}</Page>
}
