import type { ItemReport } from '#core/itemReport.ts'
import { isTogether } from '#core/rubric.ts'

/** True if the team agreed on this level, option, status or zone, beside what each person marked. */
export function isAgreed({ item, team }: ItemReport, id: string): boolean {
  if (isTogether(item)) return false
  switch (team?.kind) {
    case 'level':
      return team.level === id
    case 'options':
      return team.options.includes(id)
    case 'status':
      return team.status === id
    case 'placement':
      return team.zone === id
    case 'setAside':
      return team.reason === id
    case 'text':
    case 'table':
    case undefined:
      return false
  }
}
