import { use } from 'react'
import type { Rubric } from '#core/rubric.ts'
import type { Translation } from '#core/rubricTranslation.ts'
import { loadTranslation, translate, translationsOf, type Medium } from '#rubrics/translations.ts'
import type { StoredRubric } from './rows.ts'
import { useReadable, useStorage } from './useStorage.ts'

/** The translation of a rubric into a language; `undefined`, and nothing to wait for, without one. */
function wanted(rubric: Rubric, lang: string | undefined) {
  const isThere = lang !== undefined && translationsOf(rubric.id).includes(lang)
  return isThere ? loadTranslation(rubric.id, lang) : undefined
}

/**
 * A rubric in the language chosen on this device, or as it is where it is not translated. The same
 * rubric gives the same object. Suspends while the translation is being read.
 */
export function useTranslated<Given extends Rubric | undefined>(
  rubric: Given,
  medium: Medium = 'screen',
): Given | Rubric {
  const { rubricLang } = useReadable(useStorage().settings)
  const waiting = rubric && wanted(rubric, rubricLang)
  const translation = waiting ? use(waiting) : undefined
  return rubric && translation ? translate(rubric, translation, medium) : rubric
}

/** The same for all definitions of a reflection, in their order; they keep their hashes. */
export function useTranslatedAll(
  stored: readonly StoredRubric[],
  medium: Medium = 'screen',
): readonly StoredRubric[] {
  const { rubricLang } = useReadable(useStorage().settings)
  const translations: (Translation | undefined)[] = []
  for (const { rubric } of stored) {
    const waiting = wanted(rubric, rubricLang)
    translations.push(waiting ? use(waiting) : undefined)
  }
  return translateList(stored, translations, medium)
}

const lists = new WeakMap<readonly StoredRubric[], Map<string, readonly StoredRubric[]>>()

/** The same list and languages give the same list, so that what is computed of it stays as it is. */
function translateList(
  stored: readonly StoredRubric[],
  translations: readonly (Translation | undefined)[],
  medium: Medium,
): readonly StoredRubric[] {
  if (translations.every((each) => each === undefined)) return stored
  // A language found for a rubric is one translation object for as long as the page lives.
  const key = [medium, ...translations.map((each) => each?.lang ?? '')].join('\n')
  const known = lists.get(stored) ?? new Map<string, readonly StoredRubric[]>()
  lists.set(stored, known)
  const list =
    known.get(key) ??
    stored.map((one, index) => {
      const translation = translations[index]
      return translation ? { ...one, rubric: translate(one.rubric, translation, medium) } : one
    })
  known.set(key, list)
  return list
}
