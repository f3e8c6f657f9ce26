import type { ReactNode } from 'react'
import type { Rubric } from '#core/rubric.ts'
import { useTelling } from '#messages/telling.ts'
import { TellingProvider } from '#ui/Told.tsx'

/** Whatever is told inside is told in the language of a rubric, and marked where a text is not in it. */
export function InItsLanguage({ rubric, children }: { rubric: Rubric; children: ReactNode }) {
  return <TellingProvider telling={useTelling(rubric)}>{children}</TellingProvider>
}
