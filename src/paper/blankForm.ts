import type { Rubric } from '#core/rubric.ts'
import type { Messages } from '#messages/messages.ts'
import type { PaperSize } from './theme.ts'

/** What a blank form is composed from. */
export interface BlankForm {
  readonly rubric: Rubric
  /** The sections printed; all of them if left out. */
  readonly sectionIds: readonly string[] | undefined
  readonly paper: PaperSize
  /** `large` boxes hold the initials of more than six people. */
  readonly boxes: 'usual' | 'large'
  /** Ruled lines for strategy and evidence under each row. */
  readonly strategyLines: boolean
  readonly words: Messages
  readonly appVersion: string
  readonly fingerprint: string
}

/** How much room there is to write: the most that fits on a page. Rows and lines, in millimetres. */
export interface Space {
  readonly ruledLines: { readonly short: number; readonly long: number }
  readonly emptyRows: number
  readonly row: { readonly short: number; readonly long: number }
}

export const SPACES: readonly Space[] = [
  { ruledLines: { short: 3, long: 6 }, emptyRows: 5, row: { short: 14, long: 18 } },
  { ruledLines: { short: 2, long: 5 }, emptyRows: 4, row: { short: 14, long: 17 } },
  { ruledLines: { short: 2, long: 4 }, emptyRows: 4, row: { short: 13, long: 15 } },
  { ruledLines: { short: 2, long: 3 }, emptyRows: 3, row: { short: 12, long: 14 } },
]

/** A form with the room that one section of it gets. */
export interface SpacedForm extends BlankForm {
  readonly space: Space
  /** True where the head of the section says that the team answers all of it together. */
  readonly isTogether: boolean
}
