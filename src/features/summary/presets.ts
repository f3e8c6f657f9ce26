import type { Mode, Reflection } from '#core/reflection.ts'
import { hasWords } from '#core/itemReport.ts'
import type { PartName, Parts } from '#paper/composing.ts'

/** Whom the paper is for. */
export type PresetId = 'handout' | 'record' | 'network' | 'own'

/** What a preset prints. Parts can still be chosen one by one. */
export interface Preset {
  readonly id: PresetId
  readonly parts: Parts
  /** True where no name may stand anywhere. */
  readonly withoutNames: boolean
}

export const PART_NAMES: readonly PartName[] = [
  'summary',
  'catalogue',
  'session',
  'rubric',
  'notes',
  'feedback',
]

const EVERYTHING: Parts = {
  summary: true,
  catalogue: true,
  session: true,
  rubric: true,
  notes: true,
}

const PRESETS: Readonly<Record<PresetId, Preset>> = {
  handout: { id: 'handout', parts: { summary: true, catalogue: true }, withoutNames: false },
  record: { id: 'record', parts: EVERYTHING, withoutNames: false },
  network: {
    id: 'network',
    parts: { summary: true, catalogue: true, session: true },
    withoutNames: true,
  },
  own: { id: 'own', parts: EVERYTHING, withoutNames: false },
}

/** What is offered, everything first: a team's record, or one leader's own. */
export function presetsFor(mode: Mode): readonly [Preset, ...Preset[]] {
  const { own, record, handout, network } = PRESETS
  return [mode === 'individual' ? own : record, handout, network]
}

/** The parts there is something for: what a session did not touch is not offered. */
export function partsWithContent({ workshop }: Reflection): readonly PartName[] {
  const { commitments, solutions, tracks, feedback } = workshop
  const hasSession =
    commitments.length > 0 ||
    tracks.size > 0 ||
    solutions.some(({ text, challenge }) => hasWords(text) || hasWords(challenge))
  return PART_NAMES.filter(
    (name) =>
      (name !== 'session' || hasSession) && (name !== 'feedback' || [...feedback].length > 0),
  )
}
