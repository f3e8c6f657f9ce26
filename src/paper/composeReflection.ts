import type { Author, ItemReport } from '#core/itemReport.ts'
import type { Json } from '#core/json.ts'
import type { Move } from '#core/moves.ts'
import type { Participant } from '#core/reflection.ts'
import type { Report } from '#core/report.ts'
import type { Workshop } from '#core/workshop.ts'
import type { Messages } from '#messages/messages.ts'
import type { Block } from './blocks.ts'
import { composeCatalogue, looseStrategies } from './composeCatalogue.ts'
import { composeNotes } from './composeNotes.ts'
import { composeRubric } from './composeRubric.ts'
import { composeFeedback, composeSession } from './composeSession.ts'
import { composeSummary } from './composeSummary.ts'
import { looksOf, type Composing, type Parts } from './composing.ts'
import { fingerprintOf } from './pdfFile.ts'
import type { PaperSize } from './theme.ts'

/** Everything a reflection's paper says, in reading order. */
export function composeReflection(input: {
  readonly report: Report
  readonly paper: PaperSize
  readonly parts: Parts
  readonly words: Messages
  readonly appVersion: string
  readonly moves?: ReadonlyMap<string, readonly Move[]>
  readonly questions?: ReadonlyMap<string, string>
}): readonly Block[] {
  const { report, paper, parts, words, appVersion } = input
  const { reflection } = report
  const composing: Composing = {
    report,
    paper,
    parts,
    words,
    appVersion,
    voice: words.paper.voices[reflection.mode],
    fingerprint: fingerprintOf(marksOf(report)),
    looks: looksOf(report.people),
    moves: ownMoves(report, input.moves),
    questions: input.questions ?? new Map(),
  }
  const loose = looseStrategies(reflection.strategies, report.rubrics)
  const ofRubrics = report.rubrics.flatMap((of, index) => [
    ...(parts.summary ? composeSummary(composing, of) : []),
    ...(parts.catalogue ? composeCatalogue(composing, of, index === 0 ? loose : []) : []),
    ...(parts.session ? composeSession(composing, of) : []),
    ...(parts.rubric ? composeRubric(composing, of) : []),
    ...(parts.notes ? composeNotes(composing, of) : []),
  ])
  const all = [...ofRubrics, ...(parts.feedback ? composeFeedback(composing) : [])]
  // There is nothing in what was chosen: a file has at least the one page to hand out.
  return all.length > 0 ? all : report.rubrics.flatMap((of) => composeSummary(composing, of))
}

/** The moves of people as this report names them, or does not. */
function ownMoves(
  { people }: Report,
  moves: ReadonlyMap<string, readonly Move[]> = new Map(),
): ReadonlyMap<string, readonly Move[]> {
  const own = (move: Move): readonly Move[] => {
    const person = people.find(({ id }) => id === move.person.id)
    return person ? [{ ...move, person }] : []
  }
  return new Map([...moves].map(([rubricId, all]) => [rubricId, all.flatMap(own)]))
}

/** What the fingerprint stands for: the definitions, the people, the sites, every mark and every text. */
function marksOf({ reflection, rubrics }: Report): Json {
  const { team, date, facilitator, participants, sites } = reflection
  const { strategies, growthEdges, nextSteps } = reflection
  return [
    [team, date, facilitator, reflection.id],
    participants.map(({ id, initials, name, role }) => [id, initials, name, role]),
    sites.map(({ id, name }) => [id, name]),
    strategies.map(({ id, name, how, evidence, evidenceKind, credit, items }) => [
      [id, name, how, evidence, evidenceKind ?? ''],
      [...credit],
      items.map(({ rubricId, itemId }) => `${rubricId}/${itemId}`),
    ]),
    growthEdges.map(({ id, hard, borrowed }) => [id, hard, borrowed]),
    nextSteps.map(({ id, what, who, by, sign, done, from }) => [
      [id, what, who, by, sign],
      [done, from],
    ]),
    workshopWords(reflection.workshop),
    rubrics.map(({ hash, sections }) => [
      hash,
      sections.flatMap(({ skills }) => skills.flatMap(({ items }) => items.map(itemMarks))),
    ]),
  ]
}

function workshopWords({ commitments, tracks, feedback, solutions }: Workshop): Json {
  return [
    [...commitments],
    [...tracks].map(([id, { on, off }]) => [id, on, off]),
    [...feedback].map(([id, said]) => [id, said]),
    solutions.map(({ id, challenge, text }) => [id, challenge, text]),
  ]
}

/** What was said at one item: each person's answer, the team's, and words beside them. */
function itemMarks(report: ItemReport): Json {
  const ids = (people: readonly Participant[]) => people.map(({ id }) => id)
  const whose = (author: Author) => author?.id ?? ''
  return [
    report.key,
    report.setAside.map(({ reason, people }) => [reason, ids(people)]),
    report.boxes.map(({ people }) => ids(people)),
    report.picks.map(({ id, people, together }) => [id, ids(people), together]),
    report.places.map(({ author, zone, x, y }) => [whose(author), zone, x, y]),
    report.texts.map(({ author, text }) => [whose(author), text]),
    report.tables.map(({ author, rows }) => [
      whose(author),
      rows.map((row) => [row.id, row.cells.map(({ text }) => text)]),
    ]),
    report.notes.map(({ author, text }) => [whose(author), text]),
    // What a team agrees on beside its marks; other answers of its own stand above.
    report.team?.kind === 'level' ? report.team.level : '',
  ]
}
