import { useState, type CSSProperties, type PointerEvent } from 'react'
import type { PlacementItem } from '#core/rubric.ts'
import { ZoneMap, type MapPoint } from '#ui/ZoneMap.tsx'
import styles from './map.module.css'
import type { SitePlaces } from './sitePlaces.ts'

interface Props {
  item: PlacementItem
  places: SitePlaces
  /** Of the current site, counted from 1. */
  number: number
  /** In whole percent from the lower left corner. */
  onPlace: (x: number, y: number) => void
}

interface Spot {
  readonly x: number
  readonly y: number
}

/**
 * The map to tap on. Hidden from assistive technology and out of the way of the keyboard: the list
 * beside it gives the same answers.
 */
export function SiteMap({ item, places, number, onPlace }: Props) {
  const [dragged, setDragged] = useState<Spot>()
  const own = dragged ?? places.own
  const points: MapPoint[] = [
    ...(own ? [{ key: 'own', x: own.x, y: own.y, label: `${number}`, strong: true }] : []),
    ...places.others.map(({ person, x, y }) => ({
      key: person.id,
      x,
      y,
      label: person.initials,
      faint: true,
    })),
    ...places.sites.flatMap(({ site, number: label, isCurrent, x, y }) =>
      isCurrent || x === undefined || y === undefined
        ? []
        : [{ key: site.id, x, y, label: `${label}` }],
    ),
  ]
  const drop = () => {
    if (dragged) onPlace(dragged.x, dragged.y)
    setDragged(undefined)
  }
  return (
    <ZoneMap {...{ points }} zones={item.zones} across={item.across} up={item.up}>
      <button
        type="button"
        className={styles['surface']}
        tabIndex={-1}
        aria-hidden="true"
        // The focus stays where it is: nothing here can be used by keys.
        onMouseDown={(event) => event.preventDefault()}
        onClick={(event) => {
          const spot = spotAt(event.currentTarget, event)
          onPlace(spot.x, spot.y)
        }}
      />
      {own && (
        <span
          className={styles['handle']}
          style={placeOf(own)}
          aria-hidden="true"
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={(event: PointerEvent<HTMLElement>) => {
            const field = event.currentTarget.parentElement
            const isHeld = event.currentTarget.hasPointerCapture(event.pointerId)
            if (isHeld && field) setDragged(spotAt(field, event))
          }}
          onPointerUp={drop}
          onPointerCancel={() => setDragged(undefined)}
        />
      )}
    </ZoneMap>
  )
}

/** Where on the map a pointer is, in whole percent from the lower left corner, inside of it. */
function spotAt(field: Element, { clientX, clientY }: { clientX: number; clientY: number }): Spot {
  const { left, bottom, width, height } = field.getBoundingClientRect()
  const percent = (value: number) => Math.round(Math.min(100, Math.max(0, value * 100)))
  return { x: percent((clientX - left) / width), y: percent((bottom - clientY) / height) }
}

function placeOf({ x, y }: Spot): CSSProperties {
  // Safe: a custom property is a style like any other; the types know only the built-in ones.
  return { '--x': `${x}%`, '--y': `${y}%` } as CSSProperties
}
