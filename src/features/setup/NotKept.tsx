import { useMessages } from '#messages/messages.ts'
import { Notice } from '#ui/Notice.tsx'
import type { SetupFormApi } from './keeper.ts'
import styles from './setup.module.css'
import type { Unkept } from './useStoredForm.ts'

/** What was written here earlier and could not be stored: the fields below have it again. */
export function NotKept({ form, unkept }: { form: SetupFormApi; unkept: readonly Unkept[] }) {
  const words = useMessages().setup
  const open = unkept.filter(({ path }) => form.getFieldState(path, form.formState).error)
  if (open.length === 0) return null
  return (
    <Notice tone="warn" icon="alert" live="status" title={words.notKept}>
      <ul className={styles['unkept']}>
        {open.map(({ path, stored }) => (
          <li key={path}>{sentence(path, stored)}</li>
        ))}
      </ul>
    </Notice>
  )

  function sentence(path: string, stored: string): string {
    if (path === 'team') return words.stillName(stored)
    if (path === 'date') return words.stillDate(stored)
    const id = path.split('.')[1] ?? ''
    return words.stillInitials(form.getValues('people')[id]?.name ?? '', stored)
  }
}
