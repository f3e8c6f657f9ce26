import { useMemo } from 'react'
import { translationOf } from '#core/rubricTranslation.ts'
import type { Rubric } from '#core/rubric.ts'
import { useStartMessages, type StartMessages } from './messages.ts'

const NONE: ReadonlySet<string> = new Set()

/**
 * In which language the texts of a rubric are, and which of them nobody has translated: what
 * `ui/Told.tsx` wants. `undefined` while all are in the language of the page, which needs no word.
 */
export function tellingOf(rubric: Rubric, { lang, common }: StartMessages) {
  const note = translationOf(rubric)
  if (!note && rubric.lang === lang) return undefined
  const from = note?.from ?? rubric.lang
  return {
    lang: rubric.lang,
    missing: note?.missing ?? NONE,
    from,
    mark: { short: markOf(from), long: common.inLanguage(languageName(from, lang)) },
  }
}

/** The same for components. */
export function useTelling(rubric: Rubric) {
  const words = useStartMessages()
  return useMemo(() => tellingOf(rubric, words), [rubric, words])
}

/** The mark of a text in another language: "EN" for `en-US`. */
export function markOf(lang: string): string {
  return (lang.split('-')[0] ?? lang).toUpperCase()
}

/** The name of a language in a language: "English", or in its own with one argument: "Español". */
export function languageName(lang: string, into: string = lang): string {
  const base = lang.split('-')[0] ?? lang
  const name = new Intl.DisplayNames([into], { type: 'language' }).of(base) ?? base
  return name.charAt(0).toLocaleUpperCase(into) + name.slice(1)
}
