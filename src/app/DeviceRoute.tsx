import { DevicePage } from '#features/device/DevicePage.tsx'
import { pwa } from '#pwa/register.ts'

/** The device page with what only the shell may reach: the service worker's cache. */
export function DeviceRoute() {
  return <DevicePage verifyOffline={() => pwa.verifyOffline()} />
}
