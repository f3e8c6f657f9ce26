import type { ChipLook } from '#core/people.ts'
import type { Provenance } from '#core/rubric.ts'
import type { Mark } from './marks.ts'
import { CODE_SIZE, type Run } from './measure.ts'
import { HAIR, POINT, type ChipSize, type StyleName } from './theme.ts'

/** What can stand in a line of text. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly style: StyleName }
  | {
      readonly kind: 'chip'
      readonly initials: string
      readonly look: ChipLook
      /** Shown raised where it is more than 1. */
      readonly count: number
      readonly size: ChipSize
    }
  | { readonly kind: 'provenance'; readonly provenance: Provenance }
  | { readonly kind: 'level'; readonly index: number; readonly count: number }
  /** To tick, or wide enough for one person's initials or for those of several. */
  | { readonly kind: 'tickBox'; readonly holds?: BoxFor }
  /** A ruled gap to write in, in millimetres; `rest` is what is left of the line. */
  | { readonly kind: 'blank'; readonly width: number | 'rest' }
  /** A small label with an outline of its own: "Together". */
  | { readonly kind: 'tag'; readonly words: string }
  /** The number that stands for a site on a map. */
  | { readonly kind: 'badge'; readonly words: string }
  /** The page number of a bookmark. */
  | { readonly kind: 'pageOf'; readonly anchor: string; readonly style: StyleName }

export type BoxFor = 'tick' | 'small' | 'initials'

/** Something in a line that is not text: its width, and its marks about a point on the baseline. */
export interface InlineObject {
  readonly width: number
  /** The height of line it asks for; 0 if it fits any. */
  readonly leading: number
  /** Marks with the left end of the baseline at 0, 0. */
  readonly marks: readonly Mark[]
  /** Its marks at another width, if it takes what is left of its line; its own width is the least. */
  readonly stretched?: (width: number) => readonly Mark[]
}

/** The middle of small letters above the baseline, in em: what chips and dots are centred on. */
export const MIDDLE = 0.315

export function text(words: string, style: StyleName): Inline {
  return { kind: 'text', text: words, style }
}

/** Marks of one stretch of text, its baseline starting at 0, 0. */
export function runMarks(
  runs: readonly Run[],
  look: { readonly size: number; readonly colour: string },
): readonly Mark[] {
  const em = look.size * POINT
  const marks: Mark[] = []
  let x = 0
  for (const run of runs) {
    marks.push(...marksOfRun(run, { x, em, ...look }))
    x += run.width * em
  }
  return marks
}

function marksOfRun(
  run: Run,
  at: { x: number; em: number; size: number; colour: string },
): readonly Mark[] {
  const { x, em, size, colour } = at
  switch (run.kind) {
    case 'glyphs':
      return [{ kind: 'text', x, y: 0, text: run.text, face: run.face, size, colour }]
    case 'picture': {
      const { width, ascent, descent } = run.picture
      return [
        {
          kind: 'picture',
          x,
          y: -ascent * em,
          width: width * em,
          height: (ascent + descent) * em,
          text: run.text,
          picture: run.picture,
        },
      ]
    }
    case 'code':
      return [
        {
          kind: 'box',
          x: x + 0.04 * em,
          y: -0.74 * em,
          width: (run.width - 0.08) * em,
          height: 0.92 * em,
          line: { width: HAIR, colour },
        },
        {
          kind: 'text',
          x: x + 0.16 * em,
          y: -0.14 * em,
          text: run.code,
          face: 'regular',
          size: size * CODE_SIZE,
          colour,
          standsFor: run.text,
        },
      ]
  }
}
