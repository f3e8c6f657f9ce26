import type { Rubric, Section } from '#core/rubric.ts'
import type { Place } from '#storage/places.ts'

/** What an address says after `reflect`. An old one has a section where the rubric stands now. */
interface Address {
  readonly rubricId?: string | undefined
  readonly sectionId?: string | undefined
  readonly itemId?: string | undefined
}

interface Found {
  readonly rubric: Rubric
  /** Wanted; not sure to exist or to be in scope. `undefined` for the first one. */
  readonly sectionId: string | undefined
  readonly itemId: string | undefined
}

/**
 * Which rubric, section and row an address leads to: what it names, else what was left last time,
 * else the first.
 *
 * @returns `undefined` without any rubric
 */
export function findPlace(
  rubrics: readonly Rubric[],
  address: Address,
  left: Place | undefined,
): Found | undefined {
  const { rubricId, sectionId, itemId } = address
  const named = rubrics.find(({ id }) => id === rubricId)
  const old = rubrics.find((rubric) => hasSection(rubric, rubricId))
  const isOld = old && !(named && (sectionId === undefined || hasSection(named, sectionId)))
  if (isOld) return { rubric: old, sectionId: rubricId, itemId: sectionId }
  const rubric =
    named ??
    rubrics.find(({ id }) => id === left?.rubricId) ??
    rubrics.find((each) => hasSection(each, left?.sectionId)) ??
    rubrics[0]
  if (!rubric) return undefined
  if (named && sectionId !== undefined) return { rubric, sectionId, itemId }
  return { rubric, ...leftIn(rubric, left) }
}

/** Where a rubric was left; an item only together with the section it stands in. */
function leftIn(rubric: Rubric, left: Place | undefined): Omit<Found, 'rubric'> {
  const isLast = left?.rubricId === undefined || left.rubricId === rubric.id
  const last = isLast && hasSection(rubric, left?.sectionId) ? left?.sectionId : undefined
  if (last !== undefined) return { sectionId: last, itemId: left?.itemId }
  return { sectionId: left?.sections?.[rubric.id], itemId: undefined }
}

function hasSection(rubric: Rubric, sectionId: string | undefined): boolean {
  return rubric.sections.some(({ id }) => id === sectionId)
}

/** The address of a rubric in a reflection, or of a section or row of it. */
export function reflectHref(
  reflectionId: string,
  rubric: Pick<Rubric, 'id'>,
  section?: Pick<Section, 'id'>,
): string {
  return ['#/r', reflectionId, 'reflect', rubric.id, ...(section ? [section.id] : [])].join('/')
}
