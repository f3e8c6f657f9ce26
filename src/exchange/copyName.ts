import { COPY_ENDING } from './copyFormat.ts'

const LONGEST_SLUG = 60

/** Letters that Unicode does not take apart into a base letter and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/**
 * A file name every system, share sheet and mail program takes: ASCII letters, digits and hyphens.
 * What cannot be spelt so is left out; if nothing remains, the name is `fallback`.
 *
 * @param words for example "Cedar hub" and "Network"
 * @param day `YYYY-MM-DD`
 */
export function copyName(words: readonly string[], day: string, fallback: string): string {
  const slug = words.map(toSlug).filter((part) => part !== '')
  const date = /^\d{4}-\d{2}-\d{2}/.exec(day)?.[0]
  const parts = [...(slug.length > 0 ? slug : [toSlug(fallback)]), ...(date ? [date] : [])]
  return `${parts.join('-')}${COPY_ENDING}`
}

function toSlug(text: string): string {
  return text
    .replace(/[^\p{ASCII}]/gu, (character) => PLAIN[character] ?? character)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/['’]/g, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-+|-+$/g, '')
}
