import type { Report, RubricReport } from '#core/report.ts'
import { useMessages } from '#messages/messages.ts'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import { Contested } from './Contested.tsx'
import { Differences } from './Differences.tsx'
import { Picture } from './Picture.tsx'
import { SetAside } from './SetAside.tsx'
import { GrowthEdges } from './Steps.tsx'
import { Strengths } from './Strengths.tsx'
import styles from './summary.module.css'
import type { Voice } from './voice.ts'
import { WithoutStrategy } from './WithoutStrategy.tsx'
import { WordAnswers } from './WordAnswers.tsx'

interface Props {
  report: Report
  of: RubricReport
  voice: Voice
  /** True if the page shows more than one rubric and each needs its name. */
  isOneOfSeveral: boolean
}

/** Everything the summary says about one rubric, in the order of what a reader does next. */
export function RubricSummary({ report, of, voice, isOneOfSeveral }: Props) {
  const { summary: words, common } = useMessages()
  const { rubric, hiddenAnswers } = of
  const part = { report, of, voice }
  return (
    <>
      {isOneOfSeveral && <h2 className={styles['rubricName']}>{rubric.title.text}</h2>}
      <Picture {...part} />
      <Strengths {...part} />
      <GrowthEdges {...part} />
      <Differences {...part} />
      <Contested {...part} />
      <WithoutStrategy {...part} />
      <SetAside {...part} />
      <WordAnswers {...part} />
      {hiddenAnswers > 0 && <p className={styles['aside']}>{words.hidden(hiddenAnswers)}</p>}
      <footer className={styles['legend']}>
        <p>{words.legend}</p>
        <ul className={styles['legendList']}>
          {(['source', 'adapted', 'drafted'] as const).map((provenance) => (
            <li key={provenance}>
              <ProvenanceMark provenance={provenance} label={common.provenance[provenance]} />
            </li>
          ))}
        </ul>
        <p lang={rubric.lang}>{rubric.credit}</p>
      </footer>
    </>
  )
}
