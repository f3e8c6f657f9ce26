import { chipLook } from '#core/people.ts'
import { useMessages } from '#messages/messages.ts'
import { PersonChip } from '#ui/PersonChip.tsx'
import { ItemLine } from './ItemLine.tsx'
import { Part } from './Part.tsx'
import styles from './summary.module.css'
import type { PartProps } from './voice.ts'

/** Answers in words, whole and with who wrote them. */
export function WordAnswers({ report, of }: PartProps) {
  const words = useMessages().summary
  const items = of.sections
    .flatMap(({ skills }) => skills)
    .flatMap((skill) => skill.items)
    .filter(({ texts }) => texts.length > 0)
  if (items.length === 0) return null
  const isTeam = report.reflection.mode === 'team'
  return (
    <Part title={isTeam ? words.words : words.wordsMine}>
      <ul className={styles['items']}>
        {items.map((item) => (
          <ItemLine key={item.item.id} report={report} of={item}>
            <ul className={styles['voices']}>
              {item.texts.map(({ author: person, text }) => (
                <li key={person?.id ?? 'team'} className={styles['voice']}>
                  {isTeam && person && (
                    <PersonChip
                      initials={person.initials}
                      look={chipLook(report.people.indexOf(person))}
                    />
                  )}
                  <p className={styles['text']} dir="auto">
                    {text}
                  </p>
                </li>
              ))}
            </ul>
          </ItemLine>
        ))}
      </ul>
    </Part>
  )
}
