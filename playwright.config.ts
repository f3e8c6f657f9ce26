import { defineConfig } from '@playwright/test'
import { chooseBrowser } from './scripts/browser.mjs'
import { setup } from './scripts/pdfTools.mjs'

// Workers read this file again; what the first reading found reaches them by the environment.
if (!process.env['HUB_BROWSER']) setup()
const executablePath = await chooseBrowser()

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  // A busy machine shows late what it shows; nothing is asserted by the clock.
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: {
      executablePath,
      // Nothing but this computer exists: a request that leaves it fails, and its test with it.
      args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost'],
    },
    viewport: { width: 1180, height: 820 },
    serviceWorkers: 'allow',
    // A trace costs a quarter of the time; `npx playwright test <file> --trace on` makes one.
    trace: 'off',
  },
})
