import { useMessages } from '#messages/messages.ts'
import { Crowd } from './Crowd.tsx'
import { Folded } from './Folded.tsx'
import { ItemLine } from './ItemLine.tsx'
import { Part } from '#parts/Part.tsx'
import { LevelName } from './LevelName.tsx'
import { hasRatings } from './shownRubrics.ts'
import styles from './summary.module.css'
import type { PartProps } from '#parts/voice.ts'

/** Items where marks lie far apart, widest first, with who stands at each end. */
export function Differences(part: PartProps) {
  const { report, of } = part
  const words = useMessages().summary
  const { itemNoun } = of.rubric
  const { differences } = of
  if (report.people.length < 2 || !hasRatings(of.rubric)) return null
  const rule =
    differences.length > 0 ? words.differencesRule(itemNoun) : words.differencesNone(itemNoun)
  return (
    <Part title={words.differences} lead={rule}>
      {differences.length > 0 && (
        <Folded
          first={5}
          lines={differences.map((difference) => (
            <ItemLine key={difference.key} part={part} of={difference} withSite>
              <ul className={styles['ends']}>
                {difference.boxes.map(({ level, people }, index) =>
                  people.length === 0 ? null : (
                    <li key={level.id} className={styles['end']}>
                      <LevelName level={level} number={index + 1} of={difference.boxes.length} />
                      <Crowd
                        people={report.people}
                        here={people.map((person) => ({ person, count: 1 }))}
                        noun={itemNoun}
                      />
                    </li>
                  ),
                )}
              </ul>
            </ItemLine>
          ))}
        />
      )}
    </Part>
  )
}
