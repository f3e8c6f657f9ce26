import { useState } from 'react'
import { useStartMessages } from '#messages/messages.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { pwa } from './register.ts'
import { useAppUpdate } from './useAppUpdate.ts'

interface Props {
  /** True while a reflection is open: then an update can wait until it is left. */
  inReflection: boolean
  /** True where word of offline readiness is welcome: not while someone fills something in. */
  tellsReadiness: boolean
}

/** Says, once each and quietly, that the app works offline now and that a new version waits. */
export function UpdateNotice({ inReflection, tellsReadiness }: Props) {
  const { update } = useAppUpdate()
  if (update === 'none' || (update === 'postponed' && inReflection)) {
    return tellsReadiness && <OfflineNotice />
  }
  return <NewVersion inReflection={inReflection} />
}

function NewVersion({ inReflection }: Pick<Props, 'inReflection'>) {
  const { update: words } = useStartMessages().pwa
  const { update } = useAppUpdate()
  const isAsking = update === 'waiting' || update === 'postponed' || update === 'failed'
  const actions = (
    <>
      <Button look="main" onClick={pwa.update}>
        {words.now}
      </Button>
      <Button look="quiet" onClick={inReflection ? pwa.postpone : pwa.dismiss}>
        {inReflection ? words.later : words.notNow}
      </Button>
    </>
  )
  // Over a rubric every line counts.
  const comfort = inReflection ? '' : words.detail
  const detail = {
    waiting: comfort,
    postponed: comfort,
    held: words.held,
    applying: words.applying,
    failed: words.failed,
    none: '',
  }[update]
  return (
    <Notice
      live="status"
      title={words.title}
      tone={update === 'failed' ? 'warn' : 'calm'}
      actions={isAsking && actions}
    >
      {detail && <p>{detail}</p>}
    </Notice>
  )
}

function OfflineNotice() {
  const { offline: words } = useStartMessages().pwa
  const { offline } = useAppUpdate()
  const [dismissed, setDismissed] = useState(false)
  if (dismissed) return null
  const dismiss = (
    <Button look="quiet" onClick={() => setDismissed(true)}>
      {words.dismiss}
    </Button>
  )
  if (offline.kind === 'ready' && offline.isNew) {
    return (
      <Notice live="status" tone="good" title={words.ready} actions={dismiss}>
        <p>{words.readyDetail}</p>
      </Notice>
    )
  }
  if (offline.kind === 'failed') {
    return (
      <Notice live="status" tone="warn" title={words.failed} actions={dismiss}>
        <p>{words.failedDetail}</p>
      </Notice>
    )
  }
  if (offline.kind !== 'incomplete') return null
  const repair = (
    <Button onClick={() => void pwa.verifyOffline({ repair: true })}>{words.fetchMissing}</Button>
  )
  return (
    <Notice
      live="status"
      tone="warn"
      title={words.incomplete(offline.missing.length)}
      actions={repair}
    >
      <p>{words.incompleteDetail}</p>
    </Notice>
  )
}
