import type { Messages } from '#messages/messages.ts'
import { now } from '#platform/ids.ts'
import { estimateRoom, readPersistence } from '#platform/persistence.ts'
import { APP_BUILT } from '#platform/version.ts'
import type { Storage } from '#storage/storage.ts'
import { missingFamilies, type OfflineAnswer, type ReadyHost } from './checks.ts'
import { checkPdf } from './samplePdf.ts'

const FAMILIES = ['Source Sans 3', 'Source Serif 4']

/** This browser and this device, as the checks look at them. Asks nothing of a network. */
export function browserReadyHost(input: {
  storage: Storage
  verifyOffline: () => Promise<OfflineAnswer>
  words: Messages
}): ReadyHost {
  const { storage, verifyOffline, words } = input
  return {
    verifyOffline,
    probe: () => storage.probe(),
    room: estimateRoom,
    persistence: readPersistence,
    // Safe: a FontFaceSet can be iterated in every browser; the library of this TypeScript says so only
    // with a member that not all of them have.
    missingFonts: () => missingFamilies([...document.fonts], FAMILIES),
    clock: () => ({
      now: now(),
      built: APP_BUILT,
      newest: Math.max(0, ...storage.headers.get().map(({ changedAt }) => changedAt)),
    }),
    samplePdf: () => checkPdf(words, now()),
  }
}
