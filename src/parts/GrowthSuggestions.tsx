import { useState } from 'react'
import { shortSourceTitle } from '#core/playbook.ts'
import { chipLook } from '#core/people.ts'
import type { GrowthEdge } from '#core/reflection.ts'
import { askedItems } from '#core/rubric.ts'
import { suggestStrategies, type Suggestion } from '#core/suggestions.ts'
import { useMessages } from '#messages/messages.ts'
import { rubricHeaders } from '#rubrics/catalog.ts'
import type { DraftText } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Hidden } from '#ui/Hidden.tsx'
import { PersonChip } from '#ui/PersonChip.tsx'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import { Select } from '#ui/Select.tsx'
import styles from './growth.module.css'
import { creditedLine, hasLine, rewrite, suggestionName, toggleLine } from './growthLines.ts'
import type { GrowthProps } from './growthProps.ts'
import { placeOfEdge } from './growthSkills.ts'
import { MakeStep } from './MakeStep.tsx'

interface Props {
  edge: GrowthEdge
  part: GrowthProps
  borrowed: DraftText
}

/** What others do, nearest first: named in this sitting, then what the rubric brings. */
export function GrowthSuggestions({ edge, part, borrowed }: Props) {
  const { growth: words } = useMessages()
  const { rubric } = part.of
  const [news, setNews] = useState('')
  const [itemId, setItemId] = useState('')
  const suggestions = suggestStrategies({
    reflection: part.report.reflection,
    rubrics: [rubric],
    place: { rubricId: rubric.id, ...(itemId === '' ? { skillId: edge.skillId } : { itemId }) },
  })
  const room = suggestions.filter(({ kind }) => kind === 'room')
  const here = suggestions.filter(({ kind, near }) => kind === 'named' && near === 'section')
  const elsewhere = suggestions.filter(({ near }) => near === 'rubric')
  const hasNamed = here.length + elsewhere.length > 0
  const isShipped = rubricHeaders.some(({ id }) => id === rubric.id)
  const place = placeOfEdge(part.of, edge)
  const section = place?.section.name.text ?? ''
  const items = place ? askedItems(place.skill) : []
  const toggle = (suggestion: Suggestion) => {
    const line = creditedLine(suggestion, words, isShipped)
    const said = hasLine(borrowed.text, line) ? words.isTakenBack : words.isBorrowed
    rewrite(borrowed, toggleLine(borrowed.text, line))
    setNews(said(suggestionName(suggestion)))
  }
  const list = (some: readonly Suggestion[]) => (
    <ul className={styles['suggestions']}>
      {some.map((suggestion) => (
        <SuggestionRow
          key={suggestion.key}
          of={suggestion}
          part={part}
          line={creditedLine(suggestion, words, isShipped)}
          isBorrowed={hasLine(borrowed.text, creditedLine(suggestion, words, isShipped))}
          onToggle={() => toggle(suggestion)}
        />
      ))}
    </ul>
  )
  return (
    <section className={styles['block']} aria-label={words.others}>
      <h4 className={styles['othersTitle']}>{words.others}</h4>
      {room.length > 0 && (
        <div className={styles['group']}>
          <h5 className={styles['kicker']}>{words.room}</h5>
          {room.length > 1 && items.length > 1 && (
            <div className={styles['lookFirst']}>
              <Select
                label={words.lookFirst}
                value={itemId}
                onChange={(event) => setItemId(event.currentTarget.value)}
              >
                <option value="">{words.wholeSkill}</option>
                {items.map(({ id, number, text }) => (
                  <option key={id} value={id} lang={rubric.lang}>
                    {number} {text}
                  </option>
                ))}
              </Select>
            </div>
          )}
          {list(room)}
        </div>
      )}
      {here.length > 0 && (
        <div className={styles['group']}>
          <h5 className={styles['kicker']}>{words.named(section)}</h5>
          {list(here)}
        </div>
      )}
      {elsewhere.length > 0 && (
        <details className={styles['more']}>
          <summary className={styles['moreTitle']}>{words.elsewhere(elsewhere.length)}</summary>
          {list(elsewhere)}
        </details>
      )}
      <p className={styles['aside']}>
        {!hasNamed && <>{room.length > 0 ? words.noneInRubric : words.none} </>}
        <a
          className={styles['toPlaybook']}
          href={hasNamed ? `#/playbook?domain=${rubric.id}` : '#/playbook'}
        >
          {words.toPlaybook}
        </a>
      </p>
      <output>
        <Hidden>{news}</Hidden>
      </output>
    </section>
  )
}

interface RowProps {
  of: Suggestion
  part: GrowthProps
  /** As it is borrowed, with its credit. */
  line: string
  isBorrowed: boolean
  onToggle: () => void
}

function SuggestionRow({ of, part, line, isBorrowed, onToggle }: RowProps) {
  const { growth: words } = useMessages()
  const name = suggestionName(of)
  const what = of.kind === 'room' ? of.strategy.how : of.strategy.what
  const lang = of.kind === 'room' ? undefined : part.of.rubric.lang
  const label = isBorrowed ? words.takeBackOf(name) : words.borrowOf(name)
  return (
    <li className={styles['suggestion']} data-borrowed={isBorrowed}>
      <div className={styles['suggestionWords']}>
        <h6 className={styles['suggestionName']} lang={lang} dir="auto">
          {name}
          {isBorrowed && (
            <span className={styles['borrowedTag']}>
              <Icon name="check" size={18} />
              {words.borrowed}
            </span>
          )}
        </h6>
        {what !== '' && what !== name && (
          <p className={styles['text']} lang={lang} dir="auto">
            {what}
          </p>
        )}
        {of.strategy.evidence !== '' && (
          <p className={styles['evidence']} lang={lang} dir="auto">
            <span className={styles['kicker']}>
              {of.kind === 'room' ? words.evidenceTheirs : words.evidence}
            </span>{' '}
            {of.strategy.evidence}
          </p>
        )}
        {of.kind === 'room' ? <RoomReason of={of} part={part} /> : <NamedReason of={of} />}
      </div>
      <div className={styles['borrow']}>
        <Button icon={isBorrowed ? 'undo' : 'plus'} aria-label={label} onClick={onToggle}>
          {isBorrowed ? words.takeBack : words.borrow}
        </Button>
      </div>
      {isBorrowed && (
        <MakeStep
          store={part.store}
          steps={part.report.reflection.nextSteps}
          what={name}
          from={line}
        />
      )}
    </li>
  )
}

/** Where in the room it was named, and by whom. */
function RoomReason({
  of,
  part,
}: {
  of: Extract<Suggestion, { kind: 'room' }>
  part: GrowthProps
}) {
  const { growth: words } = useMessages()
  const { people } = part.report
  return (
    <p className={styles['reason']}>
      <span>{words.namedAt(of.item.number, of.by.length > 0)}</span>
      {of.by.map((person) => (
        <PersonChip
          key={person.id}
          initials={person.initials}
          look={chipLook(people.indexOf(person))}
        />
      ))}
    </p>
  )
}

/** Where it comes from; for one of another section, which. */
function NamedReason({ of }: { of: Extract<Suggestion, { kind: 'named' }> }) {
  const { common } = useMessages()
  const { provenance } = of.strategy
  return (
    <p className={styles['reason']}>
      <ProvenanceMark provenance={provenance} label={common.provenance[provenance]} />
      {of.sources.map((source) => (
        <cite key={source.key}>{shortSourceTitle(source)}</cite>
      ))}
      {of.near === 'rubric' && <span>{of.section.name.text}</span>}
    </p>
  )
}
