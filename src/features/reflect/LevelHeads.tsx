import type { Level } from '#core/rubric.ts'
import { Told } from '#ui/Told.tsx'
import styles from './reflect.module.css'

/** Heads of the columns. Hidden from assistive technology: each box carries its own name. */
export function LevelHeads({ levels }: { levels: readonly Level[] }) {
  if (levels.length === 0) return null
  return (
    <div className={styles['heads']} data-levels={levels.length} aria-hidden="true">
      <span />
      {levels.map((level, index) => (
        <span key={level.id} className={styles['levelHead']} data-level={index + 1}>
          <span className={styles['levelNumber']}>{index + 1}</span>
          <Told text={level.label} />
        </span>
      ))}
    </div>
  )
}
