import type { ItemReport } from '#core/itemReport.ts'
import type { RubricReport } from '#core/report.ts'
import type { Move } from '#core/moves.ts'
import type { Provenance, Rubric } from '#core/rubric.ts'
import type { Block, TextBlock } from './blocks.ts'
import { differenceParagraphs, growthParagraphs } from './summaryLists.ts'
import { agreedParagraphs, noteParagraphs, setAsideParagraphs } from './markedRows.ts'
import { conflictsOf, itemsIn } from './noteConflicts.ts'
import {
  chips,
  isAlone,
  line,
  numbered,
  once,
  pageOf,
  paragraphs,
  type Composing,
} from './composing.ts'
import { text, type Inline } from './inline.ts'
import type { Paragraph } from './paragraph.ts'

const NUMBER = 8.5
/** What page 1 shows of this list at the least: where it is crowded, it points here for the rest. */
const ON_PAGE_ONE = 1

/** What is true of the whole paper: who, what was set aside, what is missing, how it was made. */
export function composeNotes(composing: Composing, of: RubricReport): readonly Block[] {
  const { voice } = composing
  const opening: TextBlock = {
    kind: 'text',
    isHeading: true,
    section: voice.notesPart,
    bookmark: { title: voice.notesPart, depth: 0 },
    paragraphs: [line(voice.notesPart, 'partTitle')],
  }
  const blocks = [
    ...peopleBlocks(composing),
    ...differencesBlocks(composing, of),
    ...growthNotes(composing, of),
    ...stepNotes(composing),
    ...agreedNotes(composing, of),
    ...moveBlocks(composing, of),
    ...itemNotes(composing, of),
    ...besideNotes(composing, of),
    ...conflictBlocks(composing, of),
    ...hiddenNote(composing, of),
    ...methodBlocks(composing, of),
    ...legendBlocks(composing.words.paper, of.rubric),
  ]
  return [
    { kind: 'page', setup: pageOf(composing, of, 'portrait') },
    opening,
    { kind: 'gap', height: 4 },
    { kind: 'columns', count: 2, gap: 9, blocks },
  ]
}

function part(title: string, note?: string): TextBlock {
  return {
    kind: 'text',
    isHeading: true,
    bookmark: { title, depth: 1 },
    paragraphs: [
      line(title, 'heading', { above: 5.5 }),
      ...(note === undefined ? [] : [line(note, 'note', { above: 0.4 })]),
    ],
  }
}

/** Paragraphs that stay together unless they are long. */
function together(...all: readonly Paragraph[]): Block {
  return { kind: 'keep', upTo: 60, blocks: [paragraphs(...all)] }
}

function peopleBlocks({ report, words, looks }: Composing): readonly Block[] {
  const named = report.people.filter(({ name, role }) => name !== '' || role !== '')
  if (isAlone(report.reflection) || named.length === 0) return []
  const people = named.map((person) =>
    together({
      lead: { inlines: chips(once([person]), looks), width: 14 },
      inlines: [
        text(person.name, 'table'),
        ...(person.role === '' ? [] : [text(` · ${person.role}`, 'tableSoft')]),
      ],
      above: 0.9,
    }),
  )
  return [part(words.paper.notes.people), ...people]
}

function differencesBlocks(composing: Composing, of: RubricReport): readonly Block[] {
  if (of.differences.length <= ON_PAGE_ONE) return []
  return [
    part(composing.words.paper.notes.differences, composing.words.paper.summary.talkFirstRuleShort),
    ...of.differences.map((item) => together(...differenceParagraphs(composing, item))),
  ]
}

function growthNotes(composing: Composing, of: RubricReport): readonly Block[] {
  if (of.growthEdges.length === 0) return []
  return [
    part(composing.words.paper.notes.growth),
    ...of.growthEdges.map((edge) => together(...growthParagraphs(composing, of, edge))),
  ]
}

function stepNotes({ report, words }: Composing): readonly Block[] {
  if (report.nextSteps.length === 0) return []
  const { step, stepDone, stepCarried } = words.paper.summary
  const labelled = (label: string, said: string): readonly Paragraph[] =>
    said === '' ? [] : [{ inlines: [text(`${label}\u00A0 `, 'noteStrong'), text(said, 'table')] }]
  return [
    part(words.paper.notes.steps),
    ...report.nextSteps.map(({ what, who, by, sign, done, from, carried }) =>
      together(
        line(
          [what, ...(done ? [`(${stepDone})`] : []), ...(carried ? [`(${stepCarried})`] : [])].join(
            ' ',
          ),
          'tableStrong',
          { above: 1.4 },
        ),
        ...(from === '' ? [] : [line(step.from(from), 'note')]),
        ...labelled(step.who, who),
        ...labelled(step.by, words.common.day(by)),
        ...labelled(step.sign, sign),
      ),
    ),
  ]
}

function itemNotes(composing: Composing, of: RubricReport): readonly Block[] {
  const { notes } = composing.words.paper
  const noun = of.rubric.itemNoun
  return [
    ...itemList({ title: notes.setAside, note: notes.setAsideNote(noun) }, of.setAside, (item) => [
      itemLine(item),
      ...setAsideParagraphs(composing, of, item),
    ]),
    ...itemList(
      { title: notes.withoutStrategy, note: notes.withoutStrategyNote(noun) },
      of.withoutStrategy,
      (item) => [itemLine(item)],
    ),
  ]
}

/** What was agreed on, which the full rubric has in its boxes. */
function agreedNotes(composing: Composing, of: RubricReport): readonly Block[] {
  if (composing.parts.rubric || isAlone(composing.report.reflection)) return []
  const { notes } = composing.words.paper
  const agreed = itemsIn(of).filter(({ item, team }) => item.kind === 'rating' && team)
  return itemList({ title: notes.agreed }, agreed, (item) => [
    itemLine(item),
    ...agreedParagraphs(composing, item),
  ])
}

/** Who stands elsewhere than at the reveal: every move in a line, those of the same way together. */
function moveBlocks({ moves, words, looks }: Composing, of: RubricReport): readonly Block[] {
  const groups = new Map<string, Move[]>()
  for (const move of moves.get(of.rubric.id) ?? []) {
    const key = [move.itemId, move.siteId ?? '', move.from.id, move.to.id].join(' ')
    groups.set(key, [...(groups.get(key) ?? []), move])
  }
  if (groups.size === 0) return []
  const { notes } = words.paper
  const lines = [...groups.values()].flatMap((group): readonly Paragraph[] => {
    const report = itemsIn(of).find(
      ({ item, site }) => item.id === group[0]?.itemId && site?.id === group[0]?.siteId,
    )
    const [first] = group
    if (!first || !report) return []
    const levelOf = (id: string): Inline => ({
      kind: 'level',
      index: report.boxes.findIndex(({ level }) => level.id === id),
      count: report.boxes.length,
    })
    const people = chips(once(group.map(({ person }) => person)), looks, 'small')
    const way = [levelOf(first.from.id), text(' → ', 'table'), levelOf(first.to.id)]
    return [
      { ...itemLine(report), maxLines: 2 },
      {
        lead: { inlines: [], width: NUMBER },
        inlines: [...people, text('\u00A0 ', 'table'), ...way],
        gap: 0.7,
        above: 0.3,
      },
    ]
  })
  return [part(notes.moves, notes.movesNote), paragraphs(...lines)]
}

function itemList(
  { title, note }: { title: string; note?: string },
  items: readonly ItemReport[],
  say: (item: ItemReport) => readonly Paragraph[],
): readonly Block[] {
  if (items.length === 0) return []
  return [part(title, note), ...items.map((item) => together(...say(item)))]
}

function itemLine({ item, site }: ItemReport): Paragraph {
  const where = site ? [text(`${site.name}: `, 'tableStrong')] : []
  return { ...numbered(item.number, [...where, text(item.text, 'noteInk')], NUMBER), above: 1 }
}

/** Words beside answers, which the full rubric has in its rows. */
function besideNotes(composing: Composing, of: RubricReport): readonly Block[] {
  if (composing.parts.rubric) return []
  const { notes } = composing.words.paper
  const items = itemsIn(of).filter((item) => item.notes.length > 0)
  return itemList({ title: notes.beside }, items, (item) => [
    itemLine(item),
    ...noteParagraphs(composing, item),
  ])
}

/** What stood in conflict and both versions of it. */
function conflictBlocks(composing: Composing, of: RubricReport): readonly Block[] {
  const { notes } = composing.words.paper
  const told = conflictsOf(composing, of)
  if (told.length === 0) return []
  return [
    part(notes.conflicts, notes.conflictsNote),
    ...told.map(({ place, versions }) =>
      paragraphs(
        line(place, 'tableStrong', { above: 1.2 }),
        ...versions.map((version) => ({
          lead: { inlines: [text('–', 'table')], width: 3.5 },
          inlines: [text(version, 'table')],
        })),
      ),
    ),
  ]
}

function hiddenNote({ words }: Composing, of: RubricReport): readonly Block[] {
  if (of.hiddenAnswers === 0) return []
  return [paragraphs(line(words.paper.notes.hidden(of.hiddenAnswers), 'note', { above: 4 }))]
}

// --- How it was made ------------------------------------------------------------------------------

function methodBlocks({ words, voice }: Composing, of: RubricReport): readonly Block[] {
  const { notes } = words.paper
  const rates = itemsIn(of).some(({ item }) => item.kind === 'rating')
  const lines = rates ? voice.method(of.rubric.itemNoun) : voice.methodOfAnswers
  return [
    part(notes.method),
    paragraphs(...lines.map((words_) => line(words_, 'note', { above: 0.8 }))),
  ]
}

const PROVENANCES: readonly Provenance[] = ['source', 'adapted', 'drafted']

/** What the marks mean, the sources by key, the credit. */
export function legendBlocks(
  { notes }: Composing['words']['paper'],
  rubric: Rubric,
): readonly Block[] {
  return [
    part(notes.legend, rubric.credit),
    paragraphs(...legendLines(notes)),
    part(notes.sources),
    paragraphs(
      ...rubric.sources.map(({ key, title, url }): Paragraph => ({
        lead: { inlines: [text(key, 'runningStrong')], width: 19 },
        inlines: [text(url === undefined ? title : `${title}. ${url}`, 'running')],
        above: 0.7,
      })),
    ),
  ]
}

/** The three marks and what they mean. */
export function legendLines(notes: Composing['words']['paper']['notes']): readonly Paragraph[] {
  return PROVENANCES.map((provenance) => ({
    lead: { inlines: [{ kind: 'provenance', provenance }], width: 3.5 },
    inlines: [text(notes.provenance[provenance], 'note')],
    above: 0.7,
  }))
}
