import { ReadyPage } from '#features/ready/ReadyPage.tsx'
import { pwa } from '#pwa/register.ts'

/** The check before a workshop with what only the shell may reach: the service worker's cache. */
export function ReadyRoute() {
  return <ReadyPage verifyOffline={() => pwa.verifyOffline()} />
}
