import { useRef, useState, type ReactNode } from 'react'
import { invariant } from '#core/assert.ts'
import type { PlacementItem, Zone } from '#core/rubric.ts'
import { useStartMessages } from '#messages/messages.ts'
import { Button } from '#ui/Button.tsx'
import { Told } from '#ui/Told.tsx'
import styles from './map.module.css'

type Guide = NonNullable<PlacementItem['guide']>

interface Props {
  guide: Guide
  zones: readonly Zone[]
  onPlace: (zone: Zone) => void
}

/** Questions that lead to a zone, one at a time, for who is not sure. Nothing is kept of the answers. */
export function ZoneGuide({ guide, zones, onPlace }: Props) {
  const words = useStartMessages().reflect
  // How many questions were answered with yes; a "no" ends them.
  const [yes, setYes] = useState<number>()
  const [saidNo, setSaidNo] = useState(false)
  const opener = useRef<HTMLDivElement>(null)
  const close = () => {
    setYes(undefined)
    setSaidNo(false)
    // The panel goes away with the focus in it.
    opener.current?.querySelector('button')?.focus()
  }
  const step = yes === undefined || saidNo ? undefined : guide.steps[yes]
  const zone = yes === undefined || step ? undefined : zoneOf(guide, zones, yes)
  return (
    <div className={styles['guide']}>
      <div ref={opener}>
        <Button
          look="quiet"
          icon="question"
          aria-expanded={yes !== undefined}
          onClick={() => (yes === undefined ? setYes(0) : close())}
        >
          {words.helpPlace}
        </Button>
      </div>
      {yes !== undefined && (
        <div className={styles['panel']}>
          {step && (
            <Question
              key={step.id}
              text={step.question}
              lead={words.questionOf(yes + 1, guide.steps.length)}
            >
              <Button onClick={() => setYes(yes + 1)}>{words.yes}</Button>
              <Button onClick={() => setSaidNo(true)}>{words.no}</Button>
            </Question>
          )}
          {zone && (
            <Question
              key="end"
              text={`${zone.letter} · ${zone.name}`}
              lead={words.soundsLike}
              hint={zone.text}
            >
              <Button
                look="main"
                icon="check"
                onClick={() => {
                  onPlace(zone)
                  close()
                }}
              >
                {words.placeHere}
              </Button>
            </Question>
          )}
          <div className={styles['panelFoot']}>
            {(yes > 0 || saidNo) && (
              <Button
                look="quiet"
                icon="back"
                onClick={() => {
                  if (saidNo) setSaidNo(false)
                  else setYes(yes - 1)
                }}
              >
                {words.questionBack}
              </Button>
            )}
          </div>
        </div>
      )}
    </div>
  )
}

function zoneOf(guide: Guide, zones: readonly Zone[], yes: number): Zone {
  const wanted = guide.steps[yes]?.no ?? guide.yes
  const zone = zones.find(({ id }) => id === wanted)
  invariant(zone, `the guide leads to a zone "${wanted}" that is not on the map`)
  return zone
}

/** Takes the focus when it comes, so that it is read out and the keys go on with it. */
function Question({
  lead,
  text,
  hint,
  children,
}: {
  lead: string
  text: string
  hint?: string
  children: ReactNode
}) {
  return (
    <div className={styles['question']}>
      <div tabIndex={-1} ref={focusOnce} className={styles['asked']}>
        <p className={styles['lead']}>{lead}</p>
        <p className={styles['questionText']}>
          <Told text={text} />
        </p>
        {hint !== undefined && (
          <p>
            <Told text={hint} />
          </p>
        )}
      </div>
      <div className={styles['answers']}>{children}</div>
    </div>
  )
}

function focusOnce(element: HTMLDivElement | null) {
  element?.focus({ preventScroll: false })
}
