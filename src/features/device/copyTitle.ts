import type { Reflection } from '#core/reflection.ts'
import type { Messages } from '#messages/messages.ts'

/** What a reflection is called on a list. */
export function reflectionName(
  { mode, team }: Pick<Reflection, 'mode' | 'team'>,
  { common }: Messages,
): string {
  return team || (mode === 'team' ? common.unnamedTeam : common.unnamedLeader)
}

/**
 * What a copy of it is called. A leader's own name stays out: the title becomes the file's name, and
 * file names are seen by everyone who sees the device.
 */
export function copyTitle(
  { mode, team }: Pick<Reflection, 'mode' | 'team'>,
  rubricTitles: readonly string[],
  { common }: Messages,
): string {
  const name = mode === 'team' ? team || common.unnamedTeam : common.unnamedLeader
  return [name, ...rubricTitles].join(' · ')
}
