import { useId } from 'react'
import { invariant } from '#core/assert.ts'
import type { Reflection } from '#core/reflection.ts'
import { middleOf, zoneAt, type PlacementItem, type Zone } from '#core/rubric.ts'
import { useStartMessages } from '#messages/messages.ts'
import { useStore } from '#storage/useStorage.ts'
import type { ControlProps } from './controlProps.ts'
import styles from './map.module.css'
import { siteName } from './siteName.ts'
import { sitePlaces, type SitePlaces } from './sitePlaces.ts'
import { SiteMap } from './SiteMap.tsx'
import { ZoneGuide } from './ZoneGuide.tsx'
import { ZoneList } from './ZoneList.tsx'

/**
 * Where a site stands: a tap on the map, or the same answer from the list beside it, which does
 * without seeing and without pointing. Questions lead to a zone for who is not sure.
 */
export function PlacementAnswer(props: ControlProps & { item: PlacementItem }) {
  const { store, report, responses, person, site, item, answer, pick, place } = props
  const words = useStartMessages().reflect
  const id = useId()
  const reflection = useStore(store, (from) => from.reflection())
  invariant(site, 'a map stands where something is asked for each site')
  const placed = answer?.kind === 'placement' ? answer : undefined
  const number = reflection.sites.indexOf(site) + 1
  const goTo = (zone: Zone) => {
    // From the list a site goes to the middle; one that is in the zone already stays where it is.
    if (placed?.zone !== zone.id) pick({ kind: 'placement', zone: zone.id, ...middleOf(zone) })
  }
  const places = sitePlaces({ item, reflection, responses, person, site, place })
  return (
    <div className={styles['placement']}>
      <div className={styles['mapSide']}>
        <SiteMap
          {...{ item, places, number }}
          onPlace={(x, y) => pick({ kind: 'placement', zone: zoneAt(item, x, y).id, x, y })}
        />
        <SiteLegend {...{ places, reflection }} />
      </div>
      <div className={styles['listSide']}>
        <p className={styles['where']} id={`${id}-where`}>
          {words.whereIs(siteName(site, reflection, words))}
        </p>
        <ZoneList
          {...{ item, report, person, placed, goTo }}
          people={reflection.participants}
          isAlone={reflection.mode === 'individual'}
          labelledBy={`${id}-where`}
          onTakeBack={() => pick(undefined)}
        />
        {item.guide && <ZoneGuide guide={item.guide} zones={item.zones} onPlace={goTo} />}
      </div>
    </div>
  )
}

/** Which number on the map is which site, and where it is: the map in words. */
function SiteLegend({ places, reflection }: { places: SitePlaces; reflection: Reflection }) {
  const words = useStartMessages().reflect
  if (places.sites.length < 2) return null
  return (
    <ul className={styles['legend']} aria-label={words.siteLegend}>
      {places.sites.map(({ site, number, isCurrent, zone }) => (
        <li key={site.id} className={styles['legendEntry']} data-current={isCurrent}>
          <span className={styles['siteNumber']}>{number}</span>
          <bdi>{siteName(site, reflection, words)}</bdi>
          <span className={styles['legendZone']}>
            {zone ? words.inZone(zone.letter) : words.notPlaced}
          </span>
        </li>
      ))}
    </ul>
  )
}
