import { mayShareScreen, type Rubric } from '#core/rubric.ts'
import type { StartMessages } from './messages.ts'

/** What a rubric is called beside the one on the screen: its title, or that of its family. */
export function nameBeside(shown: Rubric, other: Rubric, { common }: StartMessages): string {
  if (mayShareScreen(shown.family, other.family)) return other.shortTitle
  return common.otherFamily[other.family === 'hub-leadership' ? 'hub-leadership' : 'network-health']
}

/** Those of a family that may be named beside the one on the screen; else the first stands for all. */
export function namedBeside(
  shown: Rubric,
  others: readonly Rubric[],
  family: Rubric['family'],
): readonly Rubric[] {
  const own = others.filter((other) => other.family === family)
  return mayShareScreen(shown.family, family) ? own : own.slice(0, 1)
}
