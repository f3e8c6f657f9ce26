import type { Rubric } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { rubricHeaders } from '#rubrics/catalog.ts'
import { Choice, ChoiceGroup } from '#ui/Choice.tsx'
import { RubricCard } from './RubricCard.tsx'

interface Props {
  /** The chosen one, once it is open. */
  rubric: Rubric | undefined
  chosen: string
  onChoose: (rubricId: string) => void
}

/** Which rubric to reflect with. While there is one, it is shown and not asked for. */
export function RubricPicker({ rubric, chosen, onChoose }: Props) {
  const words = useMessages().setup
  return (
    <>
      {rubricHeaders.length > 1 && (
        <ChoiceGroup legend={words.rubric}>
          {rubricHeaders.map(({ id, title }) => (
            <Choice
              key={id}
              kind="radio"
              name="rubric"
              label={title}
              checked={id === chosen}
              onChange={() => onChoose(id)}
            />
          ))}
        </ChoiceGroup>
      )}
      {rubric && <RubricCard rubric={rubric} />}
    </>
  )
}
