import type { Level } from '#core/rubric.ts'
import { Told } from '#ui/Told.tsx'
import styles from './summary.module.css'

/** The number and the whole sentence of a level. */
export function LevelName({ level, number, of }: { level: Level; number: number; of: number }) {
  return (
    <span className={styles['levelName']}>
      <span className={styles['levelNumber']} data-level={rampOf(number, of)}>
        {number}
      </span>
      <span>
        <Told text={level.label} />
      </span>
    </span>
  )
}

/** Where a level stands on the four tones from nearly paper to deep, however many levels there are. */
export function rampOf(number: number, of: number): number {
  return of < 2 ? 1 : 1 + Math.round(((number - 1) * 3) / (of - 1))
}
