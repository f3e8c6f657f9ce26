import type { RubricReport, SkillReport } from '#core/report.ts'
import type { Block, Cell, Group, Row, Table } from './blocks.ts'
import {
  cell,
  chipsUpTo,
  HAIR_TABLE,
  heading,
  isAlone,
  levelHead,
  line,
  sheet,
  type Composing,
} from './composing.ts'
import { text } from './inline.ts'
import type { Paragraph } from './paragraph.ts'

const LABEL = 65
const COVERAGE = 13

/**
 * One strip per skill: a box per level with the initials of those who placed a mark there, at most
 * `most` of them before the rest is counted.
 */
export function pictureBlocks(
  composing: Composing,
  of: RubricReport,
  most: number,
): readonly Block[] {
  const { frame } = sheet(composing.paper, 'portrait')
  return stripSets(of).map((set) => {
    const levels = set.skills[0]?.skill.boxes.map(({ level }) => level) ?? []
    const box = (frame - LABEL - COVERAGE) / levels.length
    const table: Table = {
      columns: [LABEL, ...levels.map(() => box), COVERAGE],
      line: HAIR_TABLE,
      verticals: [...levels.map((_, index) => index + 1), levels.length + 1],
      padding: { x: 1.1, y: 0.4 },
      head: {
        cells: [
          cell([]),
          ...levels.map((level, index) =>
            levelHead(level, { index, count: levels.length }, 'boxHead'),
          ),
          cell([line(composing.voice.coverageHead, 'boxHeadSoft', { align: 'right' })], {
            align: 'bottom',
          }),
        ],
      },
      groups: stripGroups(composing, set, most),
    }
    return { kind: 'table', table }
  })
}

interface StripSet {
  readonly key: string
  readonly skills: { readonly section: string; readonly skill: SkillReport }[]
}

/** Skills in printed order, parted where the boxes change. Skills without boxes have no strip. */
function stripSets(of: RubricReport): readonly StripSet[] {
  const sets: StripSet[] = []
  for (const { section, skills } of of.sections) {
    for (const skill of skills) {
      if (skill.boxes.length === 0) continue
      const key = skill.boxes.map(({ level }) => level.id).join(' ')
      const entry = { section: `${section.number}\u00A0 ${section.name.text}`, skill }
      const last = sets.at(-1)
      if (last?.key === key) last.skills.push(entry)
      else sets.push({ key, skills: [entry] })
    }
  }
  return sets
}

function stripGroups(composing: Composing, set: StripSet, most: number): readonly Group[] {
  const sections = [...new Set(set.skills.map(({ section }) => section))]
  return sections.map((section) => ({
    band: heading(section, 'section', { above: 1 }),
    rows: set.skills
      .filter((entry) => entry.section === section)
      .map(({ skill }) => stripRow(composing, skill, most)),
  }))
}

function stripRow(composing: Composing, report: SkillReport, most: number): Row {
  const { skill, boxes, coverage } = report
  const alone = isAlone(composing.report.reflection)
  const answered = alone
    ? composing.words.paper.summary.of(coverage.items, coverage.ofItems)
    : composing.words.paper.summary.of(coverage.people, coverage.ofPeople)
  return {
    lowest: 5,
    cells: [
      cell(
        [
          {
            lead: { inlines: [text(skill.number, 'stripNumber')], width: 6.2 },
            inlines: [text(skill.name.text, 'strip')],
          },
        ],
        { align: 'middle' },
      ),
      ...boxes.map((box, index): Cell => ({
        align: 'middle',
        level: {
          index,
          count: boxes.length,
          look: box.people.length > 0 ? 'filled' : 'empty',
        },
        paragraphs: box.people.length > 0 ? [boxContent(composing, box.people, most)] : [],
      })),
      cell([line(answered, 'note', { align: 'right' })], { align: 'middle' }),
    ],
  }
}

function boxContent(
  composing: Composing,
  people: SkillReport['boxes'][number]['people'],
  most: number,
): Paragraph {
  if (isAlone(composing.report.reflection)) {
    const count = people.reduce((sum, entry) => sum + entry.count, 0)
    return line(String(count), 'tableStrong', { align: 'center' })
  }
  return { inlines: chipsUpTo(most, people, composing), gap: 0.5 }
}
