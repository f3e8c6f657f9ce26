import type { CSSProperties, ReactNode } from 'react'
import { spreadPoints } from './spreadPoints.ts'
import styles from './ZoneMap.module.css'

export interface MapZone {
  readonly letter: string
  readonly name: string
  /** In percent of the map, from its lower left corner. */
  readonly area: {
    readonly left: number
    readonly right: number
    readonly bottom: number
    readonly top: number
  }
}

export interface MapAxis {
  readonly label: string
  readonly low: string
  readonly high: string
}

export interface MapPoint {
  readonly key: string
  /** In percent of the map, from its lower left corner. */
  readonly x: number
  readonly y: number
  /** One to four letters or digits. */
  readonly label: string
  /** True for what stands out: an answer of all, or the one being placed. */
  readonly strong?: boolean
}

interface Props {
  readonly zones: readonly MapZone[]
  readonly across: MapAxis
  readonly up: MapAxis
  readonly points: readonly MapPoint[]
  /** What the map says, in words; without them it is decoration beside a list that says it all. */
  readonly label?: string
  /** Laid over the field of the map, in the same percent. */
  readonly children?: ReactNode
}

/** A field with two axes, named zones and points. Points that would hide each other stand side by side. */
export function ZoneMap({ zones, across, up, points, label, children }: Props) {
  const meaning =
    label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <div className={styles['map']}>
      <Axis axis={up} side="up" />
      <div className={styles['field']}>
        <div className={styles['drawing']} {...meaning}>
          {zones.map(({ letter, name, area }) => (
            <div
              key={letter}
              className={styles['zone']}
              style={{
                insetInlineStart: `${area.left}%`,
                insetBlockEnd: `${area.bottom}%`,
                inlineSize: `${area.right - area.left}%`,
                blockSize: `${area.top - area.bottom}%`,
              }}
            >
              <b className={styles['letter']}>{letter}</b>
              <span className={styles['name']}>{name}</span>
            </div>
          ))}
          {spreadPoints(points).map((point) => (
            <span
              key={point.key}
              className={styles['point']}
              data-strong={point.strong}
              style={placeOf(point)}
            >
              {point.label}
            </span>
          ))}
        </div>
        {children}
      </div>
      <Axis axis={across} side="across" />
    </div>
  )
}

function placeOf({ x, y }: { x: number; y: number }): CSSProperties {
  return { insetInlineStart: `${x}%`, insetBlockEnd: `${y}%` }
}

/** The words of an axis, from low to high: upwards at the left, to the right below. */
function Axis({ axis, side }: { axis: MapAxis; side: 'across' | 'up' }) {
  return (
    <p className={styles['axis']} data-side={side} aria-hidden="true">
      <span>{axis.low}</span>
      <b>{axis.label}</b>
      <span>{axis.high}</span>
    </p>
  )
}
