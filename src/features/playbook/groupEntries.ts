import type { EntryPlace, PlaybookEntry, PlaybookFilter } from '#core/playbook.ts'

export interface SectionGroup {
  /** `undefined` for what has no place on this device. */
  readonly place: EntryPlace | undefined
  readonly entries: readonly PlaybookEntry[]
}

export interface DomainGroup {
  readonly place: EntryPlace | undefined
  readonly sections: readonly SectionGroup[]
}

/**
 * Entries by domain and section, in the order in which the rubrics have them; what has no place
 * comes last. Each stands once: in the first of its places that is within the filter.
 */
export function groupEntries(
  entries: readonly PlaybookEntry[],
  within: Pick<PlaybookFilter, 'rubricId' | 'sectionId'>,
): readonly DomainGroup[] {
  const inPrint = entries.toSorted((a, b) => Number(isCollected(a)) - Number(isCollected(b)))
  const domains = groupBy(inPrint, (entry) => placeWithin(entry, within)?.rubricId ?? '')
  return last('', domains).map(([, ofDomain]) => ({
    place: ofDomain[0] && placeWithin(ofDomain[0], within),
    sections: groupBy(ofDomain, (entry) => placeWithin(entry, within)?.sectionId ?? '').map(
      ([, ofSection]) => ({
        place: ofSection[0] && placeWithin(ofSection[0], within),
        // What people of this device named comes before what rubrics bring.
        entries: ofSection.toSorted((a, b) => Number(isCollected(b)) - Number(isCollected(a))),
      }),
    ),
  }))
}

type Group = readonly [id: string, entries: readonly PlaybookEntry[]]

function groupBy(
  entries: readonly PlaybookEntry[],
  idOf: (entry: PlaybookEntry) => string,
): readonly Group[] {
  const groups = new Map<string, PlaybookEntry[]>()
  for (const entry of entries) {
    const group = groups.get(idOf(entry))
    if (group) group.push(entry)
    else groups.set(idOf(entry), [entry])
  }
  return [...groups]
}

function last(id: string, groups: readonly Group[]): readonly Group[] {
  return groups.toSorted(([a], [b]) => Number(a === id) - Number(b === id))
}

function isCollected({ origin }: PlaybookEntry): boolean {
  return origin === 'collected'
}

function placeWithin(
  { places }: PlaybookEntry,
  { rubricId, sectionId }: Pick<PlaybookFilter, 'rubricId' | 'sectionId'>,
): EntryPlace | undefined {
  const inDomain = places.filter((place) => rubricId === '' || place.rubricId === rubricId)
  return inDomain.find((place) => place.sectionId === sectionId) ?? inDomain[0]
}
