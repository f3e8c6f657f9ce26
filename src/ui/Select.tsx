import type { ReactNode, Ref, SelectHTMLAttributes } from 'react'
import { Field, type FieldProps } from './Field.tsx'
import styles from './Field.module.css'

type Props = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'className' | 'id'> & {
    ref?: Ref<HTMLSelectElement>
    /** How wide the box may get. */
    width?: 'full' | 'medium'
    children: ReactNode
  }

/** A native list to choose one from. */
export function Select({
  label,
  hint,
  error,
  remark,
  width = 'medium',
  children,
  ...select
}: Props) {
  return (
    <Field label={label} hint={hint} error={error} remark={remark}>
      {(ids) => (
        <select className={styles['input']} data-width={width} {...select} {...ids}>
          {children}
        </select>
      )}
    </Field>
  )
}
