import { assertNever } from '#core/assert.ts'
import type { ItemReport } from '#core/itemReport.ts'
import type { Report } from '#core/report.ts'
import type { Item, Rubric } from '#core/rubric.ts'
import type { Workshop } from '#core/workshop.ts'
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
    ...reflection.nextSteps.map(({ what, who, by, sign, from }) => ({
      text: [what, who, by, sign, from].join(' '),
      where: where.nextStep,
    })),
    ...workshopTexts(reflection.workshop, words),
    ...reflection.sites.map(({ name }) => ({ text: name, where: where.site })),
    ...rubrics.flatMap(({ rubric, sections }) => [
      ...sections.flatMap(({ skills }) =>
        skills.flatMap(({ items }) => items.flatMap((item) => answerTexts(item, words))),
      ),
      { text: rubricWords(rubric), where: where.rubric(rubric.shortTitle) },
    ]),
  ]
}

function workshopTexts(
  { commitments, tracks, feedback, solutions }: Workshop,
  { paper: { where } }: Messages,
): readonly { text: string; where: string }[] {
  return [
    ...commitments.map((text) => ({ text, where: where.commitment })),
    ...[...tracks.values()].flatMap(({ on, off }) =>
      [on, off].map((text) => ({ text, where: where.track })),
    ),
    ...solutions.flatMap(({ challenge, text }) =>
      [challenge, text].map((said) => ({ text: said, where: where.solution })),
    ),
    ...[...feedback.values()].map((text) => ({ text, where: where.feedback })),
  ]
}

/** What people wrote at an item: answers, cells, and words beside an answer. */
function answerTexts(
  { item, texts, tables, notes }: ItemReport,
  { paper: { where } }: Messages,
): readonly { text: string; where: string }[] {
  const cells = tables.flatMap(({ rows }) =>
    rows.flatMap((row) => row.cells.filter(({ isPrefilled }) => !isPrefilled)),
  )
  return [
    ...[...texts, ...cells].map(({ text }) => ({ text, where: where.answer(item.number) })),
    ...notes.map(({ text }) => ({ text, where: where.note(item.number) })),
  ]
}

function rubricWords(rubric: Rubric): string {
  return [
    rubric.title.text,
    rubric.goal.text,
    ...aboutWords(rubric.about),
    ...rubric.scales.flatMap(({ levels, setAside }) =>
      [...levels, ...setAside].map(({ label }) => label),
    ),
    ...rubric.sections.flatMap(({ name, about, skills }) => [
      name.text,
      ...aboutWords(about),
      ...skills.flatMap((skill) => [skill.name.text, ...skill.items.flatMap(itemTexts)]),
    ]),
  ].join('\n')
}

function aboutWords(about: Rubric['about']): readonly string[] {
  return (about ?? []).map(({ text }) => text)
}

/** Every word of an item that can stand on paper. */
export function itemTexts(item: Item): readonly string[] {
  const aside = 'setAside' in item ? (item.setAside ?? []).map(({ label }) => label) : []
  return [item.text, ...aside, ...ownTexts(item)]
}

function ownTexts(item: Item): readonly string[] {
  switch (item.kind) {
    case 'choice':
      return optionTexts(item.options)
    case 'table':
      return [
        ...item.columns.flatMap((column) => [
          column.label,
          column.hint ?? '',
          ...(column.kind === 'choice' ? optionTexts(column.options) : []),
        ]),
        ...item.rows.flatMap(({ label, cells }) => [label, ...Object.values(cells ?? {})]),
      ]
    case 'placement':
      return [
        ...[item.across, item.up].flatMap(({ label, low, high }) => [label, low, high]),
        ...item.zones.flatMap(({ name, text }) => [name, text]),
        ...(item.guide?.steps ?? []).map(({ question }) => question),
      ]
    case 'rating':
    case 'status':
    case 'text':
      return []
    default:
      return assertNever(item)
  }
}

function optionTexts(
  options: readonly { readonly label: string; readonly hint?: string | undefined }[],
): readonly string[] {
  return options.flatMap(({ label, hint }) => [label, hint ?? ''])
}
