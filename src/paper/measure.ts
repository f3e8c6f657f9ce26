import { splitGraphemes } from '#core/text.ts'
import type { FontFile } from './fontFile.ts'
import type { Picture } from './marks.ts'
import { codeOf, stretchesOf } from './paperText.ts'
import type { Face } from './theme.ts'

/** Draws text with the device's own letters; `undefined` if the device has none for it either. */
export type Rasterize = (text: string, face: Face) => Picture | undefined

/** A stretch of one line that is drawn in one way. Widths are in em. */
export type Run =
  | { readonly kind: 'glyphs'; readonly text: string; readonly face: Face; readonly width: number }
  | {
      readonly kind: 'picture'
      readonly text: string
      readonly picture: Picture
      readonly width: number
    }
  | { readonly kind: 'code'; readonly text: string; readonly code: string; readonly width: number }

/** How wide text is and how it can be drawn: all that layout knows of fonts. */
export interface Measure {
  /** The runs of a text without line ends, cleaned for paper. */
  runs(text: string, face: Face): readonly Run[]
}

/** The size of the letters in a placeholder box, in em of the text around it. */
export const CODE_SIZE = 0.46
const CODE_PADDING = 0.16

/** Adds up the widths of runs. */
export function widthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + run.width, 0)
}

/** Measures with our own fonts, and asks the device for pictures of what they lack. */
export function createMeasure(
  fonts: Readonly<Record<Face, FontFile>>,
  rasterize: Rasterize | undefined,
): Measure {
  const known = new Map<string, readonly Run[]>()

  function advance(text: string, face: Face): number {
    let width = 0
    for (const character of text) width += fonts[face].advance(character.codePointAt(0) ?? 0)
    return width
  }

  function glyphRun(text: string, face: Face): Run {
    return { kind: 'glyphs', text, face, width: advance(text, face) }
  }

  function codeRuns(text: string): readonly Run[] {
    return splitGraphemes(text).map((grapheme) => {
      if (grapheme === ' ') return glyphRun(' ', 'regular')
      const code = codeOf(grapheme)
      return {
        kind: 'code',
        text: grapheme,
        code,
        width: advance(code, 'regular') * CODE_SIZE + CODE_PADDING * 2,
      }
    })
  }

  function otherRuns(text: string, face: Face): readonly Run[] {
    if (face === 'serif') return runsOf(text, 'semibold')
    const picture = rasterize?.(text, face)
    if (!picture) return codeRuns(text)
    return [{ kind: 'picture', text, picture, width: picture.width }]
  }

  function runsOf(text: string, face: Face): readonly Run[] {
    return stretchesOf(text, fonts[face].has).flatMap((stretch) =>
      stretch.drawable ? [glyphRun(stretch.text, face)] : otherRuns(stretch.text, face),
    )
  }

  return {
    runs(text, face) {
      const key = `${face}\n${text}`
      const found = known.get(key) ?? runsOf(text, face)
      known.set(key, found)
      return found
    },
  }
}
