import * as v from 'valibot'
import type { Messages } from '#messages/messages.ts'
import type { Mode } from '#core/reflection.ts'

/** How long a step can be before it is likely two, in letters. */
const HANDY_STEP = 160

/** The shape of the form of a next step. Its messages are remarks: nothing here ever blocks. */
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
