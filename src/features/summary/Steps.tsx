import type { Report } from '#core/report.ts'
import { useMessages } from '#messages/messages.ts'
import { Part } from '#parts/Part.tsx'
import styles from './summary.module.css'
import type { Voice } from '#parts/voice.ts'

/** What happens next, who does it and by when. Nothing at all while there is none. */
export function NextSteps({ report, voice }: { report: Report; voice: Voice }) {
  const { summary: words, common } = useMessages()
  if (report.nextSteps.length === 0) return null
  return (
    <Part title={voice.nextSteps}>
      <ul className={styles['steps']}>
        {report.nextSteps.map(({ id, what, who, by, sign, done, from, carried }) => (
          <li key={id} className={styles['step']}>
            <h3 className={styles['stepName']} dir="auto">
              {what}
            </h3>
            <p className={styles['stepFacts']}>
              {who !== '' && <span dir="auto">{who}</span>}
              {by !== '' && (
                <span dir="auto">{common.day(by) === by ? by : words.stepBy(common.day(by))}</span>
              )}
              {done && <span>{words.stepDone}</span>}
              {carried !== '' && <span>{words.stepCarried}</span>}
            </p>
            {sign !== '' && (
              <p className={styles['text']} dir="auto">
                {words.stepSign(sign)}
              </p>
            )}
            {from !== '' && (
              <p className={styles['stepFrom']} dir="auto">
                {words.stepFrom(from)}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Part>
  )
}
