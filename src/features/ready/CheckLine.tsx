import { useMessages, type Messages } from '#messages/messages.ts'
import type { Room } from '#platform/persistence.ts'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import type { CheckName, Finding } from './checks.ts'
import styles from './ready.module.css'
import { sayBytes, sayTime, tellFault } from './told.ts'

interface Props {
  check: CheckName
  /** `undefined` until it was made. */
  finding: Finding | undefined
  /** True while this one is being made. */
  isNow: boolean
  room: Room | undefined
  /** Milliseconds since 1970 UTC. */
  now: number
  askedInVain: boolean
  onAsk: () => void
}

/** One check: good, or what is wrong and what to do. */
export function CheckLine({ check, finding, isNow, room, now, askedInVain, onAsk }: Props) {
  const messages = useMessages()
  const words = messages.ready
  const told = finding?.fault && tellFault(finding.fault, messages)
  const state = finding ? (told ? 'look' : 'good') : 'waiting'
  return (
    <li className={styles['check']} data-state={state}>
      <Icon name={state === 'good' ? 'check' : state === 'look' ? 'alert' : 'dots'} size={24} />
      <div className={styles['words']}>
        <p>
          <span className={styles['name']}>{words.checks[check]}</span>{' '}
          <span className={styles['state']}>
            {state === 'waiting' ? (isNow ? words.checking : words.waiting) : words[state]}
          </span>
        </p>
        {finding && !told && (
          <p className={styles['quiet']}>{fineText(check, { messages, room, now })}</p>
        )}
        {told && (
          <>
            <p>{told.what}</p>
            <p>{told.todo}</p>
          </>
        )}
        {told && check === 'persistence' && (
          <div className={styles['actions']}>
            <Button onClick={onAsk}>{words.ask}</Button>
            <output className={styles['quiet']}>{askedInVain ? words.askedInVain : ''}</output>
          </div>
        )}
      </div>
    </li>
  )
}

function fineText(
  check: CheckName,
  { messages, room, now }: { messages: Messages; room: Room | undefined; now: number },
): string {
  const { fine } = messages.ready
  switch (check) {
    case 'room':
      return room ? fine.room(sayBytes(room.quota - room.used)) : fine.roomUnknown
    case 'clock':
      return fine.clock(sayTime(now, messages))
    default:
      return fine[check]
  }
}
