import { trackField, type Track } from '#core/workshop.ts'
import { useMessages } from '#messages/messages.ts'
import { OtherVersions } from '#parts/OtherVersions.tsx'
import { Part } from '#parts/Part.tsx'
import { useDraftText } from '#storage/useStorage.ts'
import { TextArea } from '#ui/TextField.tsx'
import styles from './share.module.css'
import type { ShareProps } from './shareProps.ts'

/** The closing question: what tells that the network is on track, or drifting off it. */
export function OnTrack(props: ShareProps) {
  const { voice } = props
  const { share: words } = useMessages()
  return (
    <Part title={words.trackTitle} anchor="on-track" lead={voice.track}>
      <div className={styles['tracks']}>
        <Side props={props} side="on" label={voice.on} hint={voice.onHint} />
        <Side props={props} side="off" label={voice.off} hint={voice.offHint} />
      </div>
    </Part>
  )
}

function Side({
  props: { store, of, report },
  side,
  label,
  hint,
}: {
  props: ShareProps
  side: keyof Track
  label: string
  hint: string
}) {
  const field = trackField(of.rubric.id, side)
  const draft = useDraftText(store, { kind: 'reflection', record: store.id, field })
  return (
    <div>
      <TextArea
        label={label}
        hint={hint}
        rows={3}
        value={draft.text}
        onChange={(event) => draft.setText(event.currentTarget.value)}
        onBlur={draft.commit}
      />
      {report.reflection.conflicts
        .filter((conflict) => conflict.field === field)
        .map((conflict) => (
          <OtherVersions key={field} {...{ store, conflict }} kind="reflection" record={store.id} />
        ))}
    </div>
  )
}
