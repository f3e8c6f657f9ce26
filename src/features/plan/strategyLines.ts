import type { Reflection, Strategy } from '#core/reflection.ts'
import { isBlank } from '#core/report.ts'
import { cleanLine } from '#core/text.ts'
import type { Messages } from '#messages/messages.ts'
import { withoutCredit, writtenLines } from '#parts/growthLines.ts'

// A strategy that a next step comes from is kept as one line of words with its credit, so that it
// stays readable when the strategy, or whoever named it, is gone.

/** What was borrowed at the growth edges and what people thought of themselves, each line once. */
function ideaLines({ growthEdges }: Reflection): readonly string[] {
  return [...new Set(growthEdges.flatMap(({ borrowed }) => writtenLines(borrowed)))]
}

/** The lines that keep a credit: what was borrowed of others. */
export function borrowedLines(reflection: Reflection): readonly string[] {
  return ideaLines(reflection).filter((line) => withoutCredit(line) !== line)
}

/** Lines that no next step comes from yet. */
export function openIdeas(reflection: Reflection): readonly string[] {
  const used = new Set(reflection.nextSteps.flatMap(({ from, what }) => [from, what]))
  return ideaLines(reflection).filter((line) => !used.has(line))
}

/** What a line says to do and which strategy it comes from; an idea of one's own comes from none. */
export function stepOfLine(line: string): { what: string; from: string } {
  const what = withoutCredit(line)
  return { what, from: what === line ? '' : line }
}

/** The strategies named in the sitting, each as a line that keeps its credit. */
export function roomLines(reflection: Reflection, words: Messages['growth']): readonly string[] {
  const lines = reflection.strategies
    .filter((strategy) => !isBlank(strategy))
    .map((strategy) => lineOf(strategy, reflection, words))
  return [...new Set(lines)]
}

function lineOf(
  strategy: Strategy,
  { mode, participants }: Reflection,
  words: Messages['growth'],
): string {
  const [name = ''] = [strategy.name, strategy.how, strategy.evidence]
    .map(cleanLine)
    .filter((text) => text !== '')
  if (mode === 'individual') return name
  const by = participants.filter(({ id }) => strategy.credit.includes(id))
  const initials = by.map((person) => person.initials)
  return words.credited(name, by.length > 0 ? words.creditPeople(initials) : words.creditRoom)
}
