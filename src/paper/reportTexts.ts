import type { Report } from '#core/report.ts'
import type { Messages } from '#messages/messages.ts'

/** Every text of a report that stands on its paper, and where, in words. */
export function reportTexts(
  { reflection, rubrics }: Report,
  words: Messages,
): readonly { text: string; where: string }[] {
  const { where } = words.paper
  return [
    { text: reflection.team, where: where.team },
    { text: reflection.facilitator, where: where.facilitator },
    ...reflection.participants.flatMap(({ initials, name, role }) => [
      { text: initials, where: where.initials(initials) },
      { text: name, where: where.personName(initials) },
      { text: role, where: where.personRole(initials) },
    ]),
    ...reflection.strategies.flatMap(({ name, how, evidence }) => [
      { text: name, where: where.strategyName },
      { text: how, where: where.strategyHow(name) },
      { text: evidence, where: where.strategyEvidence(name) },
    ]),
    ...reflection.growthEdges.flatMap(({ hard, borrowed }) => [
      { text: hard, where: where.growthHard },
      { text: borrowed, where: where.growthBorrowed },
    ]),
    ...reflection.nextSteps.map(({ what, who, by, sign }) => ({
      text: [what, who, by, sign].join(' '),
      where: where.nextStep,
    })),
    ...rubrics.flatMap(({ rubric, sections }) => [
      ...sections.flatMap(({ skills }) =>
        skills.flatMap(({ items }) =>
          items.flatMap(({ item, texts }) =>
            texts.map(({ text }) => ({ text, where: where.answer(item.number) })),
          ),
        ),
      ),
      { text: rubricWords(rubric), where: where.rubric(rubric.shortTitle) },
    ]),
  ]
}

function rubricWords(rubric: Report['rubrics'][number]['rubric']): string {
  return [
    rubric.title.text,
    rubric.goal.text,
    ...rubric.scales.flatMap(({ levels }) => levels.map(({ label }) => label)),
    ...rubric.sections.flatMap(({ name, skills }) => [
      name.text,
      ...skills.flatMap((skill) => [skill.name.text, ...skill.items.map(({ text }) => text)]),
    ]),
  ].join('\n')
}
