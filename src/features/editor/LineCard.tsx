import type { ReactNode } from 'react'
import type { Provenance } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { useReadable } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import { useCounts, useDraft, useEditor } from './editorContext.ts'
import styles from './editor.module.css'

interface Props {
  /** Tells it from all other lines: what is open, and where the focus goes. */
  id: string
  /** "Method 1.2a". */
  name: string
  number?: string
  text: string
  /** What the stored id is, for the curious. */
  storedId?: string
  provenance?: Provenance
  sources?: readonly string[]
  isRetired?: boolean
  /** Short words on it while it is closed. */
  tags?: readonly string[]
  /** The form's name of what is below it: for the faults and hints it has. */
  field: string
  /** True for what others stand below: its text is a heading. */
  isHeading?: boolean
  /** Moving, retiring, taking out. */
  actions?: ReactNode
  children: ReactNode
}

/**
 * A line as it reads, and its fields once it is opened. Only what is open is drawn as a form, so that a
 * large rubric stays quick and looks like what it is.
 */
export function LineCard(props: Props) {
  const { ui } = useEditor()
  const { open } = useReadable(ui)
  return open.has(props.id) ? <OpenLine {...props} /> : <ClosedLine {...props} />
}

function ClosedLine(props: Props) {
  const { id, name, number, text, provenance, sources = [], isRetired = false, tags = [] } = props
  const { editor: words, common } = useMessages()
  const { ui } = useEditor()
  const { lang } = useDraft()
  const { faults, hints } = useCounts(props.field)
  const origin = provenance && [common.provenanceShort[provenance], sources.join(', ')]
  const notes = [
    ...(isRetired ? [words.line.retired] : []),
    ...tags,
    ...(faults > 0 ? [words.line.faults(faults)] : []),
    ...(hints > 0 ? [words.line.hints(hints)] : []),
  ]
  const Text = props.isHeading ? 'h3' : 'p'
  const Line = props.isHeading ? 'div' : 'li'
  return (
    <Line className={styles['line']} data-retired={isRetired} data-field={props.field}>
      {number !== undefined && <span className={styles['number']}>{number}</span>}
      <div className={styles['reading']}>
        <Text lang={text === '' ? undefined : lang} data-empty={text === ''}>
          {text === '' ? words.line.empty : <bdi>{text}</bdi>}
        </Text>
        {(origin !== undefined || notes.length > 0) && (
          <p className={styles['meta']}>
            {provenance && origin && (
              <ProvenanceMark
                provenance={provenance}
                label={origin.filter((part) => part !== '').join(' · ')}
              />
            )}
            {notes.map((note) => (
              <span key={note} className={styles['tag']}>
                {note}
              </span>
            ))}
          </p>
        )}
      </div>
      <button
        type="button"
        className={styles['edit']}
        aria-expanded="false"
        aria-label={words.line.edit(name)}
        data-focus={`edit:${id}`}
        onClick={() => {
          ui.focus(id)
          ui.open(id)
        }}
      >
        {common.edit}
      </button>
    </Line>
  )
}

function OpenLine({ id, name, storedId, field, isHeading, actions, children }: Props) {
  const { editor: words, common } = useMessages()
  const { ui } = useEditor()
  const close = () => {
    ui.focus(`edit:${id}`)
    ui.close(id)
  }
  const Line = isHeading ? 'div' : 'li'
  return (
    <Line className={styles['open']} data-focus={id} data-field={field}>
      <fieldset className={styles['card']}>
        <legend className={styles['cardName']}>
          {isHeading ? <h3>{words.line.heading(name)}</h3> : words.line.heading(name)}
        </legend>
        {children}
        <div className={styles['actions']}>
          <Button
            icon="check"
            aria-expanded="true"
            aria-label={words.line.close(name)}
            onClick={close}
          >
            {common.done}
          </Button>
          {actions}
          {storedId !== undefined && <code className={styles['id']}>{storedId}</code>}
        </div>
      </fieldset>
    </Line>
  )
}

interface ActionsProps {
  /** The id of the line, for the focus. */
  id: string
  name: string
  position: number
  count: number
  onMove: (by: -1 | 1, button: Element) => void
  /** Left out for what was used and can only be retired, or not even that. */
  onRemove?: (() => void) | undefined
}

/** Move up, move down, take out. A button at its end says so instead of vanishing under the finger. */
export function LineActions({ id, name, position, count, onMove, onRemove }: ActionsProps) {
  const words = useMessages().editor.line
  const { common } = useMessages()
  return (
    <>
      <Button
        look="quiet"
        icon="up"
        aria-label={words.moveUp(name)}
        aria-disabled={position === 0}
        data-focus={`up:${id}`}
        onClick={(event) => onMove(-1, event.currentTarget)}
      >
        {words.up}
      </Button>
      <Button
        look="quiet"
        icon="down"
        aria-label={words.moveDown(name)}
        aria-disabled={position === count - 1}
        data-focus={`down:${id}`}
        onClick={(event) => onMove(1, event.currentTarget)}
      >
        {words.down}
      </Button>
      {onRemove && (
        <Button look="quiet" icon="trash" aria-label={words.remove(name)} onClick={onRemove}>
          {common.remove}
        </Button>
      )}
    </>
  )
}
