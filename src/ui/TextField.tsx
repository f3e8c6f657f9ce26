import type { InputHTMLAttributes, Ref, TextareaHTMLAttributes } from 'react'
import { Field, type FieldProps } from './Field.tsx'
import styles from './Field.module.css'

type InputProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'id'> & {
    ref?: Ref<HTMLInputElement>
    /** How wide the box is drawn: it hints at what is expected. */
    width?: 'full' | 'medium' | 'short'
  }

/** One line of text. Names and free text are never spell-checked by a server or auto-filled. */
export function TextField({ label, hint, error, remark, width = 'full', ...input }: InputProps) {
  return (
    <Field label={label} hint={hint} error={error} remark={remark}>
      {(ids) => (
        <input
          type="text"
          autoComplete="off"
          className={styles['input']}
          data-width={width}
          dir="auto"
          {...input}
          {...ids}
        />
      )}
    </Field>
  )
}

type AreaProps = FieldProps &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className' | 'id'> & {
    ref?: Ref<HTMLTextAreaElement>
  }

/** Text that grows with what is written. */
export function TextArea({ label, hint, error, remark, rows = 2, ...area }: AreaProps) {
  return (
    <Field label={label} hint={hint} error={error} remark={remark}>
      {(ids) => (
        <textarea
          rows={rows}
          autoComplete="off"
          autoCapitalize="sentences"
          className={styles['area']}
          dir="auto"
          {...area}
          {...ids}
        />
      )}
    </Field>
  )
}
