import type { ReactNode } from 'react'
import type { ItemReport } from '#core/itemReport.ts'
import type { Site } from '#core/reflection.ts'
import type { PlacementItem } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { ZoneMap, type MapPoint } from '#ui/ZoneMap.tsx'
import { ItemLine } from './ItemLine.tsx'
import { Chosen, Voices } from './People.tsx'
import { isChosen } from './Picks.tsx'
import { SiteName } from './SiteName.tsx'
import styles from './summary.module.css'
import type { PartProps } from '#parts/voice.ts'

interface Props {
  item: PlacementItem
  /** One per site, in their order. */
  of: readonly ItemReport[]
  part: PartProps
  /** What else was said of a site in the same section. */
  rest: (site: Site) => ReactNode
}

/** All sites on one map, and the same in words: the list says everything the drawing shows. */
export function SitesOnMap({ item, of, part, rest }: Props) {
  const words = useMessages().summary
  const [first] = of
  if (!first) return null
  return (
    <ItemLine part={part} of={first} wide>
      <div className={styles['onMap']}>
        <ZoneMap
          zones={item.zones}
          across={item.across}
          up={item.up}
          points={of.flatMap((report) => pointsOf(report, part))}
        />
        <ul className={styles['siteList']}>
          {of.map((report) => {
            const zones = report.picks.filter(isChosen)
            return (
              <li key={report.key} className={styles['siteLine']}>
                <SiteName of={report.site} part={part} />
                {zones.length > 1 && <p className={styles['kicker']}>{words.sitesApart}</p>}
                {zones.length === 0 && <p className={styles['aside']}>{words.notPlaced}</p>}
                <ul className={styles['picks']}>
                  {zones.map(({ id, people }) => (
                    <li key={id} className={styles['pick']}>
                      <span className={styles['pickLabel']}>{zoneName(item, id)}</span>
                      <Chosen people={people} part={part} />
                    </li>
                  ))}
                </ul>
                <Voices of={report.notes} part={part} note />
                {report.site && rest(report.site)}
              </li>
            )
          })}
        </ul>
      </div>
    </ItemLine>
  )
}

function zoneName({ zones }: PlacementItem, zoneId: string): string {
  const zone = zones.find(({ id }) => id === zoneId)
  return zone ? `${zone.letter} · ${zone.name}` : zoneId
}

/**
 * One point for each zone a site was placed in, amid those who placed it there: everyone's own would
 * be a swarm. It stands out where all agree.
 */
function pointsOf({ key, site, places }: ItemReport, part: PartProps): readonly MapPoint[] {
  const number = part.report.reflection.sites.findIndex(({ id }) => id === site?.id) + 1
  const zones = [...new Set(places.map(({ zone }) => zone))]
  return zones.map((zone) => {
    const here = places.filter((place) => place.zone === zone)
    const middle = (of: (place: { x: number; y: number }) => number) =>
      here.reduce((sum, place) => sum + of(place), 0) / here.length
    return {
      key: `${key}/${zone}`,
      x: middle(({ x }) => x),
      y: middle(({ y }) => y),
      label: `${number}`,
      strong: zones.length === 1,
    }
  })
}
