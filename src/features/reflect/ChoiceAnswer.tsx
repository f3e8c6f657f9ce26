import { useId } from 'react'
import type { Answer } from '#core/answer.ts'
import type { ChoiceItem } from '#core/rubric.ts'
import { useStore } from '#storage/useStorage.ts'
import { Told } from '#ui/Told.tsx'
import { isAgreed } from './agreed.ts'
import styles from './answers.module.css'
import type { ControlProps } from './controlProps.ts'
import { groupName } from './groupName.ts'
import { isTold, PeopleHere } from './PeopleHere.tsx'
import { pickProps } from './pickProps.ts'

/** One option of several, taken back by choosing it again; or any number of them. */
export function ChoiceAnswer({
  store,
  report,
  person,
  place,
  item,
  answer,
  pick,
}: ControlProps & { item: ChoiceItem }) {
  const id = useId()
  const reflection = useStore(store, (from) => from.reflection())
  const chosen = answer?.kind === 'options' ? answer.options : []
  return (
    <div
      className={styles['options']}
      role={item.many ? 'group' : 'radiogroup'}
      aria-labelledby={groupName(item, person)}
      data-fit={fitOf(item)}
    >
      {item.options.map((option) => {
        const here = report.picks.find((each) => each.id === option.id)?.people ?? []
        const agreed = isAgreed(report, option.id)
        const checked = chosen.includes(option.id)
        const own = `${id}-${option.id}`
        const described = [
          option.hint !== undefined && `${own}-hint`,
          isTold({ here, person, agreed }) && `${own}-here`,
        ]
        return (
          <label key={option.id} className={styles['option']}>
            <input
              type={item.many ? 'checkbox' : 'radio'}
              className={styles['mark']}
              name={`${id}-${place.participantId}`}
              aria-labelledby={own}
              aria-describedby={described.filter(Boolean).join(' ') || undefined}
              {...(item.many
                ? { checked, onChange: () => pick(toggled(item, chosen, option.id)) }
                : pickProps({
                    checked,
                    onPick: () => pick({ kind: 'options', options: [option.id] }),
                    onTakeBack: () => pick(undefined),
                  }))}
            />
            <span className={styles['optionWords']}>
              <span id={own}>
                <Told text={option.label} />
              </span>
              {option.hint !== undefined && (
                <span className={styles['hint']} id={`${own}-hint`}>
                  <Told text={option.hint} />
                </span>
              )}
            </span>
            <PeopleHere
              id={`${own}-here`}
              people={reflection.participants}
              isAlone={reflection.mode === 'individual'}
              {...{ here, person, agreed }}
            />
          </label>
        )
      })}
    </div>
  )
}

/** A few short words stand in one row; options with a second line need room. */
function fitOf({ options }: ChoiceItem): 'hinted' | 'short' | undefined {
  if (options.some(({ hint }) => hint !== undefined)) return 'hinted'
  return options.length <= 4 && options.every(({ label }) => label.length <= 18)
    ? 'short'
    : undefined
}

/** The options with one more or one less, in printed order; the last one taken off is no answer. */
function toggled(item: ChoiceItem, chosen: readonly string[], id: string): Answer | undefined {
  const known = item.options.map((option) => option.id)
  // Options that a newer definition knows and this one does not stay chosen.
  const foreign = chosen.filter((each) => !known.includes(each))
  const options = [
    ...known.filter((each) => (each === id ? !chosen.includes(id) : chosen.includes(each))),
    ...foreign,
  ]
  return options.length > 0 ? { kind: 'options', options } : undefined
}
