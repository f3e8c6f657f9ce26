import { STATUSES, type Rubric } from '#core/rubric.ts'
import type { Messages } from '#messages/messages.ts'
import type { Cell } from './blocks.ts'
import { cell, levelHead, line } from './composing.ts'
import type { Heads } from './parts.ts'

/**
 * The heads over skill, item and answers. `plain` ones, for forms that will be copied, have no tints
 * and patterns.
 */
export function headCells(
  {
    rubric,
    words,
    lead,
  }: {
    readonly rubric: Rubric
    readonly words: Messages
    /** What stands at the left, if not skills. */
    readonly lead?: string | undefined
  },
  heads: Heads,
  look: 'plain' | 'filled',
): readonly Cell[] {
  return [
    cell([line(lead ?? skillHead(rubric, words), 'tableStrong')], { align: 'bottom' }),
    cell([line(nounHead(rubric), 'tableStrong')], { align: 'bottom' }),
    ...answerHeads(words, heads, look),
  ]
}

/** The heads over the boxes of a scale or of a checklist; over room for words, one for all. */
export function answerHeads(
  words: Messages,
  heads: Heads,
  look: 'plain' | 'filled',
): readonly Cell[] {
  if (heads.kind === 'none') {
    return [cell([line(words.paper.rubric.answer, 'tableStrong')], { align: 'bottom', span: 2 })]
  }
  if (heads.kind === 'statuses') {
    return STATUSES.map((id) =>
      cell([line(words.common.statuses[id], 'tableStrong')], { align: 'bottom' }),
    )
  }
  const count = heads.levels.length
  const aside = heads.aside
    ? [cell([line(heads.aside.label, 'tableSoft')], { align: 'bottom' })]
    : []
  const levels = heads.levels.map((level, index) => {
    const head = levelHead(level, { index, count }, 'tableStrong')
    return look === 'filled' ? head : cell(head.paragraphs, { align: 'bottom' })
  })
  return [...levels, ...aside]
}

/** "Leadership skill", as the head of the column of skills; other rubrics have topics. */
export function skillHead({ family }: Rubric, words: Messages): string {
  const { skill, topic } = words.paper.rubric
  return family === undefined || family === 'hub-leadership' ? skill : topic
}

/** "Method", as the head of the column of items. */
export function nounHead({ itemNoun, lang }: Rubric): string {
  return itemNoun.one.charAt(0).toLocaleUpperCase(lang) + itemNoun.one.slice(1)
}
