import type { StrategyReport } from '#core/report.ts'
import { itemsOf, scaleOf, type Rubric } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { Crowd } from './Crowd.tsx'
import { ItemLink } from './ItemLine.tsx'
import { Part } from '#parts/Part.tsx'
import styles from './summary.module.css'
import type { PartProps } from '#parts/voice.ts'

/** Strategies by name, with what people do, how they know, and whose they are. */
export function Strengths(part: PartProps) {
  const { of, voice } = part
  if (of.strengths.length === 0) {
    if (!asksForStrategies(of.rubric)) return null
    return (
      <Part title={voice.strengths}>
        <p className={styles['aside']}>{voice.strengthsEmpty}</p>
      </Part>
    )
  }
  return (
    <Part title={voice.strengths}>
      <ul className={styles['strengths']}>
        {of.strengths.map((strength) => (
          <Strength key={strength.strategy.id} of={strength} part={part} />
        ))}
      </ul>
    </Part>
  )
}

/** True if some box of the rubric asks for a strategy. */
function asksForStrategies(rubric: Rubric): boolean {
  return itemsOf(rubric).some(
    ({ item }) =>
      item.kind === 'rating' && scaleOf(rubric, item).levels.some((level) => level.asksForStrategy),
  )
}

function Strength({ of, part }: { of: StrategyReport; part: PartProps }) {
  const words = useMessages().summary
  const { strategy, people, items } = of
  const isTeam = part.report.reflection.mode === 'team'
  return (
    <li className={styles['strength']}>
      <div className={styles['strategy']}>
        <h3 className={styles['strategyName']} dir="auto">
          {strategy.name || words.unnamedStrategy}
        </h3>
        {strategy.how !== '' && (
          <p className={styles['text']} dir="auto">
            {strategy.how}
          </p>
        )}
        <div className={styles['credit']}>
          {isTeam && people.length > 0 && (
            <Crowd
              people={part.report.people}
              here={people.map((person) => ({ person, count: 1 }))}
              noun={part.of.rubric.itemNoun}
            />
          )}
          <span className={styles['places']}>
            {items.map((item) => (
              <ItemLink key={item.key} part={part} of={item} />
            ))}
          </span>
        </div>
      </div>
      <div className={styles['evidence']}>
        <p className={styles['kicker']}>
          {isTeam ? words.evidence : words.evidenceMine}
          {strategy.evidenceKind && (
            <span className={styles['tag']}>{words.evidenceKinds[strategy.evidenceKind]}</span>
          )}
        </p>
        {strategy.evidence === '' ? (
          <p className={styles['aside']}>{words.noEvidence}</p>
        ) : (
          <p className={styles['text']} dir="auto">
            {strategy.evidence}
          </p>
        )}
      </div>
    </li>
  )
}
