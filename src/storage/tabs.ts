import type { Channel } from './host.ts'
import type { ReflectionHeader } from './headers.ts'
import type { CopyRow } from './rows.ts'

/** What one tab tells the others, always after it is on disk. */
export type TabMessage =
  /** Changes were added: read them by their ids. */
  | {
      readonly kind: 'added'
      readonly ids: { readonly [reflectionId: string]: readonly string[] }
      readonly headers: readonly ReflectionHeader[]
    }
  /** Changes were added or taken away in bulk: read the reflections again. */
  | {
      readonly kind: 'redone'
      readonly reflections: readonly string[]
      readonly headers: readonly ReflectionHeader[]
    }
  | { readonly kind: 'settings'; readonly settings: unknown }
  | { readonly kind: 'copy'; readonly copy: CopyRow }
  /** This device's own rubrics are others now. */
  | { readonly kind: 'ownRubrics' }
  /** A rubric that is being written was saved or removed. */
  | { readonly kind: 'rubricDraft'; readonly id: string }
  /** Everything on this device was cleared on purpose. */
  | { readonly kind: 'forgotten' }

export interface Tabs {
  tell(message: TabMessage): void
  close(): void
}

/** Joins the tabs of this origin. Messages of a newer version that we do not know are ignored. */
export function joinTabs(
  channel: Channel | undefined,
  onMessage: (message: TabMessage) => void,
): Tabs {
  channel?.listen((message) => {
    if (isMessage(message)) onMessage(message)
  })
  return {
    tell: (message) => channel?.post(message),
    close: () => channel?.close(),
  }
}

const KINDS = new Set<unknown>([
  'added',
  'redone',
  'settings',
  'copy',
  'ownRubrics',
  'rubricDraft',
  'forgotten',
])

function isMessage(message: unknown): message is TabMessage {
  return (
    typeof message === 'object' && message !== null && 'kind' in message && KINDS.has(message.kind)
  )
}
