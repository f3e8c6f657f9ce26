import type { ReactNode } from 'react'
import { REASONS, type ComparedRubric, type Comparison } from '#core/compare.ts'
import type { Participant } from '#core/reflection.ts'
import type { Rubric } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { nameBeside } from '#messages/rubricName.ts'
import type { PartProps } from '#parts/voice.ts'
import styles from './earlier.module.css'

interface Props {
  comparison: Comparison
  /** What is compared of the rubric on the page, if both sittings rated it. */
  compared: ComparedRubric | undefined
  part: PartProps
  /** What was compared. */
  children: ReactNode
}

/** What was compared and what was not, in words around it. */
export function EarlierFacts({ comparison, compared, part, children }: Props) {
  const messages = useMessages()
  const { earlier: words } = messages
  const { itemNoun } = part.of.rubric
  if (!compared) return <p className={styles['aside']}>{words.noRubric}</p>
  const { rows, notCompared } = compared
  const names = (rubrics: readonly Rubric[]) => [
    ...new Set(rubrics.map((rubric) => nameBeside(part.of.rubric, rubric, messages))),
  ]
  const { onlyThen, onlyNow } = comparison
  return (
    <>
      <p className={styles['facts']}>
        {words.compared(rows.length, rows.length + notCompared.length, itemNoun)}{' '}
        {part.report.reflection.mode === 'team' && <PeopleFacts of={comparison} />}
      </p>
      {rows.length === 0 ? <p className={styles['aside']}>{words.nothing(itemNoun)}</p> : children}
      {notCompared.length > 0 && <NotComparedList of={compared} part={part} />}
      {onlyThen.length > 0 && (
        <p className={styles['aside']}>{words.rubricsThen(names(onlyThen))}</p>
      )}
      {onlyNow.length > 0 && <p className={styles['aside']}>{words.rubricsNow(names(onlyNow))}</p>}
    </>
  )
}

function PeopleFacts({ of }: { of: Comparison }) {
  const { earlier: words } = useMessages()
  const { both, onlyThen, onlyNow } = of.people
  return (
    <>
      {both.length > 0 ? words.both(both.length) : words.bothNone}{' '}
      {onlyThen.length > 0 && <>{words.onlyThen(initialsOf(onlyThen))} </>}
      {onlyNow.length > 0 && words.onlyNow(initialsOf(onlyNow))}
    </>
  )
}

function initialsOf(people: readonly Participant[]): readonly string[] {
  return people.map(({ initials }) => initials)
}

/** Folded: the items that are not compared, by the reason for it. */
function NotComparedList({ of, part }: { of: ComparedRubric; part: PartProps }) {
  const { earlier: words } = useMessages()
  const { itemNoun, lang } = part.of.rubric
  return (
    <details className={styles['rest']}>
      <summary className={styles['restTitle']}>
        {words.notCompared(of.notCompared.length, itemNoun)}
      </summary>
      <div className={styles['reasons']}>
        {REASONS.map((reason) => {
          const items = of.notCompared.filter((each) => each.reason === reason)
          if (items.length === 0) return null
          return (
            <section key={reason}>
              <h4 className={styles['reason']}>{words.reason(reason, items.length, itemNoun)}</h4>
              <ul>
                {items.map(({ key, item, site }) => (
                  <li key={key} className={styles['left']} lang={lang}>
                    <span className={styles['number']}>{item.number}</span>
                    <span>
                      {site && site.name !== '' ? words.atSite(item.text, site.name) : item.text}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </div>
    </details>
  )
}
