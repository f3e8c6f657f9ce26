import type { ItemReport } from '#core/itemReport.ts'
import { useMessages } from '#messages/messages.ts'
import { hasRatings } from '#parts/hasRatings.ts'
import { Part } from '#parts/Part.tsx'
import type { PartProps } from '#parts/voice.ts'
import { Crowd } from './Crowd.tsx'
import { Folded } from './Folded.tsx'
import { ItemLine } from './ItemLine.tsx'
import { LevelName } from './LevelName.tsx'
import styles from './summary.module.css'

/** What to talk about first, with the rule that chose it; then the rest that lies far apart. */
export function Differences(part: PartProps) {
  const { report, of } = part
  const words = useMessages().summary
  const { itemNoun } = of.rubric
  const { differences, talkFirst } = of
  if (report.people.length < 2 || !hasRatings(of.rubric)) return null
  if (differences.length === 0) {
    return (
      <Part title={words.differences} lead={words.differencesNone(itemNoun)}>
        {null}
      </Part>
    )
  }
  const others = differences.filter((item) => !talkFirst.includes(item))
  return (
    <>
      {talkFirst.length > 0 && (
        <Part title={words.talkFirst} lead={words.talkFirstRule(itemNoun)}>
          <Apart of={talkFirst} part={part} first={talkFirst.length} />
        </Part>
      )}
      {others.length > 0 && (
        <Part title={words.differences} lead={words.differencesRule(itemNoun)}>
          <Apart of={others} part={part} first={3} />
        </Part>
      )}
    </>
  )
}

/** Methods with who stands at each end. */
function Apart({
  of: items,
  part,
  first,
}: {
  of: readonly ItemReport[]
  part: PartProps
  first: number
}) {
  const { report, of } = part
  return (
    <Folded
      first={first}
      lines={items.map((item) => (
        <ItemLine key={item.key} part={part} of={item} withSite>
          <ul className={styles['ends']}>
            {item.boxes.map(({ level, people }, index) =>
              people.length === 0 ? null : (
                <li key={level.id} className={styles['end']}>
                  <LevelName level={level} number={index + 1} of={item.boxes.length} />
                  <Crowd
                    people={report.people}
                    here={people.map((person) => ({ person, count: 1 }))}
                    noun={of.rubric.itemNoun}
                  />
                </li>
              ),
            )}
          </ul>
        </ItemLine>
      ))}
    />
  )
}
