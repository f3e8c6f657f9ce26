import { useMessages } from '#messages/messages.ts'
import { SwitchField } from './FormFields.tsx'
import type { ItemName } from './names.ts'
import { OptionsField } from './OptionsField.tsx'

interface Props {
  name: ItemName
  itemId: string
  isUsed: boolean
}

/** The fields of a choice: its options, and whether several may be chosen. */
export function ChoiceFields({ name, itemId, isUsed }: Props) {
  const words = useMessages().editor
  return (
    <>
      <OptionsField name={`${name}.options`} owner={itemId} legend={words.fields.options} />
      {!isUsed && <SwitchField name={`${name}.many`} label={words.fields.severalOptions} />}
    </>
  )
}
