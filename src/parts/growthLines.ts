import { shortSourceTitle } from '#core/playbook.ts'
import type { Suggestion } from '#core/suggestions.ts'
import { cleanLine, splitGraphemes } from '#core/text.ts'
import type { Messages } from '#messages/messages.ts'
import type { DraftText } from '#storage/useStorage.ts'

// What is tapped in goes into a text of the person's own, line by line, so that it can be taken back
// and whatever else is written there stays.

/** True if the text has this line. */
export function hasLine(text: string, line: string): boolean {
  return linesOf(text).some((one) => one.trim() === line)
}

/** The text with the line at its end, or without it if it was there. */
export function toggleLine(text: string, line: string): string {
  if (hasLine(text, line)) {
    return linesOf(text)
      .filter((one) => one.trim() !== line)
      .join('\n')
  }
  const kept = text.trimEnd()
  return kept === '' ? line : `${kept}\n${line}`
}

/** The lines with words in them. */
export function writtenLines(text: string): readonly string[] {
  return linesOf(text)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** A line without the credit at its end: "Weekly team note" of "Weekly team note (from SB, MW)". */
export function withoutCredit(line: string): string {
  return line.replace(/\s*\([^()]*\)$/, '') || line
}

function linesOf(text: string): readonly string[] {
  return text.split('\n')
}

/** Writes a text as an act of its own, apart from what was being typed. */
export function rewrite(draft: DraftText, text: string): void {
  draft.commit()
  draft.setText(text)
  draft.commit()
}

/** How much of what people do stands for a strategy without a name, in graphemes. */
const LONGEST_NAME = 60

/** What a suggestion is called: its name, or else how its description begins. */
export function suggestionName({ kind, strategy }: Suggestion): string {
  const name = cleanLine(strategy.name)
  if (name !== '' || kind === 'named') return name
  const [first = ''] = [strategy.how, strategy.evidence]
    .map(cleanLine)
    .filter((line) => line !== '')
  const graphemes = splitGraphemes(first)
  if (graphemes.length <= LONGEST_NAME) return first
  // Between words, where there are any.
  return `${graphemes
    .slice(0, LONGEST_NAME)
    .join('')
    .replace(/\s+\S*$/, '')}…`
}

/**
 * A borrowed strategy as one line that keeps its credit: "Weekly team note (from SB, MW)".
 * @param isShipped whether the rubric comes with the app
 */
export function creditedLine(
  suggestion: Suggestion,
  words: Messages['growth'],
  isShipped: boolean,
): string {
  return words.credited(suggestionName(suggestion), creditOf(suggestion, words, isShipped))
}

function creditOf(suggestion: Suggestion, words: Messages['growth'], isShipped: boolean): string {
  if (suggestion.kind === 'room') {
    const initials = suggestion.by.map((person) => person.initials)
    return initials.length > 0 ? words.creditPeople(initials) : words.creditRoom
  }
  const titles = suggestion.sources.map(shortSourceTitle)
  switch (suggestion.strategy.provenance) {
    case 'source':
      return words.creditSource(titles)
    case 'adapted':
      return words.creditAdapted(titles)
    case 'drafted':
      return isShipped ? words.creditOurs : words.creditTheirs
  }
}
