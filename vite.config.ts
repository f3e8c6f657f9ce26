import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { checkRubrics } from './scripts/plugins/checkRubrics.ts'
import { metaPolicy } from './scripts/plugins/metaPolicy.ts'
import { rubricHeaders } from './scripts/plugins/rubricHeaders.ts'
import { serviceWorker } from './scripts/plugins/serviceWorker.ts'
import { appBuilt, appVersion } from './scripts/plugins/version.ts'

const absent = fileURLToPath(new URL('./src/paper/absent.ts', import.meta.url))

export default defineConfig({
  plugins: [react(), checkRubrics(), rubricHeaders(), metaPolicy(), serviceWorker()],
  // Relative, so that one build works at "/" and under any sub-path.
  base: './',
  define: {
    __APP_VERSION__: JSON.stringify(appVersion()),
    __APP_BUILT__: JSON.stringify(appBuilt()),
  },
  resolve: {
    // jsPDF's optional renderers: hundreds of kilobytes that would be precached and never run.
    alias: { html2canvas: absent, canvg: absent, dompurify: absent },
  },
  build: {
    target: 'baseline-widely-available',
    // A policy without "data:" for scripts and fonts wants files; files are what the worker keeps.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The drawing of paper is one large chunk, read on demand; scripts/check-size.mjs weighs everything.
    chunkSizeWarningLimit: 600,
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
  test: {
    // Nothing is asserted by the clock: this only ends what hangs, on a busy machine too.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          globalSetup: 'scripts/pdfTools.mjs',
          include: [
            'tests/{core,rubrics,paper,exchange,storage,platform,guards,messages,app}/**/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['tests/{features,parts,ui,pwa}/**/*.test.tsx'],
        },
      },
    ],
  },
})
