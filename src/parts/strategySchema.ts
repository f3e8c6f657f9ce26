import * as v from 'valibot'
import { EVIDENCE_KINDS } from '#core/reflection.ts'
import type { StartMessages } from '#messages/messages.ts'

/** How long a strategy's name can be before posters and the catalogue get crowded, in letters. */
export const HANDY_NAME = 80

/** The shape of the strategy form. Its messages are remarks: nothing here ever blocks. */
export function strategySchema(words: StartMessages['reflect']) {
  return v.object({
    name: v.pipe(
      v.string(),
      v.trim(),
      v.minLength(1, words.nameMissing),
      v.maxLength(HANDY_NAME, words.nameLong),
    ),
    how: v.string(),
    evidence: v.string(),
    evidenceKind: v.picklist(['', ...EVIDENCE_KINDS]),
    credit: v.array(v.string()),
  })
}

export type StrategyValues = v.InferInput<ReturnType<typeof strategySchema>>
