import { useMessages } from '#messages/messages.ts'
import { Crowd } from './Crowd.tsx'
import { Folded } from './Folded.tsx'
import { ItemLine } from './ItemLine.tsx'
import { Part } from '#parts/Part.tsx'
import type { PartProps } from '#parts/voice.ts'

/** Answers given differently on two devices, for people to settle on the rubric. */
export function Contested(part: PartProps) {
  const { report, of } = part
  const words = useMessages().summary
  const items = of.sections
    .flatMap(({ skills }) => skills)
    .flatMap((skill) => skill.items)
    .filter(({ conflicts }) => conflicts.length > 0)
  if (items.length === 0) return null
  return (
    <Part title={words.contested} lead={words.contestedLead}>
      <Folded
        first={5}
        lines={items.map((item) => (
          <ItemLine key={item.key} part={part} of={item} withSite>
            <Crowd
              people={report.people}
              here={item.conflicts.flatMap(({ author }) =>
                author ? [{ person: author, count: 1 }] : [],
              )}
              noun={of.rubric.itemNoun}
            />
          </ItemLine>
        ))}
      />
    </Part>
  )
}
