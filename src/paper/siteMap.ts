import type { ItemReport } from '#core/itemReport.ts'
import type { RubricReport } from '#core/report.ts'
import { splitGraphemes } from '#core/text.ts'
import type { MapFlag, PaperMap } from './blocks.ts'
import { CHIP_GAP, chips, chipsUpTo, isAlone, line, once, type Composing } from './composing.ts'
import { text, type Inline } from './inline.ts'
import { mapOf } from './mapWords.ts'
import { setAsideParagraphs } from './markedRows.ts'
import type { Paragraph } from './paragraph.ts'

/** With more places than this on a map, the numbers of sites stand on them instead of names beside. */
const MOST_NAMES = 12
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
  const places = reports.reduce((sum, report) => sum + report.places.length, 0)
  const flags = reports.flatMap((report): readonly MapFlag[] =>
    places > MOST_NAMES
      ? [{ points: report.places, label: numberLabel(composing, report), isPin: true }]
      : zonesOf(report).map((zone) => {
          const own = report.places.filter((place) => place.zone === zone.id)
          return { points: own, label: nameLabel(composing, report, own) }
        }),
  )
  return mapOf(item, { flags, isForm: false })
}

/** The zones in which someone sees a site, in the order of the list. */
function zonesOf({ item, places }: ItemReport) {
  if (item.kind !== 'placement') return []
  return item.zones.filter(({ id }) => places.some(({ zone }) => zone === id))
}

function numberLabel(composing: Composing, { site }: ItemReport): Paragraph {
  return { inlines: [{ kind: 'badge', words: String(numberOf(composing, site?.id)) }] }
}

function nameLabel(
  composing: Composing,
  { site }: ItemReport,
  places: ItemReport['places'],
): Paragraph {
  const people = places.flatMap(({ author }) => (author ? [author] : []))
  const isPlain = isAlone(composing.report.reflection) || people.length === 0
  const who = isPlain
    ? []
    : [text('\u00A0', 'tag'), ...chipsUpTo(MOST_CHIPS, once(people), composing)]
  return { inlines: [text(shortOf(site?.name ?? ''), 'tag'), ...who], gap: 0.4 }
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

/** How much is told of a site: a line for each zone, all in one, or how many see it where. */
export type SiteDetail = 'whole' | 'line' | 'counts'

/** Each site by name, with the zones it was placed in and by whom: what the map says, in words. */
export function siteParagraphs(
  composing: Composing,
  of: RubricReport,
  reports: readonly ItemReport[],
  detail: SiteDetail,
): readonly Paragraph[] {
  if (detail !== 'whole') {
    return reports.map((report) => briefParagraph(composing, of, report, detail))
  }
  return reports.flatMap((report, index): readonly Paragraph[] => [
    {
      ...siteLine(composing, report),
      inlines: [text(report.site?.name ?? '', 'tableStrong')],
      above: index === 0 ? 0 : 2,
    },
    ...placeParagraphs(composing, report),
    ...setAsideParagraphs(composing, of, report).map((paragraph) => ({
      ...paragraph,
      lead: HANGING,
    })),
  ])
}

const HANGING = { inlines: [], width: BADGE } as const

function siteLine(composing: Composing, { site }: ItemReport): Pick<Paragraph, 'lead'> {
  const number = String(numberOf(composing, site?.id))
  return { lead: { inlines: [{ kind: 'badge', words: number }], width: BADGE } }
}

/** A site in one paragraph: its zones by letter, with who sees it there or how many. */
function briefParagraph(
  composing: Composing,
  of: RubricReport,
  report: ItemReport,
  detail: 'line' | 'counts',
): Paragraph {
  const { words, looks } = composing
  const isPlain = detail === 'counts' || isAlone(composing.report.reflection)
  const zones = zonesOf(report).flatMap(({ id, letter }, index): readonly Inline[] => {
    const own = report.places.filter(({ zone }) => zone === id)
    const people = own.flatMap(({ author }) => (author ? [author] : []))
    const count = isPlain && own.length > 1 ? ` (${own.length})` : ''
    return [
      text(`${index > 0 ? ' ' : ''}\u00A0\u00A0${letter}${count}\u00A0`, 'noteStrong'),
      ...(isPlain ? [] : chips(once(people), looks, 'small')),
    ]
  })
  const aside = detail === 'counts' ? [] : setAsideInlines(composing, of, report)
  const said = [...zones, ...aside]
  return {
    ...siteLine(composing, report),
    inlines: [
      text(shortOf(report.site?.name ?? ''), 'noteInk'),
      ...(said.length > 0 ? said : [text(` ${words.paper.rubric.notPlaced}`, 'note')]),
    ],
    gap: 0.4,
    above: 0.4,
  }
}

function setAsideInlines(
  composing: Composing,
  of: RubricReport,
  report: ItemReport,
): readonly Inline[] {
  return setAsideParagraphs(composing, of, report).flatMap(({ inlines }) => [
    text(' \u00A0', 'note'),
    ...inlines,
  ])
}

function placeParagraphs(composing: Composing, report: ItemReport): readonly Paragraph[] {
  const { words, looks } = composing
  const zones = zonesOf(report)
  if (zones.length === 0 && report.setAside.length === 0) {
    return [line(words.paper.rubric.notPlaced, 'note', { lead: HANGING })]
  }
  return zones.map(({ id, letter, name }): Paragraph => {
    const places = report.places.filter(({ zone }) => zone === id)
    const people = places.flatMap(({ author }) => (author ? [author] : []))
    const who =
      isAlone(composing.report.reflection) || people.length === 0
        ? []
        : [text('  ', 'table'), ...chips(once(people), looks, 'small')]
    return {
      lead: HANGING,
      inlines: [text(`${letter}\u00A0 `, 'tableStrong'), text(name, 'table'), ...who],
      gap: CHIP_GAP,
      above: 0.2,
    }
  })
}
