/** Where people print on Letter. Everywhere else it is A4. */
const LETTER_REGIONS = new Set(['US', 'CA', 'MX'])

/**
 * The paper that is usual where the browser's first language is spoken.
 *
 * @param language a language tag such as "en-US"; one without a region is filled in by the browser
 */
export function localePaper(language = navigator.language): 'letter' | 'a4' {
  return LETTER_REGIONS.has(regionOf(language)) ? 'letter' : 'a4'
}

function regionOf(language: string): string {
  try {
    return new Intl.Locale(language).maximize().region ?? ''
  } catch {
    return '' // not a language tag: some embedded browsers report none
  }
}
