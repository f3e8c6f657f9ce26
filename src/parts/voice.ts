import type { Messages } from '#messages/messages.ts'
import type { Report, RubricReport } from '#core/report.ts'

/** "We" for a team, "I" for someone alone. */
export type Voice = Messages['summary']['voices']['team']

/** What each part of the summary is made from. */
export interface PartProps {
  report: Report
  of: RubricReport
  voice: Voice
}
