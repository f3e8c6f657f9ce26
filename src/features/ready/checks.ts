import type { Problem } from '#core/problem.ts'
import type { Result } from '#core/result.ts'
import type { PdfFault } from '#paper/rereadPdf.ts'
import type { Persistence, Room } from '#platform/persistence.ts'

/** Whether the app can start here without a network. */
export interface OfflineAnswer {
  readonly kind: 'unknown' | 'ready' | 'failed' | 'unavailable' | 'incomplete'
  readonly missing?: readonly string[]
}

/** Everything a check looks at: given, so that a test can break each of them. */
export interface ReadyHost {
  verifyOffline(): Promise<OfflineAnswer>
  /** Writes, reads and removes a line. */
  probe(): Promise<Result<void, Problem>>
  room(): Promise<Room | undefined>
  persistence(): Promise<Persistence>
  /** Names of the app's typefaces that are not on this device. */
  missingFonts(): Promise<readonly string[]>
  /** All in milliseconds since 1970 UTC; 0 if not known. */
  clock(): { readonly now: number; readonly built: number; readonly newest: number }
  /** Makes a PDF and reads it back. @returns what is wrong with it, if anything */
  samplePdf(): Promise<Result<PdfFault | undefined, Problem>>
}

/** In the order they are made: quick ones first. */
export const CHECKS = [
  'offline',
  'storage',
  'room',
  'persistence',
  'fonts',
  'clock',
  'pdf',
] as const
export type CheckName = (typeof CHECKS)[number]

/** What is wrong; each has its sentence and what to do in the messages. */
export type Fault =
  | { readonly kind: 'offlineIncomplete'; readonly missing: number }
  | { readonly kind: 'offlineFailed' | 'offlineUnavailable' | 'offlineUnknown' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'roomLow'; readonly free: number }
  | { readonly kind: 'notKept' | 'keepingUnknown' }
  | { readonly kind: 'fontsMissing'; readonly names: readonly string[] }
  /** `past`: something here is from a later time, given in milliseconds since 1970 UTC. */
  | { readonly kind: 'clockBehind'; readonly now: number; readonly past: number }
  | { readonly kind: 'clockAhead'; readonly now: number }
  | { readonly kind: 'pdfBroken'; readonly fault: PdfFault }
  | { readonly kind: 'checkFailed'; readonly detail: string }

export interface Finding {
  readonly check: CheckName
  /** `undefined` if all is well. */
  readonly fault: Fault | undefined
}

/** Room that a busy session and its files can need, in bytes. */
const ROOM_NEEDED = 50_000_000
/** A clock may be a little off without harm, in milliseconds. */
const CLOCK_SLACK = 10 * 60_000
const YEAR = 366 * 86_400_000

const LOOKS: Readonly<Record<CheckName, (host: ReadyHost) => Promise<Fault | undefined>>> = {
  offline: lookAtOffline,
  storage: async (host) => problemOf(await host.probe()),
  room: lookAtRoom,
  persistence: lookAtPersistence,
  fonts: lookAtFonts,
  clock: async (host) => clockFault(host.clock()),
  pdf: lookAtPdf,
}

/** Makes one check. What it throws is a finding too: nothing here may end the others. */
export async function lookAt(check: CheckName, host: ReadyHost): Promise<Finding> {
  try {
    return { check, fault: await LOOKS[check](host) }
  } catch (failure) {
    const detail = failure instanceof Error ? failure.message : String(failure)
    return { check, fault: { kind: 'checkFailed', detail } }
  }
}

async function lookAtOffline(host: ReadyHost): Promise<Fault | undefined> {
  const { kind, missing } = await host.verifyOffline()
  switch (kind) {
    case 'ready':
      return undefined
    case 'incomplete':
      return { kind: 'offlineIncomplete', missing: missing?.length ?? 0 }
    case 'failed':
      return { kind: 'offlineFailed' }
    case 'unavailable':
      return { kind: 'offlineUnavailable' }
    case 'unknown':
      return { kind: 'offlineUnknown' }
  }
}

async function lookAtRoom(host: ReadyHost): Promise<Fault | undefined> {
  const room = await host.room()
  // A browser that does not say has no room to complain about.
  const free = room ? room.quota - room.used : ROOM_NEEDED
  return free < ROOM_NEEDED ? { kind: 'roomLow', free: Math.max(0, free) } : undefined
}

async function lookAtPersistence(host: ReadyHost): Promise<Fault | undefined> {
  const answer = await host.persistence()
  if (answer === 'granted') return undefined
  return { kind: answer === 'refused' ? 'notKept' : 'keepingUnknown' }
}

async function lookAtFonts(host: ReadyHost): Promise<Fault | undefined> {
  const names = await host.missingFonts()
  return names.length > 0 ? { kind: 'fontsMissing', names } : undefined
}

/** A clock is off if something here is from later, or if nothing here is from the past year. */
export function clockFault({ now, built, newest }: ReturnType<ReadyHost['clock']>) {
  const past = Math.max(built, newest)
  if (past === 0) return undefined
  if (now < past - CLOCK_SLACK) return { kind: 'clockBehind', now, past } as const
  return now > past + YEAR ? ({ kind: 'clockAhead', now } as const) : undefined
}

async function lookAtPdf(host: ReadyHost): Promise<Fault | undefined> {
  const made = await host.samplePdf()
  if (!made.ok) return { kind: 'problem', problem: made.problem }
  return made.value && { kind: 'pdfBroken', fault: made.value }
}

function problemOf(result: Result<void, Problem>): Fault | undefined {
  return result.ok ? undefined : { kind: 'problem', problem: result.problem }
}

/** What is looked at of a typeface. */
interface Face {
  readonly family: string
  readonly status: string
  load(): Promise<unknown>
}

/** Those of the families that have no face, or one that cannot be loaded. */
export async function missingFamilies(
  faces: Iterable<Face>,
  families: readonly string[],
): Promise<readonly string[]> {
  // Some browsers keep the quotation marks of the style sheet.
  const all = [...faces].map((face) => ({ face, name: face.family.replaceAll(/["']/g, '') }))
  const missing: string[] = []
  for (const family of families) {
    const own = all.filter(({ name }) => name === family)
    const loaded = await Promise.allSettled(own.map(({ face }) => face.load()))
    const isWhole = own.length > 0 && loaded.every(({ status }) => status === 'fulfilled')
    if (!isWhole) missing.push(family)
  }
  return missing
}
