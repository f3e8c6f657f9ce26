import { useRef, useState } from 'react'
import { deleteEdit } from '#core/reflection.ts'
import type { Section } from '#core/rubric.ts'
import { solutionId, type Solution } from '#core/workshop.ts'
import { useMessages } from '#messages/messages.ts'
import { Part } from '#parts/Part.tsx'
import { newId } from '#platform/ids.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Told } from '#ui/Told.tsx'
import styles from './share.module.css'
import type { ShareProps } from './shareProps.ts'
import { KnownRow, OwnRow } from './SolutionRow.tsx'

/** What is hard, and what could help: the table that the whole group fills. */
export function Solutions(props: ShareProps) {
  const { share: words } = useMessages()
  const { of, voice } = props
  return (
    <Part title={words.solutions} anchor="solutions" lead={voice.solutionsLead}>
      <div className={styles['tables']}>
        {of.sections.map(({ section }) => (
          <SectionTable key={section.id} section={section} props={props} />
        ))}
      </div>
    </Part>
  )
}

function SectionTable({ section, props }: { section: Section; props: ShareProps }) {
  const { share: words, common } = useMessages()
  const { store, of, report } = props
  const [begun, setBegun] = useState<readonly string[]>([])
  const [removed, setRemoved] = useState<Solution>()
  const box = useRef<HTMLElement>(null)
  const { solutions } = report.reflection.workshop
  const own = solutions.filter(
    ({ rubricId, sectionId, challengeId }) =>
      rubricId === of.rubric.id && sectionId === section.id && challengeId === '',
  )
  const ids = [
    ...own.map(({ id }) => id),
    ...begun.filter((id) => !own.some((solution) => solution.id === id)),
  ]
  const place = { rubricId: of.rubric.id, sectionId: section.id }
  const remove = (id: string) => {
    const solution = own.find((one) => one.id === id)
    if (solution) store.apply([deleteEdit('solution', id)])
    setBegun((all) => all.filter((one) => one !== id))
    setRemoved(solution)
    requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>('[data-removed] button, [data-add] button')?.focus(),
    )
  }
  const bringBack = () => {
    if (removed) store.apply([deleteEdit('solution', removed.id, false)])
    setRemoved(undefined)
    requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>('[data-add] button')?.focus(),
    )
  }
  return (
    <section className={styles['table']} ref={box} aria-label={section.name.text}>
      <h3 className={styles['tableTitle']}>
        <span className={styles['number']}>{section.number}</span> <Told text={section.name.text} />
      </h3>
      <div className={styles['columns']} aria-hidden="true">
        <span>{words.challengeColumn}</span>
        <span>{words.solutionColumn}</span>
      </div>
      {section.challenges.map((challenge, order) => (
        <KnownRow
          key={challenge.id}
          {...{ store, challenge, place, order }}
          solution={solutions.find(({ id }) => id === solutionId(of.rubric.id, challenge.id))}
        />
      ))}
      {ids.map((id) => (
        <OwnRow
          key={id}
          {...{ id, store, place }}
          order={section.challenges.length + ids.indexOf(id)}
          isBegun={begun.includes(id)}
          solution={own.find((one) => one.id === id)}
          onRemove={() => remove(id)}
        />
      ))}
      {removed && (
        <div data-removed>
          <Notice
            icon="trash"
            live="status"
            actions={
              <Button icon="undo" onClick={bringBack}>
                {common.undo}
              </Button>
            }
          >
            <p>{words.removedChallenge}</p>
          </Notice>
        </div>
      )}
      <div className={styles['tableFoot']} data-add>
        <Button
          look="quiet"
          icon="plus"
          aria-label={words.addChallengeTo(section.name.text)}
          onClick={() => setBegun((all) => [...all, newId()])}
        >
          {words.addChallenge}
        </Button>
      </div>
    </section>
  )
}
