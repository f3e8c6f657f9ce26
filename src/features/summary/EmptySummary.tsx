import type { ReactNode } from 'react'
import styles from './summary.module.css'
import type { Voice } from '#parts/voice.ts'

const STRIPS = [2, 1, 3]
const BOXES = [0, 1, 2, 3]

/** What will be here, as an empty drawing, and the first step towards it. */
export function EmptySummary({
  voice,
  isRated,
  children,
}: {
  voice: Voice
  /** True if there will be boxes; otherwise the drawing is of lines of writing. */
  isRated: boolean
  children: ReactNode
}) {
  return (
    <section className={styles['empty']}>
      <div className={styles['ghost']} aria-hidden="true" data-boxes={isRated}>
        {STRIPS.map((place) => (
          <div key={place} className={styles['ghostStrip']}>
            <span className={styles['ghostSkill']} />
            {!isRated && <span className={styles['ghostLine']} />}
            {(isRated ? BOXES : []).map((box) => (
              <span key={box} className={styles['ghostBox']} data-level={box + 1}>
                {box === place && <span className={styles['ghostChip']} />}
              </span>
            ))}
          </div>
        ))}
      </div>
      <div className={styles['emptyWords']}>
        <h2 className={styles['emptyTitle']}>
          {isRated ? voice.emptyTitle : voice.emptyAnswersTitle}
        </h2>
        <p className={styles['lead']}>{isRated ? voice.empty : voice.emptyAnswers}</p>
        {children}
      </div>
    </section>
  )
}
