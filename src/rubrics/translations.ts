import {
  translateRubric,
  type TranslatedRubric,
  type Translation,
} from '#core/rubricTranslation.ts'
import type { Rubric } from '#core/rubric.ts'

// The build holds every translation against its rubric (scripts/rubrics.mjs), so that the app needs
// no validator for them. Each is a chunk of its own.
const files = import.meta.glob<Translation>('/rubrics/translations/*.json', { import: 'default' })

const NAMED = /\/([^/]+)\.([A-Za-z0-9-]+)\.json$/

/** The languages a rubric that comes with the app is translated into, BCP 47. */
export function translationsOf(rubricId: string): readonly string[] {
  return Object.keys(files).flatMap((path) => {
    const [, id, lang] = NAMED.exec(path) ?? []
    return id === rubricId && lang !== undefined ? [lang] : []
  })
}

/** Every language that some rubric is translated into. */
export function translationLanguages(): readonly string[] {
  return [...new Set(Object.keys(files).flatMap((path) => NAMED.exec(path)?.[2] ?? []))].toSorted()
}

const loaded = new Map<string, Promise<Translation | undefined>>()

/** A translation; `undefined` if there is none or its file cannot be reached. Never rejects. */
export function loadTranslation(rubricId: string, lang: string): Promise<Translation | undefined> {
  const path = `/rubrics/translations/${rubricId}.${lang}.json`
  const known = loaded.get(path)
  if (known) return known
  const importFile = Object.hasOwn(files, path) ? files[path] : undefined
  const loading = importFile ? importFile().catch(() => undefined) : Promise.resolve(undefined)
  loaded.set(path, loading)
  // A file that could not be reached may be reachable later.
  void loading.then((found) => found ?? loaded.delete(path))
  return loading
}

/** Where a translated rubric is shown: on paper, a text that is not translated says so by itself. */
export type Medium = 'screen' | 'paper'

const translated: Record<Medium, WeakMap<Rubric, Map<Translation, TranslatedRubric>>> = {
  screen: new WeakMap(),
  paper: new WeakMap(),
}

/** A rubric in another language. The same rubric and translation give the same object. */
export function translate(
  rubric: Rubric,
  translation: Translation,
  medium: Medium = 'screen',
): TranslatedRubric {
  const known = translated[medium].get(rubric) ?? new Map<Translation, TranslatedRubric>()
  translated[medium].set(rubric, known)
  const mark = (text: string, lang: string) => `${text}\u00A0[${lang.split('-')[0]?.toUpperCase()}]`
  const options = medium === 'paper' ? { mark } : {}
  const found = known.get(translation) ?? translateRubric(rubric, translation, options)
  known.set(translation, found)
  return found
}
