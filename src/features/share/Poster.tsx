import { useRef, useState } from 'react'
import { itemsOf, type Item } from '#core/rubric.ts'
import type { SectionReport, StrategyReport } from '#core/report.ts'
import { useMessages } from '#messages/messages.ts'
import { StrategyForm } from '#parts/StrategyForm.tsx'
import { newId } from '#platform/ids.ts'
import { Button } from '#ui/Button.tsx'
import { Told } from '#ui/Told.tsx'
import { MethodSelect } from './MethodSelect.tsx'
import { methodsOf } from './methods.ts'
import { PosterStrategy } from './PosterStrategy.tsx'
import styles from './share.module.css'
import type { ShareProps } from './shareProps.ts'

interface Props {
  section: SectionReport
  props: ShareProps
}

/** One section: its skills, the strategies named there, and the way to write another. */
export function Poster({ section: report, props }: Props) {
  const { share: words } = useMessages()
  const { hidden, voice } = props
  const { section } = report
  const [openId, setOpenId] = useState<string>()
  const box = useRef<HTMLElement>(null)
  // As they were named: sorted by what they say, they would jump while someone writes.
  const strategies = report.strategies.toSorted((a, b) => a.strategy.order - b.strategy.order)
  const named = strategies.map((strategy) => ({ id: strategy.strategy.id, strategy }))
  const isNew = openId !== undefined && !named.some(({ id }) => id === openId)
  // A new one stands where it will be once it is stored, so that its form stays the same.
  const entries = isNew ? [...named, { id: openId, strategy: undefined }] : named
  const close = () => {
    const id = openId ?? ''
    setOpenId(undefined)
    // Once the poster is drawn again: the form goes away with the focus in it.
    requestAnimationFrame(() => {
      const own = box.current?.querySelector<HTMLElement>(
        `[data-strategy="${CSS.escape(id)}"] button`,
      )
      ;(own ?? box.current?.querySelector<HTMLElement>('[data-add] button'))?.focus()
    })
  }
  const isPrivate = hidden.some(({ id }) => id === section.id)
  return (
    <article className={styles['poster']} ref={box} aria-label={section.name.text}>
      <header className={styles['posterHead']}>
        <span className={styles['badge']} aria-hidden="true">
          {section.number}
        </span>
        <h3 className={styles['posterTitle']}>
          <Told text={section.name.text} />
        </h3>
        <ul className={styles['skills']}>
          {section.skills.map(({ id, name }) => (
            <li key={id}>
              <Told text={name.text} />
            </li>
          ))}
        </ul>
      </header>
      {isPrivate ? (
        <p className={styles['aside']}>{words.privatePoster}</p>
      ) : (
        <>
          {entries.length === 0 ? (
            <p className={styles['aside']}>{voice.noStrategies}</p>
          ) : (
            <ul className={styles['strategies']}>
              {entries.map(({ id, strategy }) => (
                <li key={id} data-strategy={id}>
                  {id === openId || !strategy ? (
                    <Writing {...{ report, props, strategy }} strategyId={id} onDone={close} />
                  ) : (
                    <PosterStrategy of={strategy} props={props} onEdit={() => setOpenId(id)} />
                  )}
                </li>
              ))}
            </ul>
          )}
          <div className={styles['posterFoot']} data-add>
            {openId === undefined && (
              <Button
                icon="plus"
                aria-label={words.addStrategyTo(section.name.text)}
                onClick={() => setOpenId(newId())}
              >
                {words.addStrategy}
              </Button>
            )}
            {strategies.length > 0 && (
              <p className={styles['count']}>{voice.count(strategies.length)}</p>
            )}
          </div>
        </>
      )}
    </article>
  )
}

/** A strategy being written. A new one, and one that belongs to one method alone, can be moved. */
function Writing({
  report,
  props,
  strategyId,
  strategy,
  onDone,
}: {
  report: SectionReport
  props: ShareProps
  strategyId: string
  strategy: StrategyReport | undefined
  onDone: () => void
}) {
  const { store, of } = props
  const methods = methodsOf(report)
  const all = [...methods.strong, ...methods.others]
  const known = strategy?.strategy.items
  const [item, setItem] = useState<Item | undefined>(
    () =>
      itemsOf(of.rubric, { retired: true }).find(({ item: one }) => one.id === known?.[0]?.itemId)
        ?.item ?? all[0],
  )
  const { reflection } = props.report
  if (!item) return null
  const canMove =
    known === undefined || (known.length === 1 && all.some(({ id }) => id === item.id))
  return (
    <StrategyForm
      {...{ store, item, strategyId, onDone, rubric: of.rubric, reflection }}
      person={reflection.mode === 'individual' ? reflection.participants[0] : undefined}
      before={
        canMove && (
          <MethodSelect
            {...{ methods, item, store, strategyId, rubric: of.rubric }}
            onItem={setItem}
          />
        )
      }
    />
  )
}
