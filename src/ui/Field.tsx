import { useId, type ReactNode } from 'react'
import styles from './Field.module.css'
import { FieldError } from './FieldError.tsx'

export interface FieldProps {
  label: string
  /** A line under the label. */
  hint?: string | undefined
  /** What is wrong and what to do; read out with the field. */
  error?: string | undefined
  /** A gentle remark that blocks nothing. */
  remark?: string | undefined
}

interface ControlIds {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** Label, hint, error and remark around one control. */
export function Field({
  label,
  hint,
  error,
  remark,
  children,
}: FieldProps & { children: (ids: ControlIds) => ReactNode }) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`, remark && `${id}-remark`]
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className={styles['hint']} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        'aria-describedby': described.filter(Boolean).join(' ') || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {remark && (
        <p className={styles['hint']} id={`${id}-remark`}>
          {remark}
        </p>
      )}
    </div>
  )
}
