import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build, type Plugin } from 'vite'
import { getManifest } from 'workbox-build'

const WORKER = 'service-worker.js'
const HASHED = /^assets\/.*-[\w-]{8}\.\w+$/

interface Entry {
  url: string
  revision: string | null
  integrity: string
}

/**
 * Every file of the build with what names its content. The hash makes an install fail rather than
 * keep a file of another build, and lets the worker repair a hole in its cache by itself.
 */
async function filesToKeep(dir: string): Promise<Entry[]> {
  const { manifestEntries, warnings } = await getManifest({
    globDirectory: dir,
    globPatterns: ['**/*'],
    globIgnores: [WORKER, '**/*.map', '.vite/**'],
    dontCacheBustURLsMatching: HASHED,
    maximumFileSizeToCacheInBytes: 8_000_000,
  })
  if (warnings.length > 0) throw new Error(warnings.join('\n'))
  return Promise.all(
    manifestEntries.map(async ({ url, revision }) => {
      const hash = createHash('sha256').update(await readFile(join(dir, url)))
      return { url, revision, integrity: `sha256-${hash.digest('base64')}` }
    }),
  )
}

/** Builds the worker after the app, with the list of the app's files inside. */
export function serviceWorker(): Plugin {
  let dir = ''
  return {
    name: 'hub-service-worker',
    apply: 'build',
    configResolved({ root, build: { outDir } }) {
      dir = resolve(root, outDir)
    },
    writeBundle: {
      sequential: true,
      order: 'post',
      async handler() {
        const files = await filesToKeep(dir)
        await build({
          configFile: false,
          publicDir: false,
          logLevel: 'warn',
          define: { __PRECACHE__: JSON.stringify(files) },
          build: {
            outDir: dir,
            emptyOutDir: false,
            target: 'baseline-widely-available',
            rolldownOptions: {
              checks: { bundlerTimings: false },
              input: 'src/pwa/service-worker.ts',
              output: { format: 'iife', entryFileNames: WORKER },
            },
          },
        })
      },
    },
  }
}
