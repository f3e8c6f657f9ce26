// What is measured: the app, and beside it two bare pages that do the same work.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const BARE_FILES = ['bare.css', 'bare.js', 'barePdf.js', 'bareStore.js', 'bareWorker.js']

const tap = (page, name) => page.locator('nav').getByText(name).first().tap()
const makesPdf = (page) => page.getByRole('button', { name: 'Make the PDF' }).last()

/** Opens the copy through the app's own screens, as a person would. */
async function seedApp(page, url, { copy }) {
  await page.goto(`${url}#/open`)
  await page.locator('input[type=file]').setInputFiles({
    name: 'bench.hubreflect.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(copy),
  })
  await page.getByRole('button', { name: 'Add to this device' }).tap({ timeout: 60_000 })
  await page.getByRole('heading', { name: 'Added to this device' }).waitFor({ timeout: 60_000 })
}

/** A bare page fills its own database when it is opened for the first time. */
async function seedBare(page, url) {
  await page.goto(url)
  await page.evaluate(() => globalThis.bench.usable)
}

function bareDir(dir, plain) {
  mkdirSync(dir, { recursive: true })
  cpSync(join(HERE, 'bare.html'), join(dir, 'index.html'))
  for (const file of BARE_FILES) cpSync(join(HERE, file), join(dir, file))
  for (const face of ['regular', 'semibold']) {
    cpSync(join(ROOT, `src/paper/fonts/source-sans-3-${face}.ttf`), join(dir, `${face}.ttf`))
  }
  writeFileSync(join(dir, 'data.json'), JSON.stringify(plain))
}

async function bundle(options) {
  // What was loaded before may have set this for development, and React would be that build.
  process.env.NODE_ENV = 'production'
  await build({
    root: HERE,
    configFile: false,
    logLevel: 'error',
    ...options,
    build: { emptyOutDir: false, ...options.build },
  })
}

/**
 * Puts the bare pages together in a folder of their own.
 * @param {string} dir the built app
 */
export async function makeSubjects(sitting, dir) {
  const folder = mkdtempSync(join(tmpdir(), 'hub-bench-'))
  const bare = join(folder, 'bare')
  const bareReact = join(folder, 'react')
  bareDir(bare, sitting.plain)
  const absent = join(ROOT, 'src/paper/absent.ts')
  await bundle({
    resolve: { alias: { html2canvas: absent, canvg: absent, dompurify: absent } },
    build: {
      outDir: bare,
      lib: { entry: join(ROOT, 'node_modules/jspdf'), formats: ['es'], fileName: () => 'jspdf.js' },
    },
  })
  await bundle({
    base: './',
    plugins: [react()],
    build: { outDir: bareReact, rolldownOptions: { input: join(HERE, 'react.html') } },
  })
  cpSync(join(bareReact, 'react.html'), join(bareReact, 'index.html'))
  cpSync(join(HERE, 'bareWorker.js'), join(bareReact, 'bareWorker.js'))
  cpSync(join(bare, 'data.json'), join(bareReact, 'data.json'))
  const rubric = `#/r/${sitting.id}/reflect/net.culture`
  return {
    folder,
    sweep: () => rmSync(folder, { recursive: true, force: true }),
    subjects: [
      {
        name: 'app',
        dir,
        form: rubric,
        seed: seedApp,
        turnTo: tap,
        turned: (id) => `[id="item-${id}"]`,
        openSummary: (page) => page.getByRole('link', { name: 'Summary', exact: true }).tap(),
        summaryShown: 'main table td bdi',
        async pdf(page) {
          await makesPdf(page).tap()
          const sheet = page.getByRole('dialog')
          await sheet.waitFor()
          // The sheet looks for letters it cannot draw; from then on the code that draws is there.
          await page.waitForLoadState('networkidle')
          return sheet.getByRole('button', { name: 'Make the PDF' })
        },
      },
      {
        name: 'bare',
        dir: bare,
        form: '',
        seed: seedBare,
        turnTo: tap,
        turned: (id) => `[id="item-${id}"]`,
        openSummary: (page) => tap(page, 'Summary'),
        summaryShown: 'main table td bdi',
        async pdf(page) {
          await page.evaluate(async () => (await import('./barePdf.js')).prepare())
          return page.locator('#pdf')
        },
      },
      {
        name: 'bare React',
        dir: bareReact,
        form: '',
        seed: seedBare,
        turnTo: tap,
        turned: (id) => `[id="item-${id}"]`,
      },
    ],
  }
}
