import type { Problem } from '#core/problem.ts'
import type { Result } from '#core/result.ts'
import type { Rubric } from '#core/rubric.ts'
import { saveFile, type SaveOutcome } from '#platform/saveFile.ts'

/** As what a rubric leaves the app: the file it is, or a table for a spreadsheet. */
export type ExportForm = 'json' | 'csv'

const TYPES: Readonly<Record<ExportForm, string>> = {
  json: 'application/json',
  csv: 'text/csv',
}

/** The name a rubric is saved under: its id, as in the project's own folder of rubrics. */
export function exportName({ id }: Rubric, form: ExportForm): string {
  return `${id}.${form}`
}

/** Hands a rubric to the person as a file that can be opened here again, and dropped into `rubrics/`. */
export async function exportRubric(
  rubric: Rubric,
  form: ExportForm,
): Promise<Result<SaveOutcome, Problem>> {
  const text = await textOf(rubric, form)
  return saveFile({ name: exportName(rubric, form), type: TYPES[form], text })
}

async function textOf(rubric: Rubric, form: ExportForm): Promise<string> {
  if (form === 'json') return (await import('#core/rubricJson.ts')).rubricToJson(rubric)
  return (await import('#core/rubricCsv.ts')).rubricToCsv(rubric)
}
