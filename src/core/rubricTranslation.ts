import type { Rubric } from './rubric.ts'

/** A translation of one rubric: its texts by key, laid over the original. */
export interface Translation {
  /** Id of the rubric it translates. */
  readonly rubric: string
  /** The version of the rubric it was made from. */
  readonly rubricVersion: string
  /** BCP 47, for example `es-US`. */
  readonly lang: string
  /** Who translated, and what it is not: added to the rubric's own credit line. */
  readonly credit: string
  /** Translated texts by key; see `translatableTexts`. What is missing stays in the original. */
  readonly texts: { readonly [key: string]: string }
}

/** What a translated rubric knows of its translation. */
export interface TranslationNote {
  /** The language of the original, BCP 47. */
  readonly from: string
  /** The original texts that the translation lacks, as they are shown. */
  readonly missing: ReadonlySet<string>
}

/** A rubric in another language. Ids, numbers and structure are those of the original. */
export type TranslatedRubric = Rubric & { readonly translation: TranslationNote }

/** A text of a rubric that can be translated. */
export interface TranslatableText {
  /**
   * What names it: a member of the head (`title`, `itemNoun.one`), or the id of a section, skill, item,
   * challenge, strategy or scale, and the way from there with ids instead of positions:
   * `net.culture.trust.1/text`, `four-boxes/levels.need.label`, `scale.plan.1/rows.scale.1.label`.
   */
  readonly key: string
  readonly text: string
}

/** Every text of a rubric that can be translated, in the order of the file. */
export function translatableTexts(rubric: Rubric): readonly TranslatableText[] {
  const found: TranslatableText[] = []
  mapTexts(rubric, (key, text) => {
    found.push({ key, text })
    return text
  })
  return found
}

/**
 * Lays a translation over a rubric of the same id. What it lacks stays in the original language and
 * is listed in `translation.missing`.
 *
 * @param options.mark makes the missing texts tell their language where nothing else can: on paper
 */
export function translateRubric(
  rubric: Rubric,
  { texts, lang, credit }: Translation,
  { mark = (text: string) => text }: { mark?: (text: string, lang: string) => string } = {},
): TranslatedRubric {
  const missing = new Set<string>()
  const translated = mapTexts(rubric, (key, text) => {
    const own = Object.hasOwn(texts, key) ? texts[key] : undefined
    if (own !== undefined && own.trim() !== '') return own
    missing.add(text)
    return mark(text, rubric.lang)
  })
  return {
    ...translated,
    lang,
    credit: `${translated.credit} ${credit}`,
    translation: { from: rubric.lang, missing },
  }
}

/** What a rubric knows of its translation; `undefined` for an original. */
export function translationOf(rubric: Rubric): TranslationNote | undefined {
  // Safe: only `translateRubric` adds this member, and the validator lets no other rubric have it.
  return (rubric as Partial<TranslatedRubric>).translation
}

/** The language a text of a rubric is in: the original's where the translation lacks it. */
export function langOf(rubric: Rubric, text: string): string {
  const note = translationOf(rubric)
  return note?.missing.has(text) ? note.from : rubric.lang
}

// --- Walking -------------------------------------------------------------------------------------

type Say = (key: string, text: string) => string

/** Members whose texts people read. All others are ids, numbers and tags, or belong to the sources. */
const READ = new Set(
  (
    'title shortTitle subtitle goal credit label short text name what evidence hint question ' +
    'low high one many'
  ).split(' '),
)

/** Lists whose entries are named from the top: everything in them has an id of its own in the rubric. */
const NAMED = new Set(['scales', 'sections', 'skills', 'items', 'challenges', 'strategies'])

/** Lists that are not the rubric's own words. */
const FOREIGN = new Set(['sources', 'source'])

/**
 * The same rubric with other words: every text that can be translated, as `translatableTexts` lists
 * them. Sources, ids, numbers and structure stay.
 */
export function mapTexts(rubric: Rubric, say: Say): Rubric {
  // Safe: texts become texts, and everything else stays as it is.
  return mapValue(rubric, { base: '', path: [], member: '' }, say) as Rubric
}

interface Place {
  /** The id everything below is named from; empty for the head. */
  readonly base: string
  readonly path: readonly string[]
  /** The member that holds the value. */
  readonly member: string
}

function mapValue(value: unknown, place: Place, say: Say): unknown {
  if (typeof value === 'string') return READ.has(place.member) ? say(keyOf(place), value) : value
  if (Array.isArray(value)) {
    if (FOREIGN.has(place.member)) return value
    return value.map((entry: unknown, index) =>
      mapValue(entry, entryPlace(place, entry, index), say),
    )
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([member, inner]) => [member, mapMember(member, inner, place, say)]),
  )
}

function mapMember(member: string, value: unknown, place: Place, say: Say): unknown {
  // "title": { "text": … } is one text, named by its member.
  if (isCredited(value)) {
    const text = say(keyOf({ ...place, path: [...place.path, member] }), value.text)
    return { ...value, text }
  }
  // Prefilled cells are texts by the id of their column.
  if (member === 'cells' && typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([column, text]) => [
        column,
        say(keyOf({ ...place, path: [...place.path, column] }), String(text)),
      ]),
    )
  }
  return mapValue(value, { ...place, path: [...place.path, member], member }, say)
}

function isCredited(value: unknown): value is { text: string; provenance: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    typeof value.text === 'string' &&
    'provenance' in value &&
    !('id' in value)
  )
}

function entryPlace(place: Place, entry: unknown, index: number): Place {
  const id =
    typeof entry === 'object' && entry !== null && 'id' in entry && typeof entry.id === 'string'
      ? entry.id
      : String(index + 1)
  if (NAMED.has(place.member)) return { base: id, path: [], member: '' }
  return { base: place.base, path: [...place.path, id], member: '' }
}

function keyOf({ base, path }: Place): string {
  return base === '' ? path.join('.') : `${base}/${path.join('.')}`
}
