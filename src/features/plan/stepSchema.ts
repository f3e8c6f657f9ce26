import * as v from 'valibot'
import type { Mode, NextStep } from '#core/reflection.ts'
import type { Messages } from '#messages/messages.ts'
import { splitBy } from './byWhen.ts'

/** How long a step can be before it is likely two, in letters. */
const HANDY_STEP = 160

/** The shape of a next step. Its messages are remarks: nothing here ever blocks. */
export function stepSchema(words: Messages['plan'], mode: Mode) {
  const { whatMissing } = words.voices[mode]
  const who = v.pipe(v.string(), v.trim())
  return v.object({
    what: v.pipe(
      v.string(),
      v.trim(),
      v.minLength(1, whatMissing),
      v.maxLength(HANDY_STEP, words.whatLong),
    ),
    who: mode === 'team' ? v.pipe(who, v.minLength(1, words.whoMissing)) : who,
    byWords: v.string(),
    byDate: v.string(),
    sign: v.string(),
    from: v.string(),
  })
}

export type StepValues = v.InferInput<ReturnType<typeof stepSchema>>

/** What could still be said about a step, in sentences. */
export function remarksOn(
  { what, who, by, sign, from }: NextStep,
  words: Messages['plan'],
  mode: Mode,
): readonly string[] {
  const values: StepValues = { what, who, sign, from, ...splitBy(by) }
  const { issues = [] } = v.safeParse(stepSchema(words, mode), values)
  return issues.map(({ message }) => message)
}
