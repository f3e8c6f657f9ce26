/** Where someone left a reflection on this device: not part of the reflection, never merged. */
export interface Place {
  readonly sectionId?: string
  readonly itemId?: string
  readonly participantId?: string
}

const PREFIX = 'hub-reflect.place.'

/** The place left last time on this device, if the browser still remembers it. */
export function readPlace(reflectionId: string): Place | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(PREFIX + reflectionId) ?? 'null')
    if (typeof stored !== 'object' || stored === null) return undefined
    const text = (name: string) => {
      const value: unknown = (stored as Record<string, unknown>)[name]
      return typeof value === 'string' ? { [name]: value } : {}
    }
    return { ...text('sectionId'), ...text('itemId'), ...text('participantId') }
  } catch {
    // A place that cannot be read costs a scroll, nothing else.
    return undefined
  }
}

/** Remembers a place; parts not named keep their last value. */
export function savePlace(reflectionId: string, place: Place): void {
  try {
    const merged = { ...readPlace(reflectionId), ...place }
    localStorage.setItem(PREFIX + reflectionId, JSON.stringify(merged))
  } catch {
    // Without localStorage the reflection opens at its first section.
  }
}
