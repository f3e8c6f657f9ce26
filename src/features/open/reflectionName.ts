import type { ReflectionPreview } from '#exchange/preview.ts'
import type { Messages } from '#messages/messages.ts'

/** What a reflection is called, also where it has no name of its own. */
export function nameOf(
  reflection: Pick<ReflectionPreview, 'team' | 'mode'>,
  { common }: Messages,
): string {
  const unnamed = reflection.mode === 'team' ? common.unnamedTeam : common.unnamedLeader
  return reflection.team || unnamed
}
