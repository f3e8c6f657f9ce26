import { useState } from 'react'
import { useMessages } from '#messages/messages.ts'
import { estimateRoom, type Room } from '#platform/persistence.ts'
import { useStorage } from '#storage/useStorage.ts'
import { Button, ButtonLink } from '#ui/Button.tsx'
import { Page } from '#ui/Page.tsx'
import { CheckLine } from './CheckLine.tsx'
import { CHECKS, lookAt, type Finding, type OfflineAnswer, type ReadyHost } from './checks.ts'
import styles from './ready.module.css'
import { browserReadyHost } from './readyHost.ts'

interface Props {
  /** Looks into the cache of the app, file by file. */
  verifyOffline: () => Promise<OfflineAnswer>
  /** What is looked at; this browser without. */
  host?: ReadyHost
}

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'checking' | 'done'; readonly findings: readonly Finding[] }

/** One button that says whether this device can carry a workshop, and what to do if not. */
export function ReadyPage({ verifyOffline, host: given }: Props) {
  const messages = useMessages()
  const words = messages.ready
  const storage = useStorage()
  const [state, setState] = useState<State>({ kind: 'idle' })
  const [room, setRoom] = useState<Room>()
  const [askedInVain, setAskedInVain] = useState(false)
  const host = given ?? browserReadyHost({ storage, verifyOffline, words: messages })
  const check = async () => {
    setAskedInVain(false)
    setState({ kind: 'checking', findings: [] })
    setRoom(await estimateRoom())
    const findings: Finding[] = []
    for (const name of CHECKS) {
      findings.push(await lookAt(name, host))
      setState({ kind: 'checking', findings: [...findings] })
    }
    setState({ kind: 'done', findings })
  }
  const ask = async () => {
    await storage.askToKeep()
    const again = await lookAt('persistence', host)
    setAskedInVain(again.fault !== undefined)
    setState((before) =>
      before.kind === 'idle'
        ? before
        : {
            ...before,
            findings: before.findings.map((one) => (one.check === 'persistence' ? again : one)),
          },
    )
  }
  const findings = state.kind === 'idle' ? [] : state.findings
  return (
    <Page title={words.title} lead={words.lead}>
      <div className={styles['actions']}>
        <Button
          look={state.kind === 'done' ? 'plain' : 'main'}
          icon="check"
          disabled={state.kind === 'checking'}
          onClick={() => void check()}
        >
          {state.kind === 'idle' ? words.start : words.again}
        </Button>
      </div>
      <Outcome state={state} />
      {state.kind !== 'idle' && (
        <ol className={styles['checks']} aria-label={words.results}>
          {CHECKS.map((name) => (
            <CheckLine
              key={name}
              check={name}
              finding={findings.find((one) => one.check === name)}
              isNow={CHECKS[findings.length] === name}
              room={room}
              now={host.clock().now}
              askedInVain={askedInVain}
              onAsk={() => void ask()}
            />
          ))}
        </ol>
      )}
      <p className={styles['quiet']}>{words.notChecked}</p>
      <div className={styles['actions']}>
        <ButtonLink icon="print" href="#/print">
          {words.toPrint}
        </ButtonLink>
        <ButtonLink look="quiet" icon="device" href="#/device">
          {words.toDevice}
        </ButtonLink>
      </div>
    </Page>
  )
}

/** The sentence that a person with a marker in the other hand reads. */
function Outcome({ state }: { state: State }) {
  const words = useMessages().ready
  const faults = state.kind === 'done' ? state.findings.filter(({ fault }) => fault).length : 0
  return (
    <div
      className={styles['outcome']}
      role="status"
      data-good={state.kind === 'done' && faults === 0}
    >
      {state.kind === 'checking' && <p>{words.checking}</p>}
      {state.kind === 'done' && (
        <>
          <p className={styles['verdict']}>
            {faults === 0 ? words.allGood : words.toLookAt(faults)}
          </p>
          <p className={styles['quiet']}>{faults === 0 ? words.allGoodHint : words.toLookAtHint}</p>
        </>
      )}
    </div>
  )
}
