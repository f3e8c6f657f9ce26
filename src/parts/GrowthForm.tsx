import { useEffect, useRef } from 'react'
import type { Section } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { useDraftText, type DraftText } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import { TextArea } from '#ui/TextField.tsx'
import styles from './growth.module.css'
import { hasLine, rewrite, toggleLine } from './growthLines.ts'
import type { EdgeProps } from './growthProps.ts'
import { placeOfEdge } from './growthSkills.ts'
import { GrowthSuggestions } from './GrowthSuggestions.tsx'

/**
 * What is hard, what others do, and what to try. Every keystroke is a draft at once; "Done" only
 * folds the form away. What is tapped in stands above or below the words it goes into, so that
 * nothing moves under a finger.
 */
export function GrowthForm({
  edge,
  name,
  part,
  onRemove,
  onDone,
}: EdgeProps & { onDone: () => void }) {
  const { growth, common } = useMessages()
  const { store, of, report } = part
  const words = growth.voices[report.reflection.mode]
  const place = placeOfEdge(of, edge)
  const hard = useDraftText(store, { kind: 'growthEdge', record: edge.id, field: 'hard' })
  const borrowed = useDraftText(store, { kind: 'growthEdge', record: edge.id, field: 'borrowed' })
  const heading = useRef<HTMLHeadingElement>(null)
  // The heading, not the first field: on a tablet a field would cover half of this with its keys.
  useEffect(() => heading.current?.focus(), [])
  const done = (event: { preventDefault(): void }) => {
    event.preventDefault()
    hard.commit()
    borrowed.commit()
    onDone()
  }
  return (
    <form className={styles['form']} onSubmit={done} noValidate>
      <h3 className={styles['name']} tabIndex={-1} ref={heading}>
        {place && <span className={styles['number']}>{place.skill.number}</span>}{' '}
        <span lang={place && of.rubric.lang}>{name}</span>
      </h3>
      <div className={styles['block']}>
        {place && <Challenges section={place.section} lang={of.rubric.lang} hard={hard} />}
        <TextArea
          label={words.hard}
          value={hard.text}
          onChange={(event) => hard.setText(event.target.value)}
          onBlur={hard.commit}
        />
      </div>
      <GrowthSuggestions edge={edge} part={part} borrowed={borrowed} />
      <TextArea
        label={words.borrowed}
        hint={words.borrowedHint}
        value={borrowed.text}
        onChange={(event) => borrowed.setText(event.target.value)}
        onBlur={borrowed.commit}
      />
      <div className={styles['formActions']}>
        <Button look="quiet" icon="trash" onClick={onRemove}>
          {common.remove}
        </Button>
        <Button type="submit" look="main" icon="check">
          {common.done}
        </Button>
      </div>
    </form>
  )
}

/** What is known to be hard in the section: a tap writes it down, another takes it back. */
function Challenges({ section, lang, hard }: { section: Section; lang: string; hard: DraftText }) {
  const { growth: words, common } = useMessages()
  if (section.challenges.length === 0) return null
  return (
    <fieldset className={styles['challenges']}>
      <legend className={styles['kicker']}>{words.challenges}</legend>
      <div className={styles['chips']}>
        {section.challenges.map(({ id, text, provenance }) => {
          const isSaid = hasLine(hard.text, text)
          return (
            <button
              key={id}
              type="button"
              className={styles['chip']}
              aria-pressed={isSaid}
              onClick={() => rewrite(hard, toggleLine(hard.text, text))}
            >
              <Icon name={isSaid ? 'check' : 'plus'} size={18} />
              <span lang={lang}>{text}</span>
              <ProvenanceMark provenance={provenance} label={common.provenance[provenance]} quiet />
            </button>
          )
        })}
      </div>
    </fieldset>
  )
}
