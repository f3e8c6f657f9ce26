import type { RubricReport, SectionReport, SkillReport } from '#core/report.ts'
import type { SetAsideAnswer } from '#core/rubric.ts'
import type { Participant } from '#core/reflection.ts'
import type { Block } from './blocks.ts'
import { cell, heading, isAlone, levelHead, line, type Composing } from './composing.ts'
import { stripTable, type Strip, type StripBand, type StripBox } from './stripTable.ts'

/**
 * The ratings: one strip per skill, or per section where each has a single skill, with a box per
 * level and the initials of those who placed a mark there. No totals and no means.
 */
export function pictureBlocks(
  composing: Composing,
  of: RubricReport,
  most: number,
): readonly Block[] {
  return stripSets(of).map((set) => {
    const levels = set.skills[0]?.skill.boxes.map(({ level }) => level) ?? []
    const aside = asideOf(of, set)
    const heads = levels.map((level, index) =>
      levelHead(level, { index, count: levels.length }, 'boxHead'),
    )
    const more = aside ? [cell([line(aside.label, 'boxHeadSoft')], { align: 'bottom' })] : []
    return stripTable(composing, {
      heads: [...heads, ...more],
      coverage: composing.voice.coverageHead,
      bands: bandsOf(composing, set, aside),
      most,
    })
  })
}

interface StripSet {
  readonly key: string
  readonly skills: { readonly of: SectionReport; readonly skill: SkillReport }[]
}

/** Skills in printed order, parted where the boxes change. Skills without boxes have no strip. */
function stripSets(of: RubricReport): readonly StripSet[] {
  const sets: StripSet[] = []
  for (const section of of.sections) {
    for (const skill of section.skills) {
      if (skill.boxes.length === 0) continue
      const key = skill.boxes.map(({ level }) => level.id).join(' ')
      const last = sets.at(-1)
      if (last?.key === key) last.skills.push({ of: section, skill })
      else sets.push({ key, skills: [{ of: section, skill }] })
    }
  }
  return sets
}

/** The one way to set a rating aside, where the scale has just one: it has a box of its own. */
function asideOf({ rubric }: RubricReport, set: StripSet): SetAsideAnswer | undefined {
  const scale = rubric.scales.find(({ levels }) => levels.map(({ id }) => id).join(' ') === set.key)
  const [only, ...others] = scale?.setAside ?? []
  return others.length === 0 ? only : undefined
}

function bandsOf(
  composing: Composing,
  set: StripSet,
  aside: SetAsideAnswer | undefined,
): readonly StripBand[] {
  const sections = [...new Set(set.skills.map(({ of }) => of))]
  const skillsOf = (section: SectionReport) => set.skills.filter(({ of }) => of === section)
  // Where the section has one skill, its own name says more: a profile by domain.
  if (sections.length > 1 && sections.every((section) => skillsOf(section).length === 1)) {
    const strips = set.skills.map(({ of, skill }) => ({
      ...stripOf(composing, skill, aside),
      number: of.section.number,
      name: of.section.name.text,
    }))
    return [{ title: undefined, strips }]
  }
  return sections.map((section) => ({
    title: heading(sectionTitle(section), 'section', { above: 1 }),
    strips: skillsOf(section).map(({ skill }) => stripOf(composing, skill, aside)),
  }))
}

/** "2  Build network culture". */
export function sectionTitle({ section }: SectionReport): string {
  return `${section.number}\u00A0 ${section.name.text}`
}

function stripOf(
  composing: Composing,
  report: SkillReport,
  aside: SetAsideAnswer | undefined,
): Strip {
  const { skill, boxes, coverage, site } = report
  const { of } = composing.words.paper.summary
  const levels = boxes.map((box, index): StripBox => ({
    people: box.people,
    together: 0,
    level: { index, count: boxes.length },
  }))
  return {
    number: skill.number,
    name: site ? `${skill.name.text}: ${site.name}` : skill.name.text,
    boxes: [...levels, ...(aside ? [asideBox(composing, report, aside)] : [])],
    coverage: isAlone(composing.report.reflection)
      ? of(coverage.items, coverage.ofItems)
      : of(coverage.people, coverage.ofPeople),
  }
}

/** Who set items of the skill aside, and how many. */
function asideBox({ report }: Composing, { items }: SkillReport, aside: SetAsideAnswer): StripBox {
  const who = items
    .filter(({ item }) => item.kind === 'rating')
    .flatMap(({ setAside }) => setAside.filter(({ reason }) => reason === aside.id))
    .flatMap(({ people }) => people)
  const countOf = (person: Participant) => who.filter((one) => one === person).length
  return {
    people: report.people
      .filter((person) => who.includes(person))
      .map((person) => ({ person, count: countOf(person) })),
    together: 0,
  }
}
