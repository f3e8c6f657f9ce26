import { useEffect, useMemo, useState } from 'react'
import { inScope, type Participant, type Reflection, type Site } from '#core/reflection.ts'
import type { Rubric, Section } from '#core/rubric.ts'
import { useStartMessages } from '#messages/messages.ts'
import { useTelling } from '#messages/telling.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { readPlace, savePlace } from '#storage/places.ts'
import { useStore } from '#storage/useStorage.ts'
import { useTranslatedAll } from '#storage/useTranslated.ts'
import { ButtonLink } from '#ui/Button.tsx'
import { TellingProvider } from '#ui/Told.tsx'
import { findPlace } from './address.ts'
import styles from './reflect.module.css'
import { RubricSwitcher } from './RubricSwitcher.tsx'
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
export function ReflectPage({ store, rubricId, sectionId, itemId }: Props) {
  const words = useStartMessages().reflect
  const reflection = useStore(store, (from) => from.reflection())
  const pinned = useTranslatedAll(useStore(store, (from) => from.rubrics()))
  const rubrics = useMemo(() => pinned.map(({ rubric }) => rubric), [pinned])
  // As it stood when this address was opened: it moves on with every mark, and nothing jumps after it.
  const found = useMemo(
    () => findPlace(rubrics, { rubricId, sectionId, itemId }, readPlace(store.id)),
    [rubrics, store.id, rubricId, sectionId, itemId],
  )
  if (!found) return <NoDefinition />
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
  return <RubricSheet key={found.rubric.id} {...{ store, reflection, rubrics }} {...found} />
}

/** The marks are here but not what was marked: a salvaged copy, or one without its definitions. */
function NoDefinition() {
  const { reflect: words, app } = useStartMessages()
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

interface RubricProps {
  store: ReflectionStore
  reflection: Reflection
  /** All of the reflection, in its order. */
  rubrics: readonly Rubric[]
  rubric: Rubric
  sectionId: string | undefined
  itemId: string | undefined
}

function RubricSheet({ store, reflection, rubrics, rubric, sectionId, itemId }: RubricProps) {
  const [left] = useState(() => readPlace(store.id))
  const sections = rubric.sections.filter(({ id }) => inScope(reflection, rubric, id))
  const section = sections.find(({ id }) => id === sectionId) ?? sections[0] ?? rubric.sections[0]
  const [turn, setTurn] = useState(left?.participantId)
  const person = reflection.participants.find(({ id }) => id === turn) ?? reflection.participants[0]
  const [siteId, setSiteId] = useState(left?.siteId)
  const site = reflection.sites.find(({ id }) => id === siteId) ?? reflection.sites[0]
  const [target] = useState(itemId)
  const shown = section?.id
  useEffect(() => {
    if (shown !== undefined) savePlace(store.id, { rubricId: rubric.id, sectionId: shown })
  }, [store.id, rubric.id, shown])
  useScrollTo(target)
  const telling = useTelling(rubric)
  if (!section || !person) return null
  return (
    <TellingProvider telling={telling}>
      <SectionSheet
        {...{ store, reflection, rubrics, rubric, sections, section, person, site }}
        onTurn={(participantId) => {
          setTurn(participantId)
          savePlace(store.id, { participantId })
        }}
        onSite={(id) => {
          setSiteId(id)
          savePlace(store.id, { siteId: id })
        }}
      />
    </TellingProvider>
  )
}

interface SheetProps {
  store: ReflectionStore
  reflection: Reflection
  rubrics: readonly Rubric[]
  rubric: Rubric
  sections: readonly Section[]
  section: Section
  person: Participant
  /** The one being looked at, where something is asked for each. */
  site: Site | undefined
  onTurn: (participantId: string) => void
  onSite: (siteId: string) => void
}

function SectionSheet(props: SheetProps) {
  const { store, reflection, rubrics, rubric, sections, section, person, site } = props
  const { onTurn, onSite } = props
  const [help, setHelp] = useState(false)
  const isSettling = useSettling(section.id)
  const { sheet, openStrategy, setOpenStrategy, noteRow } = useRowKeys({
    store,
    rubric,
    section,
    person,
    site,
    people: reflection.participants,
    onTurn,
    onHelp: () => setHelp(true),
  })
  const sited = section.skills.find(({ eachSite }) => eachSite)
  return (
    <div className={styles['page']} ref={sheet}>
      <RubricSwitcher {...{ store, reflection, rubrics, rubric }} />
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
            site={skill.eachSite ? site : undefined}
            isFirstSited={skill === sited}
            onSite={onSite}
          />
        ))}
      </div>
      <SectionFoot {...{ store, reflection, rubrics, rubric, sections, section }} />
      <ShortcutsDialog open={help} onClose={() => setHelp(false)} rubric={rubric} />
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
