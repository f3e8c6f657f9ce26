/** What the browser says about keeping this site's storage. `unknown`: it does not say. */
export type Persistence = 'granted' | 'refused' | 'unknown'

/** Room for this site, in bytes. Browsers round and pad these figures. */
export interface Room {
  readonly used: number
  readonly quota: number
}

/** Whether the browser has promised to keep this site's storage when space runs short. */
export async function readPersistence(): Promise<Persistence> {
  const storage = storageManager()
  if (typeof storage?.persisted !== 'function') return 'unknown'
  return toPersistence(storage.persisted())
}

/** Asks the browser to keep this site's storage. Some browsers ask the person, some just decide. */
export async function askToPersist(): Promise<Persistence> {
  const storage = storageManager()
  if (typeof storage?.persist !== 'function') return 'unknown'
  return toPersistence(storage.persist())
}

/** How much this site may store and has stored, or `undefined` where the browser does not say. */
export async function estimateRoom(): Promise<Room | undefined> {
  const storage = storageManager()
  if (typeof storage?.estimate !== 'function') return undefined
  try {
    const { usage, quota } = await storage.estimate()
    return usage === undefined || quota === undefined ? undefined : { used: usage, quota }
  } catch {
    return undefined // a browser that refuses to say is one that does not say
  }
}

async function toPersistence(answer: Promise<boolean>): Promise<Persistence> {
  try {
    return (await answer) ? 'granted' : 'refused'
  } catch {
    return 'unknown'
  }
}

/** Missing outside of secure contexts and in old browsers, whatever the types say. */
function storageManager(): Partial<StorageManager> | undefined {
  return typeof navigator === 'undefined' ? undefined : navigator.storage
}
