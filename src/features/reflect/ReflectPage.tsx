import { useEffect, useState } from 'react'
import { inScope, type Participant, type Reflection } from '#core/reflection.ts'
import type { Rubric, Section } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { readPlace, savePlace } from '#storage/places.ts'
import { useStore } from '#storage/useStorage.ts'
import { ButtonLink } from '#ui/Button.tsx'
import styles from './reflect.module.css'
import { SectionFoot } from './SectionFoot.tsx'
import { SectionHead } from './SectionHead.tsx'
import { SectionTabs } from './SectionTabs.tsx'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'
import { SkillGroup } from './SkillGroup.tsx'
import { TurnBar } from './TurnBar.tsx'
import { useRowKeys } from './useRowKeys.ts'

interface Props {
  store: ReflectionStore
  /** From the address; an old one has a section in its place. */
  rubricId?: string | undefined
  /** From the address; the place left last time, or the first section, without. */
  sectionId?: string | undefined
  itemId?: string | undefined
}

/** The rubric as people know it from paper: one section at a time, initials in boxes. */
export function ReflectPage({ store, sectionId, itemId }: Props) {
  const words = useMessages().reflect
  const reflection = useStore(store, (from) => from.reflection())
  const pinned = useStore(store, (from) => from.rubrics())
  const rubric =
    pinned.find(({ rubric: { sections } }) => sections.some(({ id }) => id === sectionId))
      ?.rubric ?? pinned[0]?.rubric
  if (!rubric) return <NoDefinition />
  if (reflection.participants.length === 0) {
    return (
      <div className={styles['empty']}>
        <h1 className={styles['emptyTitle']}>{words.noPeopleTitle}</h1>
        <p>{words.noPeople}</p>
        <ButtonLink look="main" icon="people" href={`#/r/${store.id}/setup`}>
          {words.addPeople}
        </ButtonLink>
      </div>
    )
  }
  return <RubricSheet {...{ store, reflection, rubric, sectionId, itemId }} />
}

/** The marks are here but not what was marked: a salvaged copy, or one without its definitions. */
function NoDefinition() {
  const { reflect: words, app } = useMessages()
  return (
    <div className={styles['empty']}>
      <h1 className={styles['emptyTitle']}>{words.noDefinitionTitle}</h1>
      <p>{words.noDefinition}</p>
      <ButtonLink look="main" icon="open" href="#/open">
        {app.openFile}
      </ButtonLink>
    </div>
  )
}

function RubricSheet({
  store,
  reflection,
  rubric,
  sectionId,
  itemId,
}: Props & { reflection: Reflection; rubric: Rubric }) {
  // As it stood when the page was opened: it moves on with every mark, and nothing jumps after it.
  const [place] = useState(() => readPlace(store.id))
  const sections = rubric.sections.filter(({ id }) => inScope(reflection, rubric, id))
  const wanted = sectionId ?? place?.sectionId
  const section = sections.find(({ id }) => id === wanted) ?? sections[0] ?? rubric.sections[0]
  const [turn, setTurn] = useState(place?.participantId)
  const person = reflection.participants.find(({ id }) => id === turn) ?? reflection.participants[0]
  const [target] = useState(itemId ?? (wanted === place?.sectionId ? place?.itemId : undefined))
  const shown = section?.id
  useEffect(() => {
    if (shown !== undefined) savePlace(store.id, { sectionId: shown })
  }, [store.id, shown])
  useScrollTo(target)
  if (!section || !person) return null
  return (
    <SectionSheet
      {...{ store, reflection, rubric, sections, section, person }}
      onTurn={(participantId) => {
        setTurn(participantId)
        savePlace(store.id, { sectionId: section.id, participantId })
      }}
    />
  )
}

interface SheetProps {
  store: ReflectionStore
  reflection: Reflection
  rubric: Rubric
  sections: readonly Section[]
  section: Section
  person: Participant
  onTurn: (participantId: string) => void
}

function SectionSheet({
  store,
  reflection,
  rubric,
  sections,
  section,
  person,
  onTurn,
}: SheetProps) {
  const [help, setHelp] = useState(false)
  const isSettling = useSettling(section.id)
  const { sheet, openStrategy, setOpenStrategy, noteRow } = useRowKeys({
    store,
    rubric,
    section,
    person,
    people: reflection.participants,
    onTurn,
    onHelp: () => setHelp(true),
  })
  return (
    <div className={styles['page']} ref={sheet}>
      <SectionTabs {...{ store, rubric, sections, section }} />
      <TurnBar
        {...{ store, reflection, rubric, section, person, onTurn }}
        onUndone={() => setOpenStrategy(undefined)}
      />
      <SectionHead {...{ reflection, rubric, sections, section }} onHelp={() => setHelp(true)} />
      <div className={styles['skills']} data-settling={isSettling}>
        {section.skills.map((skill) => (
          <SkillGroup
            key={skill.id}
            {...{ store, rubric, section, skill, person, openStrategy, setOpenStrategy, noteRow }}
          />
        ))}
      </div>
      <SectionFoot {...{ store, reflection, rubric, sections, section }} />
      <ShortcutsDialog open={help} onClose={() => setHelp(false)} />
    </div>
  )
}

/** How long a new section takes no taps: the second tap on "Next" would land on one of its boxes. */
const SETTLING_MS = 400

function useSettling(sectionId: string): boolean {
  const [settled, setSettled] = useState<string>()
  useEffect(() => {
    const timer = setTimeout(() => setSettled(sectionId), SETTLING_MS)
    return () => clearTimeout(timer)
  }, [sectionId])
  return settled !== sectionId
}

/** Brings an item into view once, when the page is opened at it. */
function useScrollTo(itemId: string | undefined) {
  useEffect(() => {
    if (itemId === undefined) return
    const row = document.getElementById(`item-${itemId}`)
    row?.scrollIntoView({ block: 'center' })
    row?.focus({ preventScroll: true })
  }, [itemId])
}
