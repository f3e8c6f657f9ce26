import type { Picture } from './marks.ts'
import type { Rasterize } from './measure.ts'
import { INK, type Face } from './theme.ts'

/** Pixels per em: sharp at 300 dots per inch in the largest type these stand in. */
const EM = 64
const PAD = 4

const FONT_STYLES: Readonly<Record<Face, string>> = {
  regular: '400',
  italic: 'italic 400',
  semibold: '600',
  serif: '600',
}

/** A code point that no font has: what it looks like is what a missing letter looks like. */
const MISSING = '\u{10FFFD}'

/** What has no look of its own: spaces, marks, joiners, variation selectors. */
const JOINING = /^[\s\p{M}\p{Cf}]$/u

/** What stands on the canvas: RGBA row by row from the top, and the sizes of a picture in em. */
interface Drawn extends Omit<Picture, 'png'> {
  readonly pixels: Uint8ClampedArray
  readonly columns: number
}

/** Letters of this device by its canvas; `undefined` where there is no canvas. */
export function rasterizer(): Rasterize | undefined {
  if (typeof document === 'undefined') return undefined
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return undefined
  const missing = new Map<Face, string>()
  const lacking = new Map<string, boolean>()
  const known = new Map<string, Picture | undefined>()

  function draw(text: string, face: Face): Drawn | undefined {
    if (!context) return undefined
    setFont(context, face)
    const metrics = context.measureText(text)
    const ascent = Math.ceil(Math.max(metrics.actualBoundingBoxAscent, EM * 0.75)) + PAD
    const descent = Math.ceil(Math.max(metrics.actualBoundingBoxDescent, EM * 0.2)) + PAD
    const columns = Math.ceil(metrics.width) + PAD * 2
    canvas.width = columns
    canvas.height = ascent + descent
    // Sizing a canvas resets it.
    setFont(context, face)
    context.fillText(text, PAD, ascent)
    const pixels = context.getImageData(0, 0, columns, ascent + descent).data
    return {
      pixels,
      columns,
      width: columns / EM,
      ascent: ascent / EM,
      descent: descent / EM,
    }
  }

  function missingLook(face: Face): string {
    const found = missing.get(face) ?? look(draw(MISSING, face))
    missing.set(face, found)
    return found
  }

  /** True if the letter has no ink, or the look of a letter that no font has. */
  function isLetterMissing(letter: string, face: Face): boolean {
    const drawn = look(draw(letter, face))
    return drawn === '' || drawn === missingLook(face)
  }

  // One by one: of letters that join, the missing ones would show as several empty boxes.
  function isMissing(text: string, face: Face): boolean {
    return Array.from(text).some((letter) => {
      if (JOINING.test(letter)) return false
      const key = `${face}\n${letter}`
      const found = lacking.get(key) ?? isLetterMissing(letter, face)
      lacking.set(key, found)
      return found
    })
  }

  function take(text: string, face: Face): Picture | undefined {
    const drawn = draw(text, face)
    if (!drawn) return undefined
    const { width, ascent, descent } = drawn
    return { png: bytesOf(canvas.toDataURL('image/png')), width, ascent, descent }
  }

  return (text, face) => {
    const key = `${face}\n${text}`
    if (!known.has(key)) known.set(key, isMissing(text, face) ? undefined : take(text, face))
    return known.get(key)
  }
}

function setFont(context: CanvasRenderingContext2D, face: Face): void {
  context.font = `${FONT_STYLES[face]} ${EM}px sans-serif`
  context.fillStyle = INK
  context.textBaseline = 'alphabetic'
}

/** The bytes of a base64 data address. */
function bytesOf(address: string): Uint8Array {
  const text = atob(address.slice(address.indexOf(',') + 1))
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

/** The ink of what was drawn as a text that is equal for equal drawings; empty without ink. */
function look(drawn: Drawn | undefined): string {
  if (!drawn) return ''
  const { pixels, columns } = drawn
  const inked: number[] = []
  for (let at = 3; at < pixels.length; at += 4) {
    const alpha = pixels[at] ?? 0
    if (alpha > 127) inked.push((at - 3) / 4)
  }
  return inked.length === 0 ? '' : `${columns} ${inked.join(' ')}`
}
