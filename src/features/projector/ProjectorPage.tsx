import { useMessages } from '#messages/messages.ts'
import { Page } from '#ui/Page.tsx'

/** A sitting on the wall: the step, the clock, the poster, the reveal. Nothing that is still private. */
export function ProjectorPage({ id }: { id: string }) {
  const words = useMessages().projector
  return <Page title={words.title}>{id}</Page>
}
