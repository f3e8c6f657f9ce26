import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { en } from '#messages/en.ts'
import { expect, test, type AppServer, type Page } from './support/app.ts'
import { newProfile } from './support/killable.ts'
import { rawChanges } from './support/rawChanges.ts'
import { aSitting, box, expectMarks, openSitting, row, untilSaved } from './support/sitting.ts'

// The worker fetches the whole app at the first visit; none of these tests is about that.
test.use({ serviceWorkers: 'block', allowed: [/registration blocked by Playwright|favicon/] })

const { problems, app: words } = en

async function mark(page: Page, number: string, level: number): Promise<void> {
  await row(page, number).locator(`label[data-level="${level}"]`).click()
}

/**
 * Lets this site store three megabytes, to be said before it stores anything: Chromium looks at the
 * quota again only when what it last saw is used up.
 * @returns a function that lets it store more
 */
async function limitQuota(page: Page, app: AppServer): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page)
  const { origin } = new URL(app.url)
  const set = (quotaSize: number) =>
    session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize })
  await set(3_000_000)
  return async () => {
    await set(500_000_000)
  }
}

/** Fills this site's share of the disk to the brim with noise, which cannot be packed. */
async function fillDisk(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('filler')
      request.onupgradeneeded = () => void request.result.createObjectStore('noise')
      request.onsuccess = () => resolve(request.result)
    })
    for (let size = 262_144, key = 0; size >= 512; key += 1) {
      const noise = new Uint8Array(size)
      for (let at = 0; at < size; at += 65_536) {
        crypto.getRandomValues(noise.subarray(at, at + 65_536))
      }
      const isKept = await new Promise<boolean>((resolve) => {
        const transaction = database.transaction('noise', 'readwrite')
        transaction.objectStore('noise').put(noise, key)
        transaction.oncomplete = () => resolve(true)
        transaction.onabort = () => resolve(false)
      })
      if (!isKept) size /= 2
    }
    database.close()
  })
}

test('a full disk is said in words, nothing is lost, and saving goes on once there is room', async ({
  page,
  app,
}) => {
  const makeRoom = await limitQuota(page, app)
  await openSitting(page, app, aSitting())
  await mark(page, '1.1a', 2)
  await untilSaved(page)
  await fillDisk(page)
  // A long text, so that the last free corner does not take it.
  await mark(page, '1.1b', 4)
  await row(page, '1.1b')
    .getByRole('button', { name: /strategy/ })
    .click()
  const long = 'Nine of ten teams wrote back. '.repeat(1500)
  await page.getByLabel('What we do').fill(long)
  await page.getByLabel('What we do').blur()
  await expect(page.getByText(problems.storageFull.title)).toBeVisible()
  await expect(page.locator('header [data-state="unsaved"]')).toBeVisible()
  await expect(page.getByLabel('What we do')).toHaveValue(long)
  const texts = async () =>
    (await rawChanges(page)).filter(({ field }) => field === 'how').map(({ value }) => value)
  expect(await texts()).toEqual([])

  await makeRoom()
  await page.getByRole('button', { name: 'Try again' }).click()
  await untilSaved(page)
  await expect(page.getByText(problems.storageFull.title)).toHaveCount(0)
  expect(await texts()).toEqual([long])
})

test('what did not fit on the disk is still there when the page is loaded again', async ({
  page,
  app,
}) => {
  const makeRoom = await limitQuota(page, app)
  await openSitting(page, app, aSitting())
  await fillDisk(page)
  const long = 'Members say they read it. '.repeat(400)
  await mark(page, '1.1a', 4)
  await row(page, '1.1a')
    .getByRole('button', { name: /strategy/ })
    .click()
  await page.getByLabel('What we do').fill(long)
  await page.getByLabel('What we do').blur()
  await expect(page.locator('header [data-state="unsaved"]')).toBeVisible()
  await makeRoom()
  await page.reload()
  await untilSaved(page)
  await expectMarks(page, '1.1a', ['', '', '', 'SB'])
  const texts = (await rawChanges(page)).filter(({ field }) => field === 'how')
  expect(texts.map(({ value }) => value)).toEqual([long])
})

test('site data cleared under an open page is noticed, and what is open can be stored again', async ({
  page,
  app,
}) => {
  await openSitting(page, app, aSitting())
  await mark(page, '1.1a', 2)
  await untilSaved(page)
  const before = await rawChanges(page)
  const session = await page.context().newCDPSession(page)
  const { origin } = new URL(app.url)
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
  await expect(page.getByText(problems.storageLost.title)).toBeVisible()
  await mark(page, '1.1b', 3)
  await expect(page.locator('header [data-state="unsaved"]')).toBeVisible()

  await page.getByRole('button', { name: 'Try again' }).click()
  await untilSaved(page)
  const after = await rawChanges(page)
  expect(after.length).toBe(before.length + 1)
  await page.reload()
  await expectMarks(page, '1.1a', ['', 'SB', '', ''])
})

test('after site data was cleared under it, loading the page again is no first visit', async ({
  page,
  app,
}) => {
  await openSitting(page, app, aSitting())
  await mark(page, '1.1a', 2)
  await untilSaved(page)
  const session = await page.context().newCDPSession(page)
  const { origin } = new URL(app.url)
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
  await expect(page.getByText(problems.storageLost.title)).toBeVisible()
  await page.goto(app.at('/'))
  await page.reload()
  await expect(page.getByRole('heading', { name: words.lostTitle })).toBeVisible()
  await page.getByRole('button', { name: words.lostContinue }).click()
  await expect(page.getByRole('heading', { name: en.home.title })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: en.home.title })).toBeVisible()
})

for (const [what, damage] of [
  ['is gone from the disk', removeDatabase],
  ['is damaged on the disk', damageDatabase],
] as const) {
  test(`a database that ${what} leads to recovery, not to a welcome`, async ({
    app,
    launchOptions,
  }) => {
    const profile = newProfile()
    const open = async () => {
      const context = await chromium.launchPersistentContext(profile.path, {
        ...launchOptions,
        serviceWorkers: 'block',
      })
      return { context, page: context.pages()[0] ?? (await context.newPage()) }
    }
    try {
      const first = await open()
      await openSitting(first.page, app, aSitting())
      await mark(first.page, '1.1a', 2)
      await untilSaved(first.page)
      // localStorage reaches the disk some seconds later, or when the browser ends in peace.
      await first.context.close()
      damage(profile.path)
      const second = await open()
      await second.page.goto(app.at('/'))
      await expect(second.page.getByRole('heading', { name: words.lostTitle })).toBeVisible()
      await expect(second.page.getByRole('link', { name: words.openFile })).toBeVisible()
      await second.context.close()
    } finally {
      profile.remove()
    }
  })
}

function removeDatabase(profile: string): void {
  for (const folder of databaseFolders(profile)) rmSync(folder, { recursive: true, force: true })
}

/** Overwrites every file of the database: a disk that forgot what it held. */
function damageDatabase(profile: string): void {
  for (const folder of databaseFolders(profile)) {
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), 'x'.repeat(4096))
  }
}

function databaseFolders(profile: string): readonly string[] {
  const folder = join(profile, 'Default', 'IndexedDB')
  const found = readdirSync(folder).filter((name) => name.includes('localhost'))
  if (found.length === 0) throw new Error(`There is no database in ${folder}`)
  return found.map((name) => join(folder, name))
}

test.describe('when the browser', () => {
  test('stores nothing, one can work, and is told to save a copy', async ({ page, app }) => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError')
      }
    })
    await page.goto(app.at('/'))
    await expect(
      page.getByRole('heading', { name: problems.storageUnavailable.title }),
    ).toBeVisible()
    await page.getByRole('button', { name: words.memoryGoOn }).click()
    await openSittingHere(page, app)
    await mark(page, '1.1a', 2)
    await expectMarks(page, '1.1a', ['', 'SB', '', ''])
    await expect(page.locator('header [data-state="saved"]')).toHaveCount(0)
  })

  test('does not answer, that is said after four seconds', async ({ page, app }) => {
    await page.addInitScript(() => {
      // Safe: nobody looks at more of a request that is never answered.
      IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest
    })
    await page.goto(app.at('/'))
    await expect(page.getByRole('heading', { name: problems.storageSilent.title })).toBeVisible()
  })

  test('has a database of a newer version, that is left alone', async ({ page, app }) => {
    await page.goto(`${app.url}icon.svg`)
    await page.evaluate(async () => {
      const request = indexedDB.open('hub-reflect', 90)
      request.onupgradeneeded = () => void request.result.createObjectStore('from the future')
      await new Promise((resolve) => {
        request.onsuccess = resolve
      })
      request.result.close()
    })
    await page.goto(app.at('/'))
    await expect(page.getByRole('heading', { name: problems.storageNewer.title })).toBeVisible()
    const stores = await page.evaluate(async () => {
      const request = indexedDB.open('hub-reflect')
      await new Promise((resolve) => {
        request.onsuccess = resolve
      })
      const { version, objectStoreNames } = request.result
      return [version, ...objectStoreNames]
    })
    expect(stores).toEqual([90, 'from the future'])
  })
})

/** Brings a sitting in without loading the page anew, which would end what only memory holds. */
async function openSittingHere(page: Page, app: AppServer): Promise<void> {
  await expect(page.getByRole('heading', { name: en.home.title })).toBeVisible()
  await openSitting(page, app, aSitting())
  await expect(box(page, '1.1a', 1)).toBeVisible()
}
