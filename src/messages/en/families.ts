import type { Family } from '#core/rubric.ts'

/** What rubrics are listed under. `own`: this hub's, and those that name no family. */
export const families: Record<NonNullable<Family> | 'own', string> = {
  'hub-leadership': 'Hub leadership',
  'network-health': 'Network health',
  improvement: 'Improvement',
  workshop: 'Workshop',
  own: 'Your own',
}
