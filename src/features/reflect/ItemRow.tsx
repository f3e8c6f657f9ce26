import { lazy, memo, Suspense, useMemo } from 'react'
import { answerEdit, type Answer } from '#core/answer.ts'
import type { Participant, Site } from '#core/reflection.ts'
import { buildItemReport } from '#core/itemReport.ts'
import { isTogether, type Item, type Rubric, type Section, type Skill } from '#core/rubric.ts'
import { useStartMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { Icon } from '#ui/Icon.tsx'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import { Told } from '#ui/Told.tsx'
import { Boxes } from './Boxes.tsx'
import { Contested } from './Contested.tsx'
import type { ControlProps } from './controlProps.ts'
import { Note } from './Note.tsx'
import { ownPlace } from './ownPlace.ts'
import styles from './reflect.module.css'
import { siteName } from './siteName.ts'
import { SetAside } from './SetAside.tsx'
import { Strategies } from './Strategies.tsx'
import { TextAnswer } from './TextAnswer.tsx'
import { natureOf } from './turn.ts'
import type { OpenStrategy } from './useRowKeys.ts'

// What is not needed to rate comes when a rubric asks for it.
const OtherAnswer = lazy(async () => ({
  default: (await import('./OtherAnswer.tsx')).OtherAnswer,
}))

interface Props {
  store: ReflectionStore
  rubric: Rubric
  section: Section
  skill: Skill
  item: Item
  person: Participant
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
  const { store, rubric, section, skill, item, person, site, noteRow } = props
  const { common, reflect: words } = useStartMessages()
  const ref = useMemo(() => ({ rubricId: rubric.id, itemId: item.id }), [rubric, item])
  const reflection = useStore(store, (from) => from.reflection())
  const responses = useStore(store, (from) => from.responsesOf(ref))
  const report = useMemo(
    () => buildItemReport({ reflection, rubric, section, skill, item, site, responses }),
    [reflection, rubric, section, skill, item, site, responses],
  )
  const place = ownPlace({ rubric, item, person, site })
  const answer = responses.find(
    ({ participantId, siteId }) => participantId === place.participantId && siteId === place.siteId,
  )?.answer
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
      <div className={styles['text']}>
        <span className={styles['number']}>{item.number}</span>
        <div className={styles['words']}>
          <p id={`text-${item.id}`}>
            <Told text={item.text} />
          </p>
          <div className={styles['marks']}>
            <ProvenanceMark
              provenance={item.provenance}
              label={originOf(item, common.provenanceShort)}
            />
            {site && (
              <span className={styles['siteTag']}>
                <span className={styles['siteNumber']}>{reflection.sites.indexOf(site) + 1}</span>
                <bdi>{siteName(site, reflection, words)}</bdi>
              </span>
            )}
            {isTogether(item) && reflection.mode === 'team' && !natureOf(section).isTogether && (
              <span className={styles['together']}>
                <Icon name="people" size={16} />
                {words.together}
              </span>
            )}
          </div>
        </div>
      </div>
      <Control {...props} {...{ report, responses, answer, pick, place }} />
      <Contested {...{ store, report, rubric }} />
      <div className={styles['under']}>
        <SetAside {...{ rubric, item, report, reflection, answer, pick }} />
        {'note' in item && item.note && (
          <Note key={place.participantId} {...{ store, item, place }} />
        )}
        <Strategies {...props} {...{ report, reflection, answer }} />
      </div>
    </article>
  )
})

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

function originOf(item: Item, short: Record<Item['provenance'], string>): string {
  return [short[item.provenance], item.source.join(', ')].filter((part) => part !== '').join(' · ')
}
