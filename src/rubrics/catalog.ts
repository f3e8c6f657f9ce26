import type { Problem } from '#core/problem.ts'
import type { RubricInvalid } from '#core/rubricParse.ts'
import { fail, ok, type Result } from '#core/result.ts'
import type { Rubric } from '#core/rubric.ts'
import { rubricHash } from '#core/rubricHash.ts'
import type { RubricHeader } from './header.ts'

/** A definition together with the hash that reflections pin it by. */
export interface LoadedRubric {
  readonly rubric: Rubric
  readonly hash: string
}

// Each definition is a chunk of its own: rating one rubric loads one rubric.
const files = import.meta.glob<unknown>(['/rubrics/*.json', '!/rubrics/*.schema.json'], {
  import: 'default',
})

// The query makes the build put the header alone in place of the file (scripts/plugins/rubricHeaders.ts).
const headers = import.meta.glob<RubricHeader>(['/rubrics/*.json', '!/rubrics/*.schema.json'], {
  eager: true,
  query: '?header',
  import: 'default',
})

/** The order people meet the instruments in: the domains as on the slide of the tool, then by use. */
const ORDER = [
  'hub-organization',
  'hub-network-organization',
  'hub-improvement-activity',
  'hub-environmental-relationships',
  'hub-learning-system',
  'hub-ad-hoc-problem-solving',
  'network-health',
  'hub-strategies',
  'traction-zones',
  'scaling-planner',
  'alignment-conversation',
  'life-cycle-checklist',
  'workshop-prompts',
  'workshop-feedback',
]

/** Where a rubric stands among those that come with the app; one that nobody placed comes last. */
function placeOf({ id }: RubricHeader): number {
  const place = ORDER.indexOf(id)
  return place < 0 ? ORDER.length : place
}

/** The rubrics that come with the app, in the order of `ORDER`, and others after it by title. */
export const rubricHeaders: readonly RubricHeader[] = Object.values(headers).toSorted(
  (a, b) => placeOf(a) - placeOf(b) || a.title.localeCompare(b.title),
)

const loaded = new Map<string, Promise<Result<LoadedRubric, Problem>>>()

/**
 * Loads a definition that comes with the app. The same id gives the same objects.
 *
 * @returns `rubricMissing` if the app ships none of this id or its file cannot be reached
 */
export function loadRubric(id: string): Promise<Result<LoadedRubric, Problem>> {
  const known = loaded.get(id)
  if (known) return known
  const loading = load(id)
  loaded.set(id, loading)
  // A file that could not be reached may be reachable later.
  void loading.then((result) => result.ok || loaded.delete(id))
  return loading
}

async function load(id: string): Promise<Result<LoadedRubric, Problem>> {
  const path = `/rubrics/${id}.json`
  const importFile = Object.hasOwn(files, path) ? files[path] : undefined
  if (!importFile) return fail({ kind: 'rubricMissing', rubricId: id })
  let parsed: Result<Rubric, RubricInvalid>
  try {
    // The validator comes with the first rubric: the start of the app needs neither.
    const [raw, { parseRubric }] = await Promise.all([importFile(), import('#core/rubricParse.ts')])
    parsed = parseRubric(raw)
  } catch {
    return fail({ kind: 'rubricMissing', rubricId: id })
  }
  return parsed.ok ? ok({ rubric: parsed.value, hash: rubricHash(parsed.value) }) : parsed
}
