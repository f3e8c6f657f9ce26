import type { ReactNode } from 'react'
import type { Rubric } from '#core/rubric.ts'
import type { ChangedItem, RubricComparison } from '#core/rubricCompare.ts'
import { useMessages } from '#messages/messages.ts'
import styles from './rubrics.module.css'

/** What another definition of a rubric would do to a reflection. */
export interface Effect {
  readonly comparison: RubricComparison
  /** Answers it has no place for. */
  readonly aside: number
  /** Strategies that were named only at what it does not ask. */
  readonly strategies: number
}

/** The changes between two definitions: first in numbers, then one by one. */
export function Changes({ from, to, effect }: { from: Rubric; to: Rubric; effect: Effect }) {
  const words = useMessages().library.changes
  const { comparison, aside, strategies } = effect
  const { kept, reworded, changed, retired, added, otherWords } = comparison
  const noun = to.itemNoun
  return (
    <div className={styles['changes']}>
      <p className={styles['aside']}>{words.versions(from.version, to.version)}</p>
      <ul className={styles['sums']}>
        <li>{words.kept(kept.length, noun)}</li>
        {reworded.length > 0 && <li>{words.reworded(reworded.length, noun)}</li>}
        {changed.length > 0 && <li>{words.changed(changed.length, noun)}</li>}
        {retired.length > 0 && <li>{words.retired(retired.length, noun)}</li>}
        {added.length > 0 && <li>{words.added(added.length, noun)}</li>}
      </ul>
      <p>
        <strong>{words.aside(aside)}</strong> {aside > 0 && words.asideKept}
      </p>
      {strategies > 0 && <p>{words.strategies(strategies)}</p>}
      <Part title={words.titles.reworded} of={reworded}>
        {({ number, before, after }) => <Rewording number={number} before={before} after={after} />}
      </Part>
      <Part title={words.titles.changed} of={changed}>
        {(item) => <Change item={item} />}
      </Part>
      <Part title={words.titles.retired} of={retired}>
        {({ number, text, replacedBy }) => (
          <>
            <Numbered number={number} text={text} />
            {replacedBy && (
              <p className={styles['aside']}>
                {words.instead(replacedBy.number)} {replacedBy.text}
              </p>
            )}
          </>
        )}
      </Part>
      <Part title={words.titles.added} of={added}>
        {({ number, text }) => <Numbered number={number} text={text} />}
      </Part>
      {otherWords.length > 0 && (
        <details className={styles['fold']}>
          <summary>{words.otherWords(otherWords.length)}</summary>
          <ul className={styles['foldList']}>
            {otherWords.map(({ before, after }) => (
              <li key={`${before}\n${after}`}>
                <Rewording before={before} after={after} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function Part<Entry extends { readonly id: string }>({
  title,
  of,
  children,
}: {
  title: string
  of: readonly Entry[]
  children: (entry: Entry) => ReactNode
}) {
  if (of.length === 0) return null
  return (
    <section className={styles['changePart']}>
      <h3 className={styles['small']}>{title}</h3>
      <ul className={styles['changeList']}>
        {of.map((entry) => (
          <li key={entry.id}>{children(entry)}</li>
        ))}
      </ul>
    </section>
  )
}

function Numbered({ number, text }: { number: string; text: string }) {
  return (
    <p>
      <span className={styles['number']}>{number}</span> {text}
    </p>
  )
}

function Rewording({ number, before, after }: { number?: string; before: string; after: string }) {
  const words = useMessages().library.changes
  return (
    <>
      <p>
        {number !== undefined && <span className={styles['number']}>{number} </span>}
        {after}
      </p>
      <p className={styles['aside']}>
        {words.before} {before}
      </p>
    </>
  )
}

function Change({ item }: { item: ChangedItem }) {
  const { library, common } = useMessages()
  const words = library.changes
  const { number, before, after, kinds, gone, gained } = item
  const isOther = kinds.before !== kinds.after
  return (
    <>
      {before === after ? (
        <Numbered number={number} text={after} />
      ) : (
        <Rewording number={number} before={before} after={after} />
      )}
      <p className={styles['aside']}>
        {isOther
          ? words.otherKind
          : gone.length + gained.length === 0
            ? words.otherWay
            : [
                gone.length > 0 ? words.gone(common.list(gone)) : '',
                gained.length > 0 ? words.gained(common.list(gained)) : '',
              ].join(' ')}
      </p>
    </>
  )
}
