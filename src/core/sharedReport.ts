import { isPrivate, ratesInPrivate, withoutPrivate } from './privacy.ts'
import type { Reflection } from './reflection.ts'
import {
  buildReport,
  type Report,
  type ReportInput,
  type RubricReport,
  type SectionReport,
} from './report.ts'
import { isTogether } from './rubric.ts'

/**
 * The report that everyone may see and that goes on paper: without the marks that are still private.
 * Of a private section only what the team answers as one is left, and nothing if there is none.
 */
export function buildSharedReport(input: ReportInput): Report {
  const report = buildReport(withoutPrivate(input))
  const { reflection } = report
  if (!ratesInPrivate(reflection)) return report
  return { ...report, rubrics: report.rubrics.map((of) => withoutPrivateRows(reflection, of)) }
}

function withoutPrivateRows(reflection: Reflection, of: RubricReport): RubricReport {
  const sections = of.sections.flatMap((report): readonly SectionReport[] => {
    if (!isPrivate(reflection, of.rubric.id, report.section)) return [report]
    const skills = report.skills
      .map((skill) => ({
        ...skill,
        boxes: [],
        items: skill.items.filter(({ item }) => isTogether(item)),
      }))
      .filter(({ items }) => items.length > 0)
    return skills.length > 0 ? [{ ...report, skills }] : []
  })
  return { ...of, sections }
}
