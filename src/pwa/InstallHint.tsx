import { useSyncExternalStore } from 'react'
import { useStartMessages } from '#messages/messages.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { installer } from './install.ts'

interface Props {
  /** Called when the person does not want it now. Remember it, and show no hint again. */
  onDismiss: () => void
}

/**
 * How to keep the app on this device, where the browser can. Show it when it is welcome: not on the
 * first paint, not after it was dismissed, not inside a reflection.
 */
export function InstallHint({ onDismiss }: Props) {
  const { install: words } = useStartMessages().pwa
  const install = useSyncExternalStore(installer.subscribe, installer.get)
  if (install === 'none') return null
  const later = (
    <Button look="quiet" onClick={onDismiss}>
      {words.later}
    </Button>
  )
  if (install === 'steps') {
    return (
      <Notice title={words.stepsTitle} actions={later}>
        <p>{words.stepsWhy}</p>
        <ol>
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Notice>
    )
  }
  const actions = (
    <>
      <Button look="main" onClick={() => void installer.ask()}>
        {words.install}
      </Button>
      {later}
    </>
  )
  return (
    <Notice title={words.title} actions={actions}>
      <p>{words.detail}</p>
    </Notice>
  )
}
