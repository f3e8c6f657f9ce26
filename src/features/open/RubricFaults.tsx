import type { RubricFault } from '#core/problem.ts'
import { useMessages } from '#messages/messages.ts'
import { Notice } from '#ui/Notice.tsx'
import styles from './open.module.css'

/** How many mistakes are listed before the rest is folded. */
const OPEN = 12

/** What the validator says of a rubric file: every mistake with its place, and nothing was changed. */
export function RubricFaults({ name, faults }: { name: string; faults: readonly RubricFault[] }) {
  const { open: words, problems } = useMessages()
  const rest = faults.slice(OPEN)
  return (
    <Notice tone="warn" icon="alert" live="alert" title={problems.rubricInvalid.title}>
      {name !== '' && (
        <p className={styles['fileName']}>
          <bdi>{name}</bdi>
        </p>
      )}
      <p>{words.faults(faults.length)}</p>
      <Faults faults={faults.slice(0, OPEN)} />
      {rest.length > 0 && (
        <details>
          <summary className={styles['summary']}>{words.moreFaults(rest.length)}</summary>
          <Faults faults={rest} />
        </details>
      )}
      <p>{words.faultsNext}</p>
    </Notice>
  )
}

function Faults({ faults }: { faults: readonly RubricFault[] }) {
  return (
    <ul className={styles['faults']}>
      {faults.map(({ path, place, sentence }) => (
        <li key={`${path}\n${place}\n${sentence}`}>
          <p className={styles['place']}>
            <bdi>{place}</bdi>
          </p>
          <p>{sentence}</p>
          {path !== '' && <code className={styles['path']}>{path}</code>}
        </li>
      ))}
    </ul>
  )
}
