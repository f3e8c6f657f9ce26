import type { Answer, Response } from '#core/answer.ts'
import type { Reflection } from '#core/reflection.ts'
import type { ItemReport } from '#core/itemReport.ts'
import { buildReport, type Coverage, type RubricReport } from '#core/report.ts'
import type { Rubric } from '#core/rubric.ts'
import { aReflection, aResponse, aRubric } from './builders.ts'

/** The report of one rubric: the builders' own unless a test says otherwise. */
export function reportOf(
  responses: readonly Response[] = [],
  {
    reflection = aReflection(),
    rubric = aRubric(),
  }: { reflection?: Reflection; rubric?: Rubric } = {},
): RubricReport {
  const report = buildReport({ reflection, responses, rubrics: [{ rubric, hash: 'h' }] })
  const [found] = report.rubrics
  if (!found) throw new Error('No report of the rubric.')
  return found
}

/** A report as one would draw it: every mark in its box, every list by name. */
export function draw(report: RubricReport): string {
  const of = ({ people, ofPeople, items, ofItems }: Coverage) =>
    `${people} of ${ofPeople} people, ${items} of ${ofItems} items`
  const initials = (people: readonly { initials: string }[]) =>
    people.map((person) => person.initials).join(' ') || '·'
  const row = (item: ItemReport) => {
    const cells = item.boxes.map(({ people }) => initials(people)).join(' | ')
    const rest = [
      ...item.setAside.map(({ reason, people }) => `${reason}: ${initials(people)}`),
      ...item.texts.map(({ author, text }) => `${author?.initials ?? 'team'}: "${text}"`),
      ...item.strategies.map(({ name }) => `strategy: ${name}`),
    ]
    return [`    ${item.item.number} [${cells}] ${item.spread}`, ...rest].join('; ')
  }
  const numbers = (items: readonly ItemReport[]) => items.map(({ item }) => item.number).join(' ')
  return [
    of(report.coverage),
    ...report.sections.flatMap(({ section, skills, coverage }) => [
      `${section.number} ${section.name.text}: ${of(coverage)}`,
      ...skills.flatMap(({ skill, boxes, items }) => [
        `  ${skill.number} [${boxes.map(({ people }) => people.map(({ person, count }) => `${person.initials}${count}`).join(' ') || '·').join(' | ')}]`,
        ...items.map(row),
      ]),
    ]),
    `strengths: ${report.strengths.map(({ strategy, people, items }) => `${strategy.name} (${initials(people)}) ${numbers(items)}`).join(', ')}`,
    `differences: ${numbers(report.differences)}`,
    `without strategy: ${numbers(report.withoutStrategy)}`,
    `set aside: ${numbers(report.setAside)}`,
    `hidden: ${report.hiddenAnswers}`,
  ]
    .map((line) => line.trimEnd())
    .join('\n')
}

/** One person's answer: a level id, `unknown`, `notOurs`, or a whole answer. */
export const by = (participantId: string, itemId: string, given: Answer | string | undefined) =>
  aResponse({ participantId, itemId, answer: given })
