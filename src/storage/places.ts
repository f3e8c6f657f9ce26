import { pageNotes, readJson } from './notes.ts'

/** Where someone left a reflection on this device: not part of the reflection, never merged. */
export interface Place {
  /** The step left last, as the address names it. */
  readonly step?: string
  /** Left out in places that were kept before a reflection could hold several rubrics. */
  readonly rubricId?: string
  readonly sectionId?: string
  readonly itemId?: string
  readonly participantId?: string
  readonly siteId?: string
  /** The section left last in each rubric, by rubric id. */
  readonly sections?: Readonly<Record<string, string>>
}

const PREFIX = 'hub-reflect.place.'

/** The place left last time on this device, if the browser still remembers it. */
export function readPlace(reflectionId: string): Place | undefined {
  const stored = readJson(pageNotes().read(PREFIX + reflectionId))
  if (typeof stored !== 'object' || stored === null) return undefined
  const sections = 'sections' in stored ? textsOf(stored.sections) : {}
  return { ...textsOf(stored, PARTS), ...(Object.keys(sections).length > 0 && { sections }) }
}

const PARTS = ['step', 'rubricId', 'sectionId', 'itemId', 'participantId', 'siteId']

function textsOf(value: unknown, names?: readonly string[]): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {}
  const texts = Object.entries(value).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && (names?.includes(entry[0]) ?? true),
  )
  return Object.fromEntries(texts)
}

/** Remembers a place; parts not named keep their last value. */
export function savePlace(reflectionId: string, place: Omit<Place, 'sections'>): void {
  const last = readPlace(reflectionId)
  const { rubricId, sectionId } = place
  const sections =
    rubricId === undefined || sectionId === undefined
      ? last?.sections
      : { ...last?.sections, [rubricId]: sectionId }
  // Where the browser keeps no notes, the reflection opens at its first section.
  pageNotes().write(PREFIX + reflectionId, JSON.stringify({ ...last, ...place, sections }))
}
