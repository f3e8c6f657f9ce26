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
  /** True for what stands back: the same thing as others see it. */
  readonly faint?: boolean
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
          <Grid />
          {/* The first zone lies uppermost: a tap where two overlap means the first. */}
          {zones
            .map((zone, index) => (
              <div
                key={zone.letter}
                className={styles['zone']}
                data-hatch={index % 4}
                style={shapeOf(zone, index, zones.length)}
              >
                <div className={styles['words']} style={freeOf(zone, zones.slice(0, index))}>
                  <b className={styles['letter']}>{zone.letter}</b>
                  <span className={styles['name']}>{zone.name}</span>
                </div>
              </div>
            ))
            .toReversed()}
          {spreadPoints(points).map((point) => (
            <span
              key={point.key}
              className={styles['point']}
              data-strong={point.strong}
              data-faint={point.faint}
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

/** The quarters of the map, as on squared paper. */
function Grid() {
  return (
    <svg className={styles['grid']} width="100%" height="100%">
      {['25%', '50%', '75%'].map((at) => (
        <g key={at}>
          <line x1={at} x2={at} y1="0" y2="100%" />
          <line x1="0" x2="100%" y1={at} y2={at} />
        </g>
      ))}
    </svg>
  )
}

/** Where a zone lies, and its tone: each a little deeper than the one before. */
function shapeOf({ area }: MapZone, index: number, count: number): CSSProperties {
  return custom({
    '--left': `${area.left}%`,
    '--bottom': `${area.bottom}%`,
    '--width': `${area.right - area.left}%`,
    '--height': `${area.top - area.bottom}%`,
    '--tone': `${20 + Math.round((50 * index) / Math.max(1, count - 1))}%`,
  })
}

/** Zones that end this far below the top of another still lie over its words, in percent of the map. */
const WORDS_HEIGHT = 12

/** Moves the words of a zone out from under those that lie over its upper left corner. */
function freeOf({ area }: MapZone, above: readonly MapZone[]): CSSProperties {
  const covering = above.filter(
    (other) =>
      other.area.left <= area.left &&
      other.area.right > area.left &&
      other.area.bottom < area.top &&
      other.area.top > area.top - WORDS_HEIGHT,
  )
  const covered = Math.max(area.left, ...covering.map((other) => other.area.right)) - area.left
  return custom({ '--free': `${Math.min(60, (100 * covered) / (area.right - area.left))}%` })
}

function placeOf({ x, y }: { x: number; y: number }): CSSProperties {
  return custom({ '--x': `${x}%`, '--y': `${y}%` })
}

function custom(properties: { readonly [name: `--${string}`]: string }): CSSProperties {
  return properties
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
