import { CreditFields, RewordedOffer } from './CreditFields.tsx'
import styles from './editor.module.css'
import { LineField, TextBox } from './FormFields.tsx'
import type { CreditedName } from './names.ts'

interface Props {
  name: CreditedName
  label: string
  hint?: string
  /** More than one line of room. */
  isLong?: boolean
}

/** A text and, folded, where it comes from. */
export function CreditedField({ name, label, hint, isLong = false }: Props) {
  const Text = isLong ? TextBox : LineField
  return (
    <div className={styles['credited']}>
      <Text name={`${name}.text`} label={label} {...(hint === undefined ? {} : { hint })} />
      <RewordedOffer name={name} />
      <CreditFields name={name} />
    </div>
  )
}
