import { itemsOf, type Rubric } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import styles from './setup.module.css'

/** The rubric of this sitting: what it is about and how much it holds. */
export function RubricCard({ rubric }: { rubric: Rubric }) {
  const words = useMessages().setup
  return (
    <div className={styles['card']}>
      <p className={styles['kicker']}>{words.rubric}</p>
      <h2 className={styles['rubric']} lang={rubric.lang}>
        {rubric.title.text}
      </h2>
      <p lang={rubric.lang}>{rubric.goal.text}</p>
      <p className={styles['counts']}>
        {words.rubricHolds(rubric.sections.length, itemsOf(rubric).length, rubric.itemNoun)}
      </p>
      {rubric.status === 'community-draft' && (
        <p className={styles['counts']}>{words.communityDraft}</p>
      )}
    </div>
  )
}
