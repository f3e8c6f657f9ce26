import type { ReactNode } from 'react'
import { RubricsPage } from '#features/rubrics/RubricsPage.tsx'
import { useMessages } from '#messages/messages.ts'

/** The library with its place for files, which is another part of the app. */
export function LibraryRoute({ zone }: { zone: (label: string) => ReactNode }) {
  return <RubricsPage openZone={zone(useMessages().library.openFile)} />
}
