import { lazy, memo, Suspense, useMemo } from 'react'
import { answerEdit, type Answer } from '#core/answer.ts'
import { ownReflection, ownResponses } from '#core/ownView.ts'
import type { Participant, Site } from '#core/reflection.ts'
import { buildItemReport } from '#core/itemReport.ts'
import type { Item, Rubric, Section, Skill } from '#core/rubric.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { AgreedNote } from './AgreedNote.tsx'
import { Boxes } from './Boxes.tsx'
import { Contested } from './Contested.tsx'
import type { ControlProps } from './controlProps.ts'
import { lazyPart } from './lazyPart.ts'
import { Note } from './Note.tsx'
import { ownPlace } from './ownPlace.ts'
import styles from './reflect.module.css'
import { RowText } from './RowText.tsx'
import { SetAside } from './SetAside.tsx'
import { Strategies } from './Strategies.tsx'
import { TextAnswer } from './TextAnswer.tsx'
import type { OpenStrategy } from './useRowKeys.ts'

// What is not needed to rate comes when a rubric asks for it.
const OtherAnswer = lazy(async () => ({
  default: (await import('./OtherAnswer.tsx')).OtherAnswer,
}))
const Moved = lazyPart(async () => (await import('./Moved.tsx')).Moved)

interface Props {
  store: ReflectionStore
  rubric: Rubric
  section: Section
  skill: Skill
  item: Item
  person: Participant
  /** True while the team marks what it agrees on; `person` is who had the turn before. */
  agrees: boolean
  /** True during a private turn: the row holds nothing of anybody else. */
  isOwn: boolean
  /** True once the private marks of the section were shown. */
  isRevealed: boolean
  /** Only for what is asked for each. */
  site: Site | undefined
  /** True where the heads of the boxes stand over the row. */
  isHeaded: boolean
  /** The strategy being written at this row. */
  formId: string | undefined
  setOpenStrategy: (open: OpenStrategy | undefined) => void
  noteRow: (itemId: string) => void
}

/** One item: its text, its control, and the strategies named for it. Re-renders for itself alone. */
export const ItemRow = memo(function ItemRow(props: Props) {
  const { store, rubric, section, item, person, agrees, isRevealed, site, noteRow } = props
  const { reflection, responses, report } = useRow(props)
  const place = ownPlace({ rubric, item, person, site, agrees })
  const response = responses.find(
    ({ participantId, siteId }) => participantId === place.participantId && siteId === place.siteId,
  )
  const answer = response?.answer
  const pick = (picked: Answer | undefined) => {
    noteRow(item.id)
    store.apply([answerEdit(place, picked)])
  }
  return (
    <article
      className={styles['row']}
      id={`item-${item.id}`}
      data-kind={item.kind}
      data-levels={report.boxes.length}
      tabIndex={-1}
    >
      <RowText {...{ reflection, section, item, site, agrees }} />
      <Control
        {...props}
        {...{ report, responses, answer, pick, place }}
        person={agrees ? undefined : person}
      />
      <Contested {...{ store, report, rubric }} />
      {isRevealed && item.kind === 'rating' && (
        <Suspense fallback={null}>
          <Moved {...{ store, reflection, rubric, item, site }} />
        </Suspense>
      )}
      <div className={styles['under']}>
        <SetAside {...{ rubric, item, report, reflection, answer, pick }} />
        {'note' in item && item.note && (
          <Note key={place.participantId} {...{ store, item, place }} />
        )}
        <AgreedNote {...{ store, report, place, response, agrees }} />
        <Strategies
          {...props}
          {...{ report, reflection, answer }}
          person={agrees ? undefined : person}
        />
      </div>
    </article>
  )
})

/** What the row shows: everything, or during a private turn what is this person's own. */
function useRow({ store, rubric, section, skill, item, person, isOwn, site }: Props) {
  const ref = useMemo(() => ({ rubricId: rubric.id, itemId: item.id }), [rubric, item])
  const whole = useStore(store, (from) => from.reflection())
  const all = useStore(store, (from) => from.responsesOf(ref))
  return useMemo(() => {
    const reflection = isOwn ? ownReflection(whole, person) : whole
    const responses = isOwn ? ownResponses(item, all, person) : all
    const report = buildItemReport({ reflection, rubric, section, skill, item, site, responses })
    return { reflection, responses, report }
  }, [whole, all, isOwn, person, rubric, section, skill, item, site])
}

/** The control of an item's kind. Those that are not needed to rate are in `OtherAnswer.tsx`. */
function Control({ item, ...props }: ControlProps & { item: Item }) {
  switch (item.kind) {
    case 'rating':
      return <Boxes {...props} />
    case 'text':
      return <TextAnswer {...props} item={item} />
    default:
      return (
        <Suspense fallback={<div className={styles['coming']} />}>
          <OtherAnswer {...props} item={item} />
        </Suspense>
      )
  }
}
