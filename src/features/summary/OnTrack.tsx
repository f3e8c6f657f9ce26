import { hasWords } from '#core/itemReport.ts'
import { Part } from '#parts/Part.tsx'
import type { PartProps } from '#parts/voice.ts'
import styles from './summary.module.css'

/** What tells that the network is on track, or drifting off it. */
export function OnTrack({ report, of, voice }: PartProps) {
  const track = report.reflection.workshop.tracks.get(of.rubric.id)
  const sides = [
    { title: voice.onTrack, said: track?.on ?? '' },
    { title: voice.offTrack, said: track?.off ?? '' },
  ].filter(({ said }) => hasWords(said))
  if (sides.length === 0) return null
  return (
    <Part title={voice.track}>
      <div className={styles['sides']}>
        {sides.map(({ title, said }) => (
          <div key={title} className={styles['side']}>
            <h3 className={styles['kicker']}>{title}</h3>
            <p className={styles['text']} dir="auto">
              {said}
            </p>
          </div>
        ))}
      </div>
    </Part>
  )
}
