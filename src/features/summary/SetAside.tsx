import { setAsideOf } from '#core/rubric.ts'
import { Crowd } from './Crowd.tsx'
import { Folded } from './Folded.tsx'
import { ItemLine } from './ItemLine.tsx'
import { Part } from '#parts/Part.tsx'
import styles from './summary.module.css'
import type { PartProps } from '#parts/voice.ts'

/** Items set aside, with the reason in the rubric's own words. Distinct from a low mark. */
export function SetAside(part: PartProps) {
  const { report, of, voice } = part
  const isTeam = report.reflection.mode === 'team'
  if (of.setAside.length === 0) return null
  return (
    <Part title={voice.setAside}>
      <Folded
        first={5}
        lines={of.setAside.map((item) => (
          <ItemLine key={item.key} part={part} of={item} withSite>
            <ul className={styles['ends']}>
              {item.setAside.map(({ reason, people }) => (
                <li key={reason} className={styles['end']}>
                  <span className={styles['reason']}>
                    {setAsideOf(of.rubric, item.item).find(({ id }) => id === reason)?.label}
                  </span>
                  {isTeam && people.length > 0 && (
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
