import type { NextStep, Reflection, Strategy } from '#core/reflection.ts'
import { isBlank } from '#core/report.ts'
import { cleanLine } from '#core/text.ts'
import type { Messages } from '#messages/messages.ts'

// A strategy that a next step comes from is kept as one line of words with its credit, so that it
// stays readable when the strategy, or whoever named it, is gone.

/** What was borrowed at the growth edges, line by line, each once. */
export function borrowedLines({ growthEdges }: Reflection): readonly string[] {
  const lines = growthEdges
    .flatMap(({ borrowed }) => borrowed.split('\n'))
    .map(cleanLine)
    .filter((line) => line !== '')
  return [...new Set(lines)]
}

/** Borrowed lines that no next step comes from yet. */
export function openIdeas(reflection: Reflection): readonly string[] {
  const used = new Set(reflection.nextSteps.map(({ from }: NextStep) => from))
  return borrowedLines(reflection).filter((line) => !used.has(line))
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

/** A line without the credit in parentheses at its end. */
export function withoutCredit(line: string): string {
  return line.replace(/\s*\([^()]*\)$/, '')
}
