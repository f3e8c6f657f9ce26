import type { Answer, AnswerPlace, Response } from '#core/answer.ts'
import type { ItemReport } from '#core/itemReport.ts'
import type { Participant, Site } from '#core/reflection.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'

/** What the control of an item gets. */
export interface ControlProps {
  store: ReflectionStore
  report: ItemReport
  /** All answers to the item: everyone's, for every site. */
  responses: readonly Response[]
  /** Whose turn it is; `undefined` while the team marks what it agrees on. */
  person: Participant | undefined
  site: Site | undefined
  /** True where the heads of the boxes stand over the row. */
  isHeaded: boolean
  /** Of `person`, or of the team. */
  answer: Answer | undefined
  pick: (answer: Answer | undefined) => void
  place: AnswerPlace
}
