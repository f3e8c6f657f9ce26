import type { Move } from '#core/moves.ts'
import type { Report, RubricReport } from '#core/report.ts'
import { useMessages } from '#messages/messages.ts'
import { hasRatings } from '#parts/hasRatings.ts'
import { GrowthEdges } from '#parts/GrowthEdges.tsx'
import type { Voice } from '#parts/voice.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { Agreed } from './Agreed.tsx'
import { Answers } from './Answers.tsx'
import { Contested } from './Contested.tsx'
import { Differences } from './Differences.tsx'
import { Earlier } from './Earlier.tsx'
import { Moves } from './Moves.tsx'
import { OnTrack } from './OnTrack.tsx'
import { Picture } from './Picture.tsx'
import { SetAside } from './SetAside.tsx'
import { Solutions } from './Solutions.tsx'
import { Strengths } from './Strengths.tsx'
import styles from './summary.module.css'
import { WithoutStrategy } from './WithoutStrategy.tsx'

interface Props {
  report: Report
  of: RubricReport
  voice: Voice
  store: ReflectionStore
  moves: ReadonlyMap<string, readonly Move[]>
}

/**
 * Everything the summary says about one rubric: where people stand, then what they carry home, then
 * what is worth a talk, then the rest.
 */
export function RubricSummary({ report, of, voice, store, moves }: Props) {
  const words = useMessages().summary
  const { rubric, hiddenAnswers } = of
  const part = { report, of, voice }
  const isRated = hasRatings(rubric)
  return (
    <>
      <Picture {...part} />
      {!isRated && <Answers {...part} />}
      <Strengths {...part} />
      <GrowthEdges {...part} store={store} />
      <Solutions {...part} />
      <OnTrack {...part} />
      <Differences {...part} />
      <Agreed {...part} />
      <Moves {...part} moves={moves.get(rubric.id) ?? []} />
      <Contested {...part} />
      <WithoutStrategy {...part} />
      <SetAside {...part} />
      {isRated && <Answers {...part} />}
      <Earlier {...part} store={store} />
      {hiddenAnswers > 0 && <p className={styles['aside']}>{words.hidden(hiddenAnswers)}</p>}
    </>
  )
}
