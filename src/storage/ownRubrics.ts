import type { StorageProblem } from '#core/problem.ts'
import { ok, type Result } from '#core/result.ts'
import type { Rubric } from '#core/rubric.ts'
import { rubricHash } from '#core/rubricHash.ts'
import { compareVersions } from '#core/rubricVersion.ts'
import type { RubricOrigin, StoredRubric, Tables } from './rows.ts'
import { createSignal, type Readable } from './signal.ts'

/** A definition somebody brought to this device or wrote on it. */
export interface OwnRubric extends StoredRubric {
  /** When it was kept: milliseconds since 1970 UTC. */
  readonly at: number
  readonly from: RubricOrigin
}

/** This device's own rubrics, newest kept first. Empty until the first reading, which looking begins. */
export interface OwnRubrics extends Readable<readonly OwnRubric[]> {
  /** Reads them now. @returns the same list, or why the disk could not be read */
  load(): Promise<Result<readonly OwnRubric[], StorageProblem>>
}

export interface OwnRubricList extends OwnRubrics {
  keep(rubric: Rubric, from: RubricOrigin): Promise<Result<OwnRubric, StorageProblem>>
  drop(hash: string, reach?: 'all' | 'one'): Promise<Result<void, StorageProblem>>
  /** Reads again what another tab has changed, if anybody looks. */
  follow(): void
  /** Puts what is in memory into a database that was emptied, within a transaction. */
  rescue(tables: Tables): Promise<void>
}

/** What own rubrics need of the storage they belong to. */
export interface OwnRubricDesk {
  read<T>(work: (tables: Tables) => Promise<T>): Promise<Result<T, StorageProblem>>
  write<T>(work: (tables: Tables) => Promise<T>): Promise<Result<T, StorageProblem>>
  /** Milliseconds since 1970 UTC, always later than before. */
  now(): number
  /** Told after something was kept or taken off here. */
  onChanged(): void
}

/** The own rubrics of one page, not read yet. */
export function createOwnRubrics(desk: OwnRubricDesk): OwnRubricList {
  const list = createSignal<readonly OwnRubric[]>([])
  let reading: Promise<Result<readonly OwnRubric[], StorageProblem>> | undefined

  function load(): Promise<Result<readonly OwnRubric[], StorageProblem>> {
    const own = desk.read(allOwnRubrics).then((read) => {
      // An earlier reading that comes in late knows less.
      if (read.ok && reading === own) list.set(sameOr(list.get(), newestOfEach(read.value)))
      if (!read.ok && reading === own) reading = undefined
      return read.ok ? ok(list.get()) : read
    })
    reading = own
    return own
  }
  const begin = () => {
    if (!reading) void load()
  }
  return {
    get() {
      begin()
      return list.get()
    },
    subscribe(listener) {
      begin()
      return list.subscribe(listener)
    },
    load,
    async keep(rubric, from) {
      const hash = rubricHash(rubric)
      const row = { hash, rubricId: rubric.id, at: desk.now(), from }
      const done = await desk.write(async (tables) => {
        await tables.rubrics.put([{ hash, rubric }])
        await tables.ownRubrics.put([row])
      })
      if (!done.ok) return done
      await load()
      desk.onChanged()
      return ok({ hash, rubric, at: row.at, from })
    },
    async drop(hash, reach = 'all') {
      const done = await desk.write((tables) =>
        reach === 'one' ? tables.ownRubrics.remove([hash]) : dropAll(tables, hash),
      )
      if (!done.ok) return done
      await load()
      desk.onChanged()
      return ok(undefined)
    },
    follow() {
      if (reading) void load()
    },
    async rescue(tables) {
      const own = list.get()
      await tables.rubrics.put(own.map(({ hash, rubric }) => ({ hash, rubric })))
      await tables.ownRubrics.put(
        own.map(({ hash, rubric, at, from }) => ({ hash, rubricId: rubric.id, at, from })),
      )
    },
  }
}

/** Every version of each, within a transaction. */
export async function allOwnRubrics(tables: Tables): Promise<readonly OwnRubric[]> {
  const rows = await tables.ownRubrics.all()
  const stored = await tables.rubrics.many(rows.map(({ hash }) => hash))
  return rows.flatMap(({ hash, at, from }, index) => {
    const rubric = stored[index]?.rubric
    return rubric ? [{ hash, rubric, at, from }] : []
  })
}

async function dropAll(tables: Tables, hash: string): Promise<void> {
  const dropped = await tables.ownRubrics.get(hash)
  if (!dropped) return
  const rows = await tables.ownRubrics.all()
  const hashes = rows.filter(({ rubricId }) => rubricId === dropped.rubricId)
  await tables.ownRubrics.remove(hashes.map((row) => row.hash))
}

/** The highest version of each id; of equal versions the one kept last. */
function newestOfEach(all: readonly OwnRubric[]): readonly OwnRubric[] {
  const newest = new Map<string, OwnRubric>()
  for (const own of all) {
    const other = newest.get(own.rubric.id)
    if (!other || isNewer(own, other)) newest.set(own.rubric.id, own)
  }
  return [...newest.values()].toSorted((one, other) => other.at - one.at)
}

function isNewer(one: OwnRubric, other: OwnRubric): boolean {
  const versions = compareVersions(one.rubric.version, other.rubric.version)
  return versions > 0 || (versions === 0 && one.at > other.at)
}

/** The old list where nothing changed, so that nothing is drawn again. */
function sameOr(old: readonly OwnRubric[], next: readonly OwnRubric[]): readonly OwnRubric[] {
  const isSame =
    old.length === next.length &&
    next.every(({ hash, at }, index) => hash === old[index]?.hash && at === old[index].at)
  return isSame ? old : next
}
