import { deleteEdit, fieldEdits } from '#core/reflection.ts'
import { useStartMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useDraftText } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { TextField } from '#ui/TextField.tsx'
import styles from './sites.module.css'

interface Props {
  store: ReflectionStore
  siteId: string
  isNew: boolean
  /** True if somebody asked for the form: then the writing goes on in it. */
  isAsked: boolean
  canClose: boolean
  onSite: (siteId: string) => void
  /** Told when the writing begins. */
  onBegin: () => void
  /** Asks for the form of one more site. */
  onNext: () => void
  onDone: () => void
}

/** The name of a site. It exists from its first letter on; Enter goes on to the next new one. */
export function SiteForm(props: Props) {
  const { store, siteId, isNew, isAsked, canClose, onSite, onBegin, onNext, onDone } = props
  const { reflect: words, common } = useStartMessages()
  const draft = useDraftText(store, { kind: 'site', record: siteId, field: 'name' })
  const isBlank = draft.text.trim() === ''
  const keep = () => {
    draft.commit()
    const isThere = store.reflection().sites.some(({ id }) => id === siteId)
    if (!isBlank) onSite(siteId)
    // A new site whose name was wiped out again was never meant.
    else if (isNew && isThere) store.apply([deleteEdit('site', siteId)])
  }
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        keep()
        if (isNew && !isBlank) onNext()
        else onDone()
      }}
    >
      <TextField
        key={siteId}
        label={words.siteName}
        hint={isNew ? words.siteHint : undefined}
        maxLength={120}
        {...(isAsked && { ref: focusOnce })}
        value={draft.text}
        onFocus={onBegin}
        onChange={(event) => {
          onBegin()
          const order = store.reflection().sites.length
          const founding = isNew ? fieldEdits('site', siteId, { order }) : undefined
          draft.setText(event.target.value, founding)
        }}
        onBlur={draft.commit}
      />
      <div className={styles['formActions']}>
        {isNew && (
          <Button type="submit" icon="plus">
            {words.addThisSite}
          </Button>
        )}
        {(canClose || !isNew) && (
          <Button
            look="quiet"
            icon="check"
            onClick={() => {
              keep()
              onDone()
            }}
          >
            {common.done}
          </Button>
        )}
      </div>
    </form>
  )
}

function focusOnce(input: HTMLInputElement | null) {
  input?.focus()
}
