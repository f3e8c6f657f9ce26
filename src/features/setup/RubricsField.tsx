import { useEffect, useId, useRef, useState } from 'react'
import { mayShareScreen } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { Button } from '#ui/Button.tsx'
import { FieldError } from '#ui/FieldError.tsx'
import { RubricCard } from './RubricCard.tsx'
import { RubricDialog } from './RubricDialog.tsx'
import type { RubricChoice, RubricChoices } from './rubrics.ts'
import styles from './setup.module.css'
import { countItems, roundedMinutes } from './sittingSize.ts'

/** What is looked at: each chosen rubric with its sections, and a way to more of them. */
export function RubricsField({ of, isUnderWay }: { of: RubricChoices; isUnderWay: boolean }) {
  const words = useMessages().setup
  const headingId = useId()
  const errorId = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const before = useRef<readonly string[]>([])
  const { choices, fault } = of

  const open = () => {
    before.current = choices.map(({ key }) => key)
    setOpen(true)
  }
  // After the dialog has given the focus back: on to the first rubric that is new, to its sections.
  useEffect(() => {
    if (isOpen) return
    const cards = [...(list.current?.querySelectorAll<HTMLElement>('[data-rubric]') ?? [])]
    const added = cards.find((card) => !before.current.includes(card.dataset['rubric'] ?? ''))
    if (before.current.length > 0) added?.querySelector('h3')?.focus()
    before.current = []
  }, [isOpen])

  return (
    <section className={styles['part']} aria-labelledby={headingId}>
      <h2 className={styles['heading']} id={headingId} ref={heading} tabIndex={-1}>
        {words.rubrics}
      </h2>
      <p className={styles['hint']}>
        {isUnderWay ? `${words.rubricsHint} ${words.rubricsKept}` : words.rubricsHint}
      </p>
      <div className={styles['rubrics']} ref={list}>
        {choices.map((choice) => (
          <RubricCard
            key={choice.key}
            of={choice}
            isApart={isApart(choice, choices)}
            onScope={(sections) => of.scope(choice.key, sections)}
            onWay={() => {
              of.goWay(choice)
              // The button that had the focus is gone.
              if (choice.way === 'takeOut') heading.current?.focus()
            }}
          />
        ))}
        {choices.length === 0 && <p className={styles['nobody']}>{words.noRubric}</p>}
      </div>
      <div className={styles['more']}>
        <Button
          icon="plus"
          onClick={open}
          data-fault={fault !== undefined}
          aria-describedby={fault ? errorId : undefined}
        >
          {choices.length === 0 ? words.addRubric : words.addAnother}
        </Button>
        {fault && <FieldError id={errorId}>{fault}</FieldError>}
      </div>
      <p className={styles['sum']} role="status">
        <Sum choices={choices} />
      </p>
      <RubricDialog of={of} open={isOpen} onClose={() => setOpen(false)} />
    </section>
  )
}

/**
 * True for a rubric of network health beside one of hub leadership: the domains of the two are never
 * on one screen, so its sections are chosen on a sheet of their own.
 */
function isApart({ loaded }: RubricChoice, choices: readonly RubricChoice[]): boolean {
  const family = loaded?.ok ? loaded.value.rubric.family : undefined
  return (
    family === 'network-health' &&
    choices.some(
      (other) => other.loaded?.ok && !mayShareScreen(family, other.loaded.value.rubric.family),
    )
  )
}

/** What the sitting comes to, in words. */
function Sum({ choices }: { choices: readonly RubricChoice[] }) {
  const words = useMessages().setup
  const chosen = choices.flatMap(({ loaded, sections: ids }) => {
    if (!loaded?.ok) return []
    const { rubric } = loaded.value
    const sections = rubric.sections.filter(({ id }) => ids.includes(id))
    return sections.length > 0 ? [{ rubric, sections }] : []
  })
  const [first, second] = chosen
  if (!first) return words.scopeNone
  const sections = chosen.flatMap((rubric) => rubric.sections)
  const count = second
    ? words.rubricsChosen(chosen.length, sections.length)
    : words.scopeChosen(sections.length, countItems(sections), first.rubric.itemNoun)
  return `${count}, ${words.aboutMinutes(...roundedMinutes(chosen))}`
}
