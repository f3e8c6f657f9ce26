import type { Rubric, Section } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { Part } from '#parts/Part.tsx'
import { loadRubric } from '#rubrics/catalog.ts'
import { Icon } from '#ui/Icon.tsx'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import { useLoaded } from '#ui/useLoaded.ts'
import styles from './learn.module.css'

/** What a hub is, what it does for its network, and how networks grow. */
export function HubAndNetwork() {
  const { learn: words, common } = useMessages()
  const checklist = useLoaded('life-cycle-checklist', loadRubric)
  const lines = [
    { text: words.hubRole, provenance: 'adapted', source: words.hubRoleSource },
    { text: words.hubTasks, provenance: 'source', source: words.hubTasksSource },
    { text: words.hubNetwork, provenance: 'drafted', source: '' },
    { text: words.hubReach, provenance: 'adapted', source: words.hubReachSource },
  ] as const
  return (
    <Part title={words.hub}>
      <ul className={styles['lines']}>
        {lines.map(({ text, provenance, source }) => (
          <li key={text}>
            {text}{' '}
            <ProvenanceMark
              provenance={provenance}
              label={[common.provenanceShort[provenance], source]
                .filter((part) => part !== '')
                .join(' · ')}
            />
          </li>
        ))}
      </ul>
      {checklist?.ok && <LifeCycle rubric={checklist.value.rubric} />}
    </Part>
  )
}

/** Three stages in a row, an arrow between them, and a line back under all of them. */
function LifeCycle({ rubric }: { rubric: Rubric }) {
  const { learn: words, common } = useMessages()
  const stages = rubric.sections.filter((section) => namesOf(section).length > 0)
  return (
    <>
      <h3 className={styles['subheading']}>{words.lifeCycle}</h3>
      <ol className={styles['stages']} lang={rubric.lang}>
        {stages.map((section, at) => (
          <li key={section.id} className={styles['stage']} data-stage={at + 1}>
            <p className={styles['stageName']}>{section.name.text}</p>
            <ul className={styles['checks']}>
              {namesOf(section).map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
            {at < stages.length - 1 && (
              <span className={styles['arrow']}>
                <Icon name="forward" />
              </span>
            )}
          </li>
        ))}
      </ol>
      <p className={styles['return']}>
        <Icon name="undo" /> {words.lifeCycleHint}{' '}
        <ProvenanceMark
          provenance="source"
          label={`${common.provenanceShort.source} · ${words.lifeCycleSource}`}
        />
      </p>
    </>
  )
}

/** The short names of a stage's checks: what stands before the colon. */
function namesOf({ skills }: Section): readonly string[] {
  return skills.flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === 'status' ? [item.text.split(':', 1)[0] ?? ''] : [])),
  )
}
