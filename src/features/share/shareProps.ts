import type { Report, RubricReport } from '#core/report.ts'
import type { Section } from '#core/rubric.ts'
import type { Messages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'

/** What each part of the page is made from. */
export interface ShareProps {
  store: ReflectionStore
  /** Without anything that is still private. */
  report: Report
  /** The rubric on the page. */
  of: RubricReport
  /** Its sections that are still private. */
  hidden: readonly Section[]
  /** "We" for a team, "I" for someone alone. */
  voice: Messages['share']['voices']['team']
}

/** The parts of the page in order, by the names links use. */
export const ANCHORS = ['talk-first', 'strengths', 'growth', 'solutions', 'on-track'] as const
export type Anchor = (typeof ANCHORS)[number]
