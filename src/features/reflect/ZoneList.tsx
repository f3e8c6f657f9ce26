import { useId } from 'react'
import type { Answer } from '#core/answer.ts'
import type { ItemReport } from '#core/itemReport.ts'
import type { Participant } from '#core/reflection.ts'
import type { PlacementItem, Zone } from '#core/rubric.ts'
import { useStartMessages } from '#messages/messages.ts'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import { Told } from '#ui/Told.tsx'
import { isAgreed } from './agreed.ts'
import answers from './answers.module.css'
import styles from './map.module.css'
import { NO_BREAK } from './noBreak.ts'
import { isTold, PeopleHere } from './PeopleHere.tsx'
import { pickProps } from './pickProps.ts'

interface Props {
  item: PlacementItem
  report: ItemReport
  /** `undefined` while the team marks what it agrees on. */
  person: Participant | undefined
  people: readonly Participant[]
  isAlone: boolean
  placed: Extract<Answer, { kind: 'placement' }> | undefined
  /** Id of the words that say which site it is about. */
  labelledBy: string
  goTo: (zone: Zone) => void
  onTakeBack: () => void
}

/** The zones of the map as a list to choose from: the same answer, by words alone. */
export function ZoneList(props: Props) {
  const { item, report, person, people, isAlone, placed, labelledBy, goTo, onTakeBack } = props
  const { common } = useStartMessages()
  const id = useId()
  return (
    <div
      className={styles['zones']}
      role="radiogroup"
      aria-labelledby={`text-${item.id} ${labelledBy}`}
    >
      {item.zones.map((zone) => {
        const here = report.picks.find((each) => each.id === zone.id)?.people ?? []
        const agreed = isAgreed(report, zone.id)
        const own = `${id}-${zone.id}`
        return (
          <label key={zone.id} className={answers['option']}>
            <input
              type="radio"
              className={answers['mark']}
              name={`${id}-${person?.id ?? ''}`}
              aria-labelledby={own}
              aria-describedby={
                isTold({ here, person, agreed }) ? `${own}-text ${own}-here` : `${own}-text`
              }
              {...pickProps({
                checked: placed?.zone === zone.id,
                onPick: () => goTo(zone),
                onTakeBack,
              })}
            />
            <span className={answers['optionWords']}>
              <span className={styles['zoneName']} id={own}>
                <b className={styles['letter']}>{zone.letter}</b> <Told text={zone.name} />
              </span>
              <span className={answers['hint']} id={`${own}-text`}>
                <Told text={zone.text} />
                {NO_BREAK}
                <ProvenanceMark
                  provenance={zone.provenance}
                  label={common.provenance[zone.provenance]}
                  quiet
                />
              </span>
            </span>
            <PeopleHere id={`${own}-here`} {...{ people, here, person, agreed, isAlone }} />
          </label>
        )
      })}
    </div>
  )
}
