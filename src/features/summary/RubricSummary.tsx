import type { Report, RubricReport } from '#core/report.ts'
import { useMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { Answers } from './Answers.tsx'
import { Contested } from './Contested.tsx'
import { Differences } from './Differences.tsx'
import { GrowthEdges } from '#parts/GrowthEdges.tsx'
import { Picture } from './Picture.tsx'
import { SetAside } from './SetAside.tsx'
import { hasRatings } from './shownRubrics.ts'
import { Strengths } from './Strengths.tsx'
import styles from './summary.module.css'
import type { Voice } from '#parts/voice.ts'
import { WithoutStrategy } from './WithoutStrategy.tsx'

interface Props {
  report: Report
  of: RubricReport
  voice: Voice
  store: ReflectionStore
}

/** Everything the summary says about one rubric, in the order of what a reader does next. */
export function RubricSummary({ report, of, voice, store }: Props) {
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
      <Differences {...part} />
      <Contested {...part} />
      <WithoutStrategy {...part} />
      <SetAside {...part} />
      {isRated && <Answers {...part} />}
      {hiddenAnswers > 0 && <p className={styles['aside']}>{words.hidden(hiddenAnswers)}</p>}
    </>
  )
}
