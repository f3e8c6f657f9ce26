import { useState } from 'react'
import { TEAM } from '#core/answer.ts'
import type { Participant, Reflection, Site } from '#core/reflection.ts'
import type { Rubric, Section } from '#core/rubric.ts'
import { revealKey } from '#core/workshop.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import styles from './reflect.module.css'
import { RubricSwitcher } from './RubricSwitcher.tsx'
import { SectionFoot } from './SectionFoot.tsx'
import { SectionHead } from './SectionHead.tsx'
import { SectionTabs } from './SectionTabs.tsx'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'
import { SkillGroup } from './SkillGroup.tsx'
import { TurnBar } from './TurnBar.tsx'
import { useRowKeys } from './useRowKeys.ts'
import { useSettling } from './useSettling.ts'
import type { Turn } from './useTurn.ts'

interface Props {
  store: ReflectionStore
  reflection: Reflection
  rubrics: readonly Rubric[]
  rubric: Rubric
  sections: readonly Section[]
  section: Section
  turn: Turn
  person: Participant
  /** The one being looked at, where something is asked for each. */
  site: Site | undefined
  onSite: (siteId: string) => void
  /** Goes back to the grid that paper is entered into, if it comes from there. */
  onGrid: (() => void) | undefined
}

/** A section on the screen: its rows, for whoever has the turn. */
export function SectionSheet(props: Props) {
  const { store, reflection, rubrics, rubric, sections, section, turn, person, site } = props
  const { agrees, onTurn } = turn
  const isOwn = turn.stage === 'own'
  const [help, setHelp] = useState(false)
  const { sheet, openStrategy, setOpenStrategy, noteRow } = useRowKeys({
    store,
    rubric,
    section,
    person,
    agrees,
    isOwn,
    site,
    onTurn,
    seats: isOwn ? [] : seatsOf(reflection),
    onHelp: () => setHelp(true),
  })
  return (
    <div className={styles['page']} ref={sheet}>
      <RubricSwitcher {...{ store, reflection, rubrics, rubric }} />
      <SectionTabs {...{ store, rubric, sections, section }} />
      <TurnBar
        {...{ store, reflection, rubric, section, person, agrees, isOwn, onTurn }}
        hidden={turn.hidden}
        onPass={turn.pass}
        onGrid={props.onGrid}
        onUndone={() => setOpenStrategy(undefined)}
      />
      <SectionHead
        {...{ reflection, rubric, sections, section }}
        told={toldAt(section, turn)}
        onHelp={() => setHelp(true)}
      />
      <Rows {...props} {...{ openStrategy, setOpenStrategy, noteRow }} />
      <SectionFoot
        {...{ store, reflection, rubrics, rubric, sections, section }}
        own={isOwn ? person : undefined}
        onPass={turn.pass}
      />
      <ShortcutsDialog open={help} onClose={() => setHelp(false)} rubric={rubric} />
    </div>
  )
}

type RowsProps = Props &
  Pick<ReturnType<typeof useRowKeys>, 'openStrategy' | 'setOpenStrategy' | 'noteRow'>

function Rows(props: RowsProps) {
  const { store, reflection, rubric, section, turn, person, site, onSite } = props
  const { openStrategy, setOpenStrategy, noteRow } = props
  const isSettling = useSettling(section.id)
  const isOwn = turn.stage === 'own'
  const sited = section.skills.find(({ eachSite }) => eachSite)
  const isRevealed = !isOwn && reflection.workshop.revealed.has(revealKey(rubric.id, section.id))
  return (
    <div
      className={styles['skills']}
      data-settling={isSettling}
      data-revealing={isSettling && toldAt(section, turn) !== undefined}
    >
      {section.skills.map((skill) => (
        <SkillGroup
          key={skill.id}
          {...{ store, rubric, section, skill, person, openStrategy, setOpenStrategy, noteRow }}
          {...{ isOwn, isRevealed, onSite }}
          agrees={turn.agrees}
          site={skill.eachSite ? site : undefined}
          isFirstSited={skill === sited}
        />
      ))}
    </div>
  )
}

/** What the reveal said, where the marks landed before everyone's eyes. */
function toldAt({ id }: Section, { told, stage }: Turn): string | undefined {
  return stage === 'open' && told?.sectionId === id ? told.text : undefined
}

/** Each person and, in a team, all of them where they agree. */
function seatsOf({ mode, participants }: Reflection): readonly string[] {
  const people = participants.map(({ id }) => id)
  return mode === 'team' ? [...people, TEAM] : people
}
