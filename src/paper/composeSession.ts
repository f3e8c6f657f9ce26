import { hasWords } from '#core/itemReport.ts'
import type { RubricReport } from '#core/report.ts'
import { toldSolutions, type ToldSolution } from '#core/solutions.ts'
import type { Block, Group, TextBlock } from './blocks.ts'
import {
  cell,
  gap,
  HAIR_TABLE,
  heading,
  isAlone,
  line,
  pageOf,
  paragraphs,
  sheet,
  type Composing,
} from './composing.ts'
import { text } from './inline.ts'
import type { Paragraph } from './paragraph.ts'

/**
 * What a sitting worked out beside its marks: what people wanted to practice, what could help with
 * each challenge, what tells that they are on track. Nothing at all while there is none of it.
 */
export function composeSession(composing: Composing, of: RubricReport): readonly Block[] {
  const { voice } = composing
  const blocks = [
    ...practiceBlocks(composing),
    ...solutionBlocks(composing, of),
    ...trackBlocks(composing, of),
  ]
  if (blocks.length === 0) return []
  const opening: TextBlock = {
    kind: 'text',
    isHeading: true,
    section: voice.session,
    bookmark: { title: voice.session, depth: 0 },
    paragraphs: [line(voice.session, 'partTitle'), line(of.rubric.title.text, 'note')],
  }
  return [{ kind: 'page', setup: pageOf(composing, of, 'portrait') }, opening, ...blocks]
}

function part(title: string): TextBlock {
  return heading(title, 'heading', { above: 6, bookmark: { title, depth: 1 } })
}

function practiceBlocks({ report, voice }: Composing): readonly Block[] {
  const { commitments } = report.reflection.workshop
  if (commitments.length === 0) return []
  return [part(voice.practice), paragraphs(...written(commitments.join('  ·  ')))]
}

// --- Challenges ----------------------------------------------------------------------------------

function solutionBlocks(composing: Composing, of: RubricReport): readonly Block[] {
  const { words, paper, report } = composing
  const told = toldSolutions(of.rubric, report.reflection.workshop.solutions)
  if (told.length === 0) return []
  const { frame } = sheet(paper, 'portrait')
  const { session } = words.paper
  const sections = [...new Set(told.map(({ section }) => section))]
  return [
    part(session.solutions),
    {
      kind: 'table',
      above: 1.6,
      table: {
        columns: [frame * 0.4, frame * 0.6],
        line: HAIR_TABLE,
        verticals: [1],
        padding: { x: 1.6, y: 1.2 },
        head: {
          cells: [session.challenge, session.solution].map((head) =>
            cell([line(head, 'boxHead')], { align: 'bottom' }),
          ),
        },
        groups: sections.map((section): Group => {
          const title = section && `${section.number}\u00A0 ${section.name.text}`
          return {
            ...(title ? { band: heading(title, 'section', { above: 1.6 }) } : {}),
            rows: told
              .filter((one) => one.section === section)
              .map((one) => ({
                lowest: 9,
                cells: [
                  cell(challengeParagraphs(composing, one)),
                  cell(written(one.solution.text)),
                ],
              })),
          }
        }),
      },
    },
  ]
}

/** The rubric's words with where they come from, or people's own. */
function challengeParagraphs(
  { words }: Composing,
  { solution, named }: ToldSolution,
): readonly Paragraph[] {
  if (named) {
    const { text: said, provenance } = named
    return [{ inlines: [text(`${said}\u00A0`, 'table'), { kind: 'provenance', provenance }] }]
  }
  const { challenge } = solution
  return written(hasWords(challenge) ? challenge : words.paper.session.ownChallenge)
}

// --- On track ------------------------------------------------------------------------------------

function trackBlocks(composing: Composing, of: RubricReport): readonly Block[] {
  const { words, report } = composing
  const track = report.reflection.workshop.tracks.get(of.rubric.id)
  if (!track) return []
  const { session } = words.paper
  const alone = isAlone(report.reflection)
  const sides = [
    { title: alone ? session.onMine : session.on, said: track.on },
    { title: alone ? session.offMine : session.off, said: track.off },
  ].filter(({ said }) => hasWords(said))
  if (sides.length === 0) return []
  return [
    part(session.track),
    ...sides.flatMap(({ title, said }): readonly Block[] => [
      heading(title, 'noteStrong', { above: 1.6 }),
      paragraphs(...written(said)),
    ]),
  ]
}

// --- About the tool ------------------------------------------------------------------------------

/** Questions about the tool with what was written, once for the whole sitting. */
export function composeFeedback(composing: Composing): readonly Block[] {
  const { report, words, questions } = composing
  const { feedback } = report.reflection.workshop
  const [of] = report.rubrics
  const known = [...questions].filter(([id]) => feedback.has(id))
  const others = [...feedback.keys()].filter((id) => !questions.has(id))
  const asked = [...known, ...others.map((id) => [id, words.paper.session.otherQuestion] as const)]
  if (!of || asked.length === 0) return []
  const title = words.paper.session.feedback
  return [
    { kind: 'page', setup: pageOf(composing, of, 'portrait') },
    {
      kind: 'text',
      isHeading: true,
      section: title,
      bookmark: { title, depth: 0 },
      paragraphs: [line(title, 'partTitle')],
    },
    gap(1.5),
    ...asked.flatMap(([id, question]): readonly Block[] => [
      heading(question, 'bodyStrong', { above: 4 }),
      paragraphs(...written(feedback.get(id) ?? '')),
    ]),
  ]
}

/** What somebody wrote, a paragraph a line. */
function written(said: string): readonly Paragraph[] {
  return said
    .split('\n')
    .filter(hasWords)
    .map((part_) => line(part_, 'table', { above: 0.8 }))
}
