import type { PlacementItem } from '#core/rubric.ts'
import type { Messages } from '#messages/messages.ts'
import type { PaperMap } from './blocks.ts'
import { line } from './composing.ts'
import { text, type Inline } from './inline.ts'
import type { Paragraph } from './paragraph.ts'

const LETTER = 6

/** The map of an item with what stands on it. */
export function mapOf(
  { across, up, zones }: PlacementItem,
  on: Pick<PaperMap, 'flags' | 'isForm'>,
): PaperMap {
  return { across, up, zones, ...on }
}

/** Letter, name and description of each zone: the equal of the map in words. */
export function zoneParagraphs({ zones }: PlacementItem): readonly Paragraph[] {
  return zones.map(({ letter, name, text: said, provenance }, index) => ({
    lead: { inlines: [text(letter, 'bodyStrong')], width: LETTER },
    inlines: [
      text(`${name}. `, 'tableStrong'),
      text(`${said}\u00A0`, 'noteInk'),
      { kind: 'provenance', provenance },
    ],
    above: index === 0 ? 0 : 1.5,
  }))
}

/** The zones by letter and name alone, where their descriptions have no room. */
export function zonesLine({ zones }: PlacementItem): Paragraph {
  const inlines = zones.flatMap(({ letter, name, provenance }, index): readonly Inline[] => [
    text(`${index > 0 ? ' \u00A0' : ''}${letter}\u00A0\u00A0`, 'noteStrong'),
    text(`${name}\u00A0`, 'note'),
    { kind: 'provenance', provenance },
  ])
  return { inlines, above: 3 }
}

/** Questions that lead to a zone: the first "no" decides. */
export function guideParagraphs(
  { paper: { blank } }: Messages,
  { guide, zones }: PlacementItem,
): readonly Paragraph[] {
  if (!guide) return []
  const letterOf = (id: string) => zones.find((zone) => zone.id === id)?.letter ?? ''
  const steps = guide.steps.map(({ question, no }, index): Paragraph => {
    const isLast = index === guide.steps.length - 1
    const lead = isLast
      ? blank.guideLast(letterOf(no), letterOf(guide.yes))
      : blank.guideStep(letterOf(no))
    return {
      lead: { inlines: [text(`${index + 1}`, 'noteStrong')], width: 4.5 },
      inlines: [text(`${question} `, 'noteInk'), text(lead, 'noteStrong')],
      above: 0.8,
    }
  })
  return [line(blank.guide, 'noteStrong'), ...steps]
}
