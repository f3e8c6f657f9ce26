import { TEAM, type Response } from './answer.ts'
import {
  buildItemReport,
  countPeople,
  hasWords,
  isAnswered,
  isGiven,
  widthOf,
  type ItemBox,
  type ItemReport,
} from './itemReport.ts'
import {
  inScope,
  itemRefKey,
  type GrowthEdge,
  type NextStep,
  type Participant,
  type Reflection,
  type Site,
  type Strategy,
} from './reflection.ts'
import { askedItems, itemsOf, type Level, type Rubric, type Section, type Skill } from './rubric.ts'

/**
 * What the summary screen, the PDF, its HTML twin and the CSV all show. Computed from the changes,
 * never stored. Holds no score, total or mean: only who stands where.
 */
export interface Report {
  readonly reflection: Reflection
  readonly people: readonly Participant[]
  readonly rubrics: readonly RubricReport[]
  readonly nextSteps: readonly NextStep[]
}

export interface RubricReport {
  readonly rubric: Rubric
  /** Content hash of the definition. */
  readonly hash: string
  /** The sections in scope, in printed order. */
  readonly sections: readonly SectionReport[]
  readonly coverage: Coverage
  /** Strategies that name an item of this rubric: those with evidence first, then the widest held. */
  readonly strengths: readonly StrategyReport[]
  readonly growthEdges: readonly GrowthEdge[]
  /** Where marks lie at least two boxes apart, widest first. See `spreadOf` for the rule. */
  readonly differences: readonly ItemReport[]
  /** Up to three of them to talk about first. See `isWellCovered` for the rule. */
  readonly talkFirst: readonly ItemReport[]
  /** Rated at a level that asks for a strategy, but none names the item yet. */
  readonly withoutStrategy: readonly ItemReport[]
  /** Items someone set aside. */
  readonly setAside: readonly ItemReport[]
  /**
   * Answers that have no place in this report, because their item is out of scope, retired or
   * unknown, or their level is: kept, counted, never dropped. Those of people who left do not count.
   */
  readonly hiddenAnswers: number
}

/** How much of what was chosen has an answer. Set-aside answers count as answered. */
export interface Coverage {
  /** People with at least one answer. */
  readonly people: number
  readonly ofPeople: number
  /** Items with at least one answer. */
  readonly items: number
  readonly ofItems: number
}

export interface SectionReport {
  readonly section: Section
  readonly skills: readonly SkillReport[]
  readonly strategies: readonly StrategyReport[]
  readonly coverage: Coverage
}

/** A skill; one that is asked for each site has one report a site. */
export interface SkillReport {
  readonly skill: Skill
  /** The site it was asked for, if it is asked for each. */
  readonly site: Site | undefined
  /** One per level that any rating item of the skill uses, lowest first; empty without rating items. */
  readonly boxes: readonly SkillBox[]
  readonly items: readonly ItemReport[]
  readonly coverage: Coverage
}

/** A box of the initials strip: who put a mark at this level somewhere in the skill, and how often. */
export interface SkillBox {
  readonly level: Level
  readonly people: readonly { readonly person: Participant; readonly count: number }[]
}

export interface StrategyReport {
  readonly strategy: Strategy
  /** People credited who are still part of the reflection. */
  readonly people: readonly Participant[]
  /** The items it names, in printed order. */
  readonly items: readonly ItemReport[]
}

export interface ReportInput {
  readonly reflection: Reflection
  readonly responses: readonly Response[]
  /** The exact definitions the reflection is pinned to. One that is missing is left out. */
  readonly rubrics: readonly { readonly rubric: Rubric; readonly hash: string }[]
}

/** The report of a reflection. */
export function buildReport(input: ReportInput): Report {
  const { reflection } = input
  const byItem = groupResponses(input.responses)
  return {
    reflection,
    people: reflection.participants,
    rubrics: input.rubrics.map(({ rubric, hash }) =>
      rubricReport(reflection, byItem, rubric, hash),
    ),
    nextSteps: reflection.nextSteps,
  }
}

type ResponsesByItem = ReadonlyMap<string, readonly Response[]>

function groupResponses(responses: readonly Response[]): ResponsesByItem {
  const groups = new Map<string, Response[]>()
  for (const response of responses) {
    const key = itemRefKey(response)
    const group = groups.get(key)
    if (group) group.push(response)
    else groups.set(key, [response])
  }
  return groups
}

function rubricReport(
  reflection: Reflection,
  byItem: ResponsesByItem,
  rubric: Rubric,
  hash: string,
): RubricReport {
  const sections = rubric.sections
    .filter(({ id }) => inScope(reflection, rubric, id))
    .map((section) => sectionReport(reflection, byItem, rubric, section))
    .filter(({ skills }) => skills.length > 0)
  const items = sections.flatMap(({ skills }) => skills.flatMap((skill) => skill.items))
  const differences = items.filter(({ spread }) => spread === 'apart').toSorted(widestFirst)
  return {
    rubric,
    hash,
    sections,
    coverage: coverageOf(items, reflection.participants),
    strengths: strategyReports(reflection.strategies, items, reflection.participants),
    growthEdges: reflection.growthEdges.filter(({ rubricId }) => rubricId === rubric.id),
    differences,
    talkFirst: differences
      .filter(({ boxes }) => isWellCovered(boxes, reflection.participants.length))
      .slice(0, MOST_TALKED),
    withoutStrategy: items.filter(lacksStrategy),
    setAside: items.filter(({ setAside }) => setAside.length > 0),
    hiddenAnswers: givenAnswers(reflection, byItem, rubric.id) - shownAnswers(items),
  }
}

/** How many answers to a rubric were given by people of the reflection and by the team together. */
function givenAnswers(reflection: Reflection, byItem: ResponsesByItem, rubricId: string): number {
  const present = new Set([TEAM, ...reflection.participants.map(({ id }) => id)])
  return [...byItem]
    .filter(([key]) => key.startsWith(`${rubricId}/`))
    .flatMap(([, responses]) => responses)
    .filter(({ participantId, answer }) => present.has(participantId) && isGiven(answer)).length
}

function shownAnswers(items: readonly ItemReport[]): number {
  return items.reduce((sum, { shown }) => sum + shown, 0)
}

/** What a skill is asked for: each site, or once. */
export function askedFor(skill: Skill, sites: readonly Site[]): readonly (Site | undefined)[] {
  return skill.eachSite ? sites : [undefined]
}

function sectionReport(
  reflection: Reflection,
  byItem: ResponsesByItem,
  rubric: Rubric,
  section: Section,
): SectionReport {
  const skills = section.skills
    .flatMap((skill) => askedFor(skill, reflection.sites).map((site) => ({ skill, site })))
    .map(({ skill, site }): SkillReport => {
      const items = askedItems(skill).map((item) =>
        buildItemReport({
          reflection,
          rubric,
          section,
          skill,
          item,
          site,
          responses: byItem.get(itemRefKey({ rubricId: rubric.id, itemId: item.id })) ?? [],
        }),
      )
      return {
        skill,
        site,
        items,
        boxes: skillBoxes(items, reflection.participants),
        coverage: coverageOf(items, reflection.participants),
      }
    })
    .filter(({ items }) => items.length > 0)
  const items = skills.flatMap((skill) => skill.items)
  return {
    section,
    skills,
    strategies: strategyReports(reflection.strategies, items, reflection.participants),
    coverage: coverageOf(items, reflection.participants),
  }
}

/** Widest first; then by how many people placed a mark; then in printed order (the sort is stable). */
function widestFirst(a: ItemReport, b: ItemReport): number {
  return widthOf(b.boxes) - widthOf(a.boxes) || countPeople(b.boxes) - countPeople(a.boxes)
}

/** More would not be talked about "first". */
const MOST_TALKED = 3

/**
 * True if enough people placed a mark to talk about what they see differently: at least half of the
 * team, and never fewer than two.
 */
function isWellCovered(boxes: readonly ItemBox[], ofPeople: number): boolean {
  return countPeople(boxes) >= Math.max(2, ofPeople / 2)
}

/** True if someone is strong at the item and no strategy with words names it yet. */
export function lacksStrategy(report: ItemReport): boolean {
  const strong = report.boxes.some((box) => box.level.asksForStrategy && box.people.length > 0)
  return strong && report.strategies.every(isBlank)
}

function skillBoxes(
  items: readonly ItemReport[],
  people: readonly Participant[],
): readonly SkillBox[] {
  const levels = new Map<string, Level>()
  for (const item of items) for (const { level } of item.boxes) levels.set(level.id, level)
  return [...levels.values()].map((level) => ({
    level,
    people: people.flatMap((person) => {
      const count = items.filter((item) =>
        item.boxes.some((box) => box.level.id === level.id && box.people.includes(person)),
      ).length
      return count > 0 ? [{ person, count }] : []
    }),
  }))
}

function strategyReports(
  strategies: readonly Strategy[],
  items: readonly ItemReport[],
  people: readonly Participant[],
): readonly StrategyReport[] {
  return strategies
    .map((strategy) => ({
      strategy,
      people: people.filter(({ id }) => strategy.credit.includes(id)),
      items: items.filter((item) => item.strategies.includes(strategy)),
    }))
    .filter((report) => report.items.length > 0 && !isBlank(report.strategy))
    .toSorted(
      (a, b) =>
        Number(hasWords(b.strategy.evidence)) - Number(hasWords(a.strategy.evidence)) ||
        b.people.length - a.people.length,
    )
}

/** True for a strategy without a word in it. */
export function isBlank(strategy: Strategy): boolean {
  return ![strategy.name, strategy.how, strategy.evidence].some(hasWords)
}

function coverageOf(items: readonly ItemReport[], people: readonly Participant[]): Coverage {
  const answering = new Set(items.flatMap((item) => item.answering))
  return {
    people: answering.size,
    ofPeople: people.length,
    items: items.filter(isAnswered).length,
    ofItems: items.length,
  }
}

/** The ids of all items asked in the chosen scope, in printed order: what the rubric screen walks. */
export function scopedItemIds(reflection: Reflection, rubric: Rubric): readonly string[] {
  return itemsOf(rubric)
    .filter(({ section }) => inScope(reflection, rubric, section.id))
    .map(({ item }) => item.id)
}
