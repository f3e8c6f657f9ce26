import { useEffect, useMemo, useState } from 'react'
import type { SessionPlace } from '#storage/sessionNote.ts'
import { useMessages } from '#messages/messages.ts'
import { problemText } from '#messages/problemText.ts'
import { useSitting } from '#parts/useSitting.ts'
import { keepAwake } from '#platform/wakeLock.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { readPlace } from '#storage/places.ts'
import { sessionNote } from '#storage/sessionNote.ts'
import { useReadable, useReflectionStore } from '#storage/useStorage.ts'
import { ButtonLink } from '#ui/Button.tsx'
import { Page } from '#ui/Page.tsx'
import { Watermark } from '#ui/Watermark.tsx'
import { deckOf, slideAt, type Slide } from './deck.ts'
import styles from './projector.module.css'
import { SlideBody } from './SlideBody.tsx'
import { WallClock } from './WallClock.tsx'
import { WallControls } from './WallControls.tsx'

/** A sitting on the wall: the step, the clock, the poster, the reveal. Nothing that is still private. */
export function ProjectorPage({ id }: { id: string }) {
  const messages = useMessages()
  const { app: words, common } = messages
  const opened = useReflectionStore(id)
  switch (opened.kind) {
    case 'loading':
      return <output className={styles['waiting']}>{words.opening}</output>
    case 'ready':
      return <Wall store={opened.store} />
    case 'missing':
    case 'problem': {
      const text =
        opened.kind === 'problem'
          ? problemText(opened.problem, messages)
          : { title: words.missingTitle, sentence: words.missing, nextStep: '' }
      return (
        <main>
          <Page title={text.title} lead={`${text.sentence} ${text.nextStep}`}>
            <p>
              <ButtonLink icon="back" href="#/">
                {common.home}
              </ButtonLink>
            </p>
          </Page>
        </main>
      )
    }
  }
}

function Wall({ store }: { store: ReflectionStore }) {
  const sitting = useSitting(store)
  const { slides, report } = useMemo(() => deckOf(sitting), [sitting])
  const { slide, isByHand, show, follow } = useShown(store.id, slides)
  const { app: words, common, projector } = useMessages()
  const { reflection } = report
  useEffect(() => keepAwake(() => undefined), [])
  const turn = (by: 1 | -1) => {
    const next = slides[slides.indexOf(slide) + by]
    if (next) show(next)
  }
  useTurningKeys(turn)
  const unnamed = reflection.mode === 'team' ? common.unnamedTeam : common.unnamedLeader
  return (
    <main className={styles['wall']}>
      {reflection.sample && <Watermark text={words.sampleBadge} />}
      <div className={styles['top']}>
        <p className={styles['where']}>
          <bdi className={styles['team']}>{reflection.team || unnamed}</bdi>
          <span className={styles['step']}>{words[slide.step]}</span>
          {reflection.sample && <span className={styles['sample']}>{words.sampleBadge}</span>}
        </p>
        <WallClock id={store.id} shown={slide.step} />
        <output className={styles['deleted']}>{reflection.deleted && words.deleted}</output>
      </div>
      <div className={styles['slide']} key={slide.id}>
        <SlideBody slide={slide} report={report} />
      </div>
      <WallControls
        back={{
          href: `#/r/${store.id}/${slide.step}`,
          words: projector.back[reflection.mode],
        }}
        position={slides.indexOf(slide) + 1}
        all={slides.length}
        onTurn={turn}
        onFollow={isByHand ? follow : undefined}
      />
    </main>
  )
}

/**
 * The slide on the wall: that of the leading window's place, or one shown by hand for as long as the
 * leading window stays where it was.
 */
function useShown(id: string, slides: readonly Slide[]) {
  const { place } = useReadable(sessionNote(id))
  const placeKey = place ? [place.step, place.rubricId, place.sectionId].join('/') : ''
  const [hand, setHand] = useState<{ slideId: string; placeKey: string }>()
  const led = useMemo(() => slideAt(slides, knownPlace(id, place)), [slides, id, place])
  const own = hand?.placeKey === placeKey ? hand.slideId : undefined
  const chosen = slides.find((each) => each.id === own)
  const slide = chosen ?? led ?? slides[0]
  if (!slide) throw new Error('Invariant broken: every session has a first slide')
  return {
    slide,
    isByHand: chosen !== undefined && chosen !== led,
    show: (next: Slide) => setHand({ slideId: next.id, placeKey }),
    follow: () => setHand(undefined),
  }
}

/** An address without a section shows the one that was left last. */
function knownPlace(id: string, place: SessionPlace | undefined): SessionPlace {
  const { step = 'setup', rubricId, sectionId } = place ?? {}
  if (sectionId !== undefined) return { step, rubricId, sectionId }
  const left = readPlace(id)
  const rubric = rubricId ?? left?.rubricId
  return {
    step,
    rubricId: rubric,
    sectionId: rubric && (left?.sections?.[rubric] ?? left?.sectionId),
  }
}

const KEYS: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
}

/** Arrows, and what a presenter's remote sends. */
function useTurningKeys(turn: (by: 1 | -1) => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const by = KEYS[event.key]
      if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      turn(by)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [turn])
}
