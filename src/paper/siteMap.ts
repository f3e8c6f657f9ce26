import type { ItemReport } from '#core/itemReport.ts'
import type { RubricReport } from '#core/report.ts'
import { splitGraphemes } from '#core/text.ts'
import type { MapFlag, PaperMap } from './blocks.ts'
import {
  CHIP_GAP,
  chips,
  chipsUpTo,
  isAlone,
  line,
  once,
  togetherTag,
  type Composing,
} from './composing.ts'
import { text, type Inline } from './inline.ts'
import { mapOf } from './mapWords.ts'
import { noteParagraphs, setAsideParagraphs } from './markedRows.ts'
import type { Paragraph } from './paragraph.ts'

/** With more labels than this on a map, numbers stand for the names of sites. */
const MOST_NAMES = 14
const LONGEST_NAME = 22
const MOST_CHIPS = 5
const BADGE = 7

/** The map of a placement item with every site on it; its reports are those of each site. */
export function siteMap(
  composing: Composing,
  reports: readonly ItemReport[],
): PaperMap | undefined {
  const item = reports[0]?.item
  if (item?.kind !== 'placement') return undefined
  const groups = reports.flatMap((report) => zonesOf(report).map((zone) => ({ report, zone })))
  const hasNames = groups.length <= MOST_NAMES
  const flags = groups.map(({ report, zone }): MapFlag => {
    const places = report.places.filter((place) => place.zone === zone.id)
    return { points: places, label: flagLabel(composing, report, { places, hasNames }) }
  })
  return mapOf(item, { flags, isForm: false })
}

/** The zones in which someone sees a site, in the order of the list. */
function zonesOf({ item, places }: ItemReport) {
  if (item.kind !== 'placement') return []
  return item.zones.filter(({ id }) => places.some(({ zone }) => zone === id))
}

function flagLabel(
  composing: Composing,
  { site }: ItemReport,
  { places, hasNames }: { places: ItemReport['places']; hasNames: boolean },
): Paragraph {
  const { report } = composing
  const people = places.flatMap(({ author }) => (author ? [author] : []))
  const who = isAlone(report.reflection) ? [] : chipsUpTo(MOST_CHIPS, once(people), composing)
  const space = who.length > 0 ? [text('\u00A0', 'tag'), ...who] : []
  const name = hasNames ? shortOf(site?.name ?? '') : String(numberOf(composing, site?.id))
  const label: Inline = hasNames ? text(name, 'tag') : { kind: 'badge', words: name }
  return { inlines: [label, ...space], gap: 0.4 }
}

function shortOf(name: string): string {
  const letters = splitGraphemes(name)
  const short = letters.slice(0, LONGEST_NAME - 1).join('')
  const said = letters.length > LONGEST_NAME ? `${short.trimEnd()}…` : name
  return said.replaceAll(' ', '\u00A0')
}

/** By what number a site is known, from 1. */
function numberOf({ report }: Composing, siteId: string | undefined): number {
  return report.reflection.sites.findIndex(({ id }) => id === siteId) + 1
}

/** Each site by name, with the zones it was placed in and by whom: what the map says, in words. */
export function siteParagraphs(
  composing: Composing,
  of: RubricReport,
  reports: readonly ItemReport[],
  { notes = true } = {},
): readonly Paragraph[] {
  return reports.flatMap((report, index): readonly Paragraph[] => [
    {
      lead: {
        inlines: [{ kind: 'badge', words: String(numberOf(composing, report.site?.id)) }],
        width: BADGE,
      },
      inlines: [text(report.site?.name ?? '', 'tableStrong')],
      above: index === 0 ? 0 : 2,
    },
    ...placeParagraphs(composing, report),
    ...[
      ...setAsideParagraphs(composing, of, report),
      ...(notes ? noteParagraphs(composing, report) : []),
    ].map((paragraph) => ({ ...paragraph, lead: HANGING })),
  ])
}

const HANGING = { inlines: [], width: BADGE } as const

function placeParagraphs(composing: Composing, report: ItemReport): readonly Paragraph[] {
  const { words, looks } = composing
  const zones = zonesOf(report)
  if (zones.length === 0 && report.setAside.length === 0) {
    return [line(words.paper.rubric.notPlaced, 'note', { lead: HANGING })]
  }
  return zones.map(({ id, letter, name }): Paragraph => {
    const places = report.places.filter(({ zone }) => zone === id)
    const people = places.flatMap(({ author }) => (author ? [author] : []))
    const team = places.some(({ author }) => !author) ? [togetherTag(words)] : []
    const who = isAlone(composing.report.reflection)
      ? []
      : [text('  ', 'table'), ...team, ...chips(once(people), looks, 'small')]
    return {
      lead: HANGING,
      inlines: [text(`${letter}\u00A0 `, 'tableStrong'), text(name, 'table'), ...who],
      gap: CHIP_GAP,
      above: 0.2,
    }
  })
}
