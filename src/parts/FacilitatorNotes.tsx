import type { TimedStep } from '#core/sessionPlan.ts'
import { useMessages } from '#messages/messages.ts'
import { useReadable, useStorage } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import styles from './session.module.css'

/** What to say and to look after at a step. Whoever knows it by heart can hide it on a device. */
export function FacilitatorNotes({ step }: { step: TimedStep }) {
  const { session: words, common } = useMessages()
  const { settings } = useStorage()
  const { facilitatorNotes } = useReadable(settings)
  if (!facilitatorNotes) {
    return (
      <div>
        <Button look="quiet" onClick={() => settings.set({ facilitatorNotes: true })}>
          {words.showNotes}
        </Button>
      </div>
    )
  }
  const { say, tips } = words.notes[step]
  return (
    <section className={styles['notes']} aria-labelledby="facilitator-notes">
      <h2 className={styles['notesTitle']} id="facilitator-notes">
        {words.notesTitle}
        <ProvenanceMark provenance="drafted" label={common.provenance.drafted} quiet />
      </h2>
      <p className={styles['label']}>{words.sayAloud}</p>
      <blockquote className={styles['say']}>{say}</blockquote>
      <ul className={styles['tips']}>
        {tips.map((tip) => (
          <li key={tip}>{tip}</li>
        ))}
      </ul>
      <div>
        <Button look="quiet" onClick={() => settings.set({ facilitatorNotes: false })}>
          {words.hideNotes}
        </Button>
      </div>
    </section>
  )
}
