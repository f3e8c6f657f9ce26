import { mayShareScreen, type Rubric } from '#core/rubric.ts'
import type { StartMessages } from './messages.ts'

/** True where a rubric may be named by its title beside the one on the screen. */
function mayBeNamed(shown: Rubric, family: Rubric['family']): boolean {
  // The titles of the hub rubrics are their domains; that of network health is none of its own.
  return family !== 'hub-leadership' || mayShareScreen(shown.family, family)
}

/** What a rubric is called beside the one on the screen: its title, or that of its family. */
export function nameBeside(shown: Rubric, other: Rubric, { common }: StartMessages): string {
  return mayBeNamed(shown, other.family) ? other.shortTitle : common.hubRubrics
}

/** Those of a family that may be named beside the one on the screen; else the first stands for all. */
export function namedBeside(
  shown: Rubric,
  others: readonly Rubric[],
  family: Rubric['family'],
): readonly Rubric[] {
  const own = others.filter((other) => other.family === family)
  return mayBeNamed(shown, family) ? own : own.slice(0, 1)
}
