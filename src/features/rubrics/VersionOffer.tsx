import { useEffect, useRef, useState } from 'react'
import { useMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import type { StoredRubric } from '#storage/rows.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import styles from './rubrics.module.css'
import { useOffers, type Offer } from './useOffers.ts'
import { VersionDialog, type Pair } from './VersionDialog.tsx'

/** What was done with an offer: told until somebody has read it. */
type Done =
  | {
      readonly kind: 'accepted'
      readonly earlier: StoredRubric
      readonly now: StoredRubric
      /** How many answers are set aside now. */
      readonly aside: number
    }
  | { readonly kind: 'back'; readonly now: StoredRubric }

/**
 * A quiet word above Set up and the summary when another definition of a rubric is here. Nothing
 * changes before somebody has seen what would, and has said yes.
 *
 * @param props.wide true above a page that is as wide as a table needs
 */
export function VersionOffer({ store, wide }: { store: ReflectionStore; wide: boolean }) {
  const { offers, decline } = useOffers(store)
  const [looking, setLooking] = useState<Pair>()
  const [done, setDone] = useState<Done>()
  function accept(earlier: StoredRubric, now: StoredRubric, aside: number) {
    store.repinRubric(now.rubric)
    // The one that was left would be an offer again where both have the same version.
    decline([earlier.hash])
    setDone({ kind: 'accepted', earlier, now, aside })
    setLooking(undefined)
  }
  function goBack(earlier: StoredRubric, left: StoredRubric) {
    store.repinRubric(earlier.rubric)
    decline([left.hash])
    setDone({ kind: 'back', now: earlier })
  }
  if (!done && offers.length === 0) return null
  return (
    <aside className={styles['offer']} data-wide={wide}>
      {/* Before the notice, which takes the focus once the dialog has let go of the page. */}
      <VersionDialog
        store={store}
        of={looking}
        isNewer
        onAccept={({ current }, now, aside) => accept(current, now, aside)}
        onClose={() => setLooking(undefined)}
      />
      {done ? (
        <DoneNotice done={done} onBack={goBack} onRead={() => setDone(undefined)} />
      ) : (
        <OfferNotice
          offers={offers}
          onLook={({ current, key }) => setLooking({ current, otherKey: key })}
          onDecline={() => decline(offers.map(({ hash }) => hash))}
        />
      )}
    </aside>
  )
}

function OfferNotice({
  offers,
  onLook,
  onDecline,
}: {
  offers: readonly Offer[]
  onLook: (offer: Offer) => void
  onDecline: () => void
}) {
  const words = useMessages().library.offer
  return (
    <Notice
      icon="book"
      actions={
        <>
          {offers.map((offer) => (
            <Button key={offer.hash} onClick={() => onLook(offer)}>
              {offers.length === 1 ? words.see : words.seeOf(offer.current.rubric.shortTitle)}
            </Button>
          ))}
          <Button look="quiet" onClick={onDecline}>
            {words.notNow}
          </Button>
        </>
      }
    >
      {offers.map(({ current, hash, isNewer, version }) => (
        <p key={hash}>
          {isNewer
            ? words.newer(current.rubric.shortTitle, version)
            : words.reworded(current.rubric.shortTitle)}
        </p>
      ))}
    </Notice>
  )
}

interface DoneProps {
  done: Done
  onBack: (earlier: StoredRubric, left: StoredRubric) => void
  onRead: () => void
}

function DoneNotice({ done, onBack, onRead }: DoneProps) {
  const { library, common } = useMessages()
  const words = library.offer
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [done.kind])
  const { shortTitle, version } = done.now.rubric
  const isBack = done.kind === 'back'
  return (
    <div className={styles['done']} ref={box} tabIndex={-1}>
      <Notice
        tone="good"
        icon="check"
        live="status"
        title={isBack ? words.again(shortTitle, version) : words.accepted(shortTitle, version)}
        actions={
          <>
            {!isBack && (
              <Button icon="undo" onClick={() => onBack(done.earlier, done.now)}>
                {words.back}
              </Button>
            )}
            <Button look="quiet" onClick={onRead}>
              {common.done}
            </Button>
          </>
        }
      >
        <p>{isBack ? words.againWhole : words.acceptedAside(done.aside)}</p>
      </Notice>
    </div>
  )
}
