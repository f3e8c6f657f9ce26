import type { ItemReport } from '#core/itemReport.ts'
import { scaleOf, type Rubric, type SetAsideReason } from '#core/rubric.ts'
import { Crowd } from './Crowd.tsx'
import { Folded } from './Folded.tsx'
import { ItemLine } from './ItemLine.tsx'
import { Part } from './Part.tsx'
import styles from './summary.module.css'
import type { PartProps } from './voice.ts'

/** Items set aside, with the reason in the rubric's own words. Distinct from a low mark. */
export function SetAside({ report, of, voice }: PartProps) {
  if (of.setAside.length === 0) return null
  return (
    <Part title={voice.setAside}>
      <Folded
        first={5}
        lines={of.setAside.map((item) => (
          <ItemLine key={item.item.id} report={report} of={item}>
            <ul className={styles['ends']}>
              {item.setAside.map(({ reason, people }) => (
                <li key={reason} className={styles['end']}>
                  <span className={styles['reason']}>{reasonLabel(of.rubric, item, reason)}</span>
                  {report.reflection.mode === 'team' && (
                    <Crowd
                      people={report.people}
                      here={people.map((person) => ({ person, count: 1 }))}
                      noun={of.rubric.itemNoun}
                    />
                  )}
                </li>
              ))}
            </ul>
          </ItemLine>
        ))}
      />
    </Part>
  )
}

function reasonLabel(rubric: Rubric, { item }: ItemReport, reason: SetAsideReason): string {
  if (item.kind !== 'rating') return ''
  return scaleOf(rubric, item).setAside.find(({ id }) => id === reason)?.label ?? ''
}
