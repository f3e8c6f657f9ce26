import { memo, useMemo } from 'react'
import { assertNever } from '#core/assert.ts'
import { answerEdit, type Answer } from '#core/answer.ts'
import type { Participant } from '#core/reflection.ts'
import { buildItemReport, type ItemReport } from '#core/itemReport.ts'
import type { Item, Rubric, Section, Skill } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import { Boxes } from './Boxes.tsx'
import styles from './reflect.module.css'
import { SetAside } from './SetAside.tsx'
import { Strategies } from './Strategies.tsx'
import { TextAnswer } from './TextAnswer.tsx'
import type { OpenStrategy } from './useRowKeys.ts'

interface Props {
  store: ReflectionStore
  rubric: Rubric
  section: Section
  skill: Skill
  item: Item
  person: Participant
  /** The strategy being written at this row. */
  formId: string | undefined
  setOpenStrategy: (open: OpenStrategy | undefined) => void
  noteRow: (itemId: string) => void
}

/** One item: its text, its control, and the strategies named for it. Re-renders for itself alone. */
export const ItemRow = memo(function ItemRow(props: Props) {
  const { store, rubric, section, skill, item, person, noteRow } = props
  const { common, reflect: words } = useMessages()
  const ref = useMemo(() => ({ rubricId: rubric.id, itemId: item.id }), [rubric, item])
  const reflection = useStore(store, (from) => from.reflection())
  const responses = useStore(store, (from) => from.responsesOf(ref))
  const report = useMemo(
    () => buildItemReport({ reflection, rubric, section, skill, item, responses }),
    [reflection, rubric, section, skill, item, responses],
  )
  const answer = responses.find(({ participantId }) => participantId === person.id)?.answer
  const place = { ...ref, participantId: person.id }
  const pick = (picked: Answer | undefined) => {
    noteRow(item.id)
    store.apply([answerEdit(place, picked)])
  }
  return (
    <article className={styles['row']} id={`item-${item.id}`} data-kind={item.kind} tabIndex={-1}>
      <div className={styles['text']}>
        <span className={styles['number']}>{item.number}</span>
        <div className={styles['words']}>
          <p id={`text-${item.id}`}>{item.text}</p>
          <ProvenanceMark
            provenance={item.provenance}
            label={originOf(item, common.provenanceShort)}
          />
        </div>
      </div>
      <Control {...{ store, report, person, answer, pick, place }} />
      {report.conflicts.map(({ author: contested, conflict }) => (
        <p key={`${contested?.id}${conflict.field}`} className={styles['contested']}>
          {words.contested(contested?.initials ?? '')}
        </p>
      ))}
      <div className={styles['under']}>
        {item.kind === 'rating' && (
          <SetAside {...{ rubric, item, report, reflection, answer, pick }} />
        )}
        <Strategies {...{ ...props, report, reflection, answer }} />
      </div>
    </article>
  )
})

interface ControlProps {
  store: ReflectionStore
  report: ItemReport
  person: Participant
  answer: Answer | undefined
  pick: (answer: Answer | undefined) => void
  place: { participantId: string; rubricId: string; itemId: string }
}

/** The control of an item's kind. A new kind is added here; the compiler asks for it. */
function Control(props: ControlProps) {
  const { item } = props.report
  switch (item.kind) {
    case 'rating':
      return <Boxes {...props} />
    case 'text':
      return <TextAnswer {...props} item={item} />
    default:
      return assertNever(item)
  }
}

function originOf(item: Item, short: Record<Item['provenance'], string>): string {
  return [short[item.provenance], item.source.join(', ')].filter((part) => part !== '').join(' · ')
}
