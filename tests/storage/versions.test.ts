import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { sealChange, type Change } from '#core/change.ts'
import { foldChanges } from '#core/fold.ts'
import { answerEdit } from '#core/answer.ts'
import { deleteEdit, fieldEdits } from '#core/reflection.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { KNOWN_VERSION, NATIVE_STEP, SCHEMA_VERSIONS } from '#storage/versions.ts'
import { aRubric } from '../support/builders.ts'
import { build, dump, type RawDatabase } from './rawDatabase.ts'
import { aTeam, must, NAME, openIn, PLACE, raw, settle } from './setting.ts'
import { testBrowser } from './testHost.ts'

/**
 * Databases as each version left them. `NEW_FIXTURE=1` writes one for the current version; it is
 * committed once, with the release, and never changed.
 */
interface Fixture {
  readonly database: RawDatabase
  /** The reflection as that version showed it, spelt out. */
  readonly shown: string
  /** Ids of all changes, the one its unfinished draft becomes not counted. */
  readonly ids: readonly string[]
}

const FOLDER = new URL('fixtures/', import.meta.url)
const fileOf = (version: number) => new URL(`schema-${version}.json`, FOLDER)
const FIXTURES = readdirSync(FOLDER).filter((name) => name.startsWith('schema-'))

if (process.env['NEW_FIXTURE']) {
  test('writes the fixture of the current version', async () => {
    writeFileSync(fileOf(KNOWN_VERSION), `${JSON.stringify(await aFixture(), null, 1)}\n`)
  })
}

test('every schema version has the fixture of a real database', () => {
  const expected = SCHEMA_VERSIONS.map(({ version }) => `schema-${version}.json`)
  expect(FIXTURES.toSorted()).toEqual(expected.toSorted())
  expect(SCHEMA_VERSIONS.map(({ version }) => version)).toEqual(
    SCHEMA_VERSIONS.map((_, index) => index + 1),
  )
})

describe.each(SCHEMA_VERSIONS)('a database of version $version', ({ version }) => {
  let fixture: Fixture
  beforeAll(() => {
    fixture = JSON.parse(readFileSync(fileOf(version), 'utf8')) as Fixture
  })

  test('was really built by that version: its schema is never edited afterwards', () => {
    expect(fixture.database.version).toBe(version * NATIVE_STEP)
    const stores = Object.fromEntries(
      fixture.database.stores.map(({ name, keyPath, indexes }) => [
        name,
        [keyPath, ...indexes.map((index) => index.keyPath)].join(', '),
      ]),
    )
    const added = SCHEMA_VERSIONS.filter((other) => other.version <= version)
    expect(stores).toEqual(Object.assign({}, ...added.map(({ tables }) => tables)))
  })

  test('opens, shows the same, and keeps every change as it is', async () => {
    const browser = testBrowser()
    await build(browser, fixture.database)
    const storage = await openIn(browser)
    expect(storage.boot).toEqual({ kind: 'ready', recovered: 1 })
    const [header] = storage.headers.get()
    const store = must(await storage.open(header!.id))
    expect(shown(store)).toBe(fixture.shown)
    const before = rowsOf(fixture, 'changes')
    const after = new Map((await raw<Change>(browser, 'changes')).map((row) => [row.id, row]))
    expect(fixture.ids).toHaveLength(before.length)
    for (const change of before) expect(after.get(change.id)).toEqual(change)
    expect(store.rubrics()).toHaveLength(1)
    expect(storage.settings.get()).toMatchObject({ theme: 'dark', textSize: 125, paper: 'a4' })
    expect(storage.copies.lastCopy(store.id)).toMatchObject({ name: 'cedar.txt' })
    expect(storage.deletedHeaders.get()).toHaveLength(1)
    const written = version >= 2 ? { own: ['own-rubric'], drafts: ['d1'] } : { own: [], drafts: [] }
    const own = must(await storage.ownRubrics.load())
    expect(own.map(({ rubric }) => rubric.id)).toEqual(written.own)
    const drafts = must(await storage.rubricDrafts.list())
    expect(drafts.map(({ id }) => id)).toEqual(written.drafts)
    must(await storage.keepRubric(aRubric({ id: 'later' }), 'file'))
    expect(await raw(browser, 'ownRubrics')).toHaveLength(written.own.length + 1)
  })

  test('gets its home list back if the cached headers are gone, or say something else', async () => {
    for (const spoil of [() => [], (rows: readonly unknown[]) => rows.map(miscounted)]) {
      const browser = testBrowser()
      const stores = fixture.database.stores.map((store) =>
        store.name === 'headers' ? { ...store, rows: spoil(store.rows) } : store,
      )
      await build(browser, { ...fixture.database, stores })
      const storage = await openIn(browser)
      expect(storage.headers.get()).toHaveLength(1)
      expect(storage.headers.get()[0]).toMatchObject({ team: 'Cedar hub', people: 2 })
      expect(storage.deletedHeaders.get()).toHaveLength(1)
    }
  })
})

test('the app as it was before refuses a newer database and leaves it as it is', async () => {
  const newer = JSON.parse(readFileSync(fileOf(KNOWN_VERSION), 'utf8')) as Fixture
  const browser = testBrowser()
  await build(browser, newer.database)
  vi.resetModules()
  vi.doMock('#storage/versions.ts', () => ({
    KNOWN_VERSION: KNOWN_VERSION - 1,
    NATIVE_STEP,
    SCHEMA_VERSIONS: SCHEMA_VERSIONS.slice(0, -1),
  }))
  const old = await import('#storage/storage.ts')
  vi.doUnmock('#storage/versions.ts')
  vi.resetModules()
  const problem = { kind: 'storageNewer', found: KNOWN_VERSION, known: KNOWN_VERSION - 1 }
  expect(await old.openStorage(browser.tab().host)).toMatchObject({ ok: false, problem })
  expect(await dump(browser)).toEqual(newer.database)
})

test('a header of a reflection that is gone is dropped', async () => {
  const browser = testBrowser()
  const fixture = JSON.parse(readFileSync(fileOf(1), 'utf8')) as Fixture
  const stores = fixture.database.stores.map((store) =>
    store.name === 'headers' ? { ...store, rows: [{ id: 'ghost', changes: 3 }] } : store,
  )
  await build(browser, { ...fixture.database, stores })
  const storage = await openIn(browser)
  expect(storage.headers.get().map(({ id }) => id)).not.toContain('ghost')
})

function rowsOf({ database }: Fixture, table: string): readonly Change[] {
  return database.stores.find(({ name }) => name === table)!.rows as readonly Change[]
}

function miscounted(row: unknown): unknown {
  return { ...(row as object), team: 'Old name', changes: 1 }
}

/** Every record with its fields, spelt in a way that later additions do not touch. */
function shown(store: ReflectionStore): string {
  const fold = foldChanges(store.changes())
  const kinds = [...new Set(store.changes().map(({ kind }) => kind))].toSorted()
  const lines = kinds.flatMap((kind) =>
    fold.records(kind).map(({ id, fields, hidden, deletedElsewhere }) => {
      const spelt = [...fields].map(([field, { heads }]) => {
        const values = heads.map(({ value }) => JSON.stringify(value)).join(' / ')
        return `${field}=${values}`
      })
      const marks = `${hidden ? ' hidden' : ''}${deletedElsewhere ? ' deleted elsewhere' : ''}`
      return `${kind} ${id}${marks}: ${spelt.join(', ')}`
    }),
  )
  return lines.join('\n')
}

/** A database with something of everything in it. */
async function aFixture(): Promise<Fixture> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const browser = testBrowser()
  const tab = browser.tab()
  const storage = await openIn(browser, tab.host)
  const other = await openIn(testBrowser())
  const store = await aTeam(storage)
  store.apply([answerEdit(PLACE, { kind: 'level', level: 'good' })])
  store.apply([answerEdit(PLACE, undefined)])
  store.apply([
    answerEdit({ ...PLACE, participantId: 'p2' }, { kind: 'setAside', reason: 'unknown' }),
  ])
  store.apply(fieldEdits('strategy', 's1', { name: 'Weekly note', credit: ['p1'], order: 1 }))
  store.apply(fieldEdits('participant', 'p3', { initials: 'Żó', name: 'זָהָב 👩‍👩‍👧', order: 3 }))
  store.apply([deleteEdit('participant', 'p3')])
  await storage.flushDrafts()
  await mergeStrange(storage, store.changes()[0]!)
  const gone = await aTeam(other)
  must(await storage.mergeIn({ changes: gone.changes(), rubrics: gone.rubrics() }))
  must(await storage.deleteReflection(gone.id))
  storage.settings.set({ theme: 'dark', textSize: 125, paper: 'a4' })
  storage.copies.noteSaved(store.id, { at: 1_795_000_000_000, changes: 9, name: 'cedar.txt' })
  must(await storage.keepRubric(aRubric({ id: 'own-rubric' }), 'editor'))
  storage.rubricDrafts.save({ id: 'd1', content: { title: 'Half a' }, from: undefined })
  await storage.rubricDrafts.flush()
  const ids = (await storage.allChanges()).map(({ id }) => id)
  store.setDraft(NAME, 'Weekly note by ma')
  await vi.advanceTimersByTimeAsync(400)
  await settle()
  const database = await dump(browser)
  tab.die()
  browser.restart()
  vi.useRealTimers()
  const next = await openIn(browser)
  return { database, shown: shown(must(await next.open(store.id))), ids }
}

/** A change of a kind from a newer version, and one that contests a field. */
async function mergeStrange(storage: Awaited<ReturnType<typeof openIn>>, like: Change) {
  const { id: _id, ...content } = like
  const strange = { ...content, device: 'elsewhere', seq: 1, supersedes: [] }
  const changes = [
    sealChange({ ...strange, v: 3, kind: 'placement', record: 'x', field: 'spot', value: [1, 2] }),
    sealChange({ ...strange, kind: 'strategy', record: 's1', field: 'how', value: 'By mail' }),
    sealChange({
      ...strange,
      kind: 'strategy',
      record: 's1',
      field: 'how',
      value: 'By phone',
      seq: 2,
    }),
  ]
  must(await storage.mergeIn({ changes, rubrics: [] }))
}
