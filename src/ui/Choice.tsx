import type { InputHTMLAttributes, ReactNode, Ref } from 'react'
import styles from './Choice.module.css'

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'type'> {
  kind: 'radio' | 'checkbox'
  label: ReactNode
  hint?: ReactNode
  ref?: Ref<HTMLInputElement>
}

/** A radio or a checkbox with a target as large as its words. */
export function Choice({ kind, label, hint, ...input }: Props) {
  return (
    <label className={styles['choice']}>
      <input type={kind} className={styles['input']} {...input} />
      <span className={styles['words']}>
        <span>{label}</span>
        {hint && <span className={styles['hint']}>{hint}</span>}
      </span>
    </label>
  )
}

/** A named group of choices. */
export function ChoiceGroup({
  legend,
  hint,
  children,
}: {
  legend: string
  hint?: string | undefined
  children: ReactNode
}) {
  return (
    <fieldset className={styles['group']}>
      <legend className={styles['legend']}>{legend}</legend>
      {hint && <p className={styles['hint']}>{hint}</p>}
      <div className={styles['options']}>{children}</div>
    </fieldset>
  )
}
