import { test as base, type BrowserContext, type Page } from '@playwright/test'
import { serve } from '../../../scripts/serve.mjs'

export { expect } from '@playwright/test'
export type { BrowserContext, Page } from '@playwright/test'

/** The folder of the build under test. */
export const BUILT = process.env['HUB_DIST'] ?? 'dist'

/** One server of one test, on an address of its own. */
export interface AppServer {
  /** Where the app is, base path included, with a slash at the end. */
  readonly url: string
  /** The address of a route: `at('/device')`. */
  at(route: string): string
  /** Cuts the wire: every request fails from now on. */
  stop(): Promise<void>
  /** Serves again on the same address. */
  start(): Promise<void>
  /** Puts another build in place, as a deployment would. */
  deploy(dir: string): void
  readonly wasStopped: boolean
}

/** Serves a build on a free port of this computer. */
export async function startServer({ dir = BUILT, base = '/' } = {}): Promise<AppServer> {
  let current = dir
  let server = await serve({ dir, port: 0, base })
  const { port, url } = server
  let isUp = true
  let wasStopped = false
  return {
    url,
    at: (route) => `${url}#${route}`,
    async stop() {
      if (!isUp) return
      isUp = false
      wasStopped = true
      await server.stop()
    },
    async start() {
      if (isUp) return
      server = await serve({ dir: current, port, base })
      isUp = true
    },
    deploy(next) {
      current = next
      server.deploy(next)
    },
    get wasStopped() {
      return wasStopped
    },
  }
}

/** What no page of ours may ever do. Each entry is a sentence. */
export interface Watch {
  readonly faults: readonly string[]
}

/** A browser tells every request that finds no server; that is what an offline test wants. */
const NO_NETWORK = /net::ERR_|fetching the script|Failed to fetch|Failed to update a ServiceWorker/

/**
 * Watches a context for errors in the console or the page, violations of the content security
 * policy, and requests that leave the app's origin. For contexts that a test makes by itself.
 */
export function watch(context: BrowserContext, app: AppServer): Watch {
  const faults: string[] = []
  const { origin } = new URL(app.url)
  const look = (page: Page) => {
    page.on('pageerror', (error) => faults.push(`page error: ${error.stack ?? error.message}`))
    page.on('crash', () => faults.push('the page crashed'))
  }
  context.pages().forEach(look)
  context.on('page', look)
  context.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    if (app.wasStopped && NO_NETWORK.test(message.text())) return
    faults.push(`console ${message.type()}: ${message.text()} (${message.location().url})`)
  })
  context.on('request', (request) => {
    const asked = new URL(request.url())
    if (asked.protocol.startsWith('http') && asked.origin !== origin) {
      faults.push(`a request left the origin: ${request.url()}`)
    }
  })
  return { faults }
}

/** Reports violations of the policy that a browser does not print. */
async function reportViolations(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy violated: ${event.violatedDirective} by ${event.blockedURI}`)
    })
  })
}

interface Fixtures {
  /** The server of this test. */
  app: AppServer
  /** What the watch allows in this test: the faults it provokes on purpose. */
  allowed: readonly RegExp[]
  /** The path the app lives under. */
  basePath: string
  /** Fails the test if a page did what none may do. */
  watched: Watch
}

export const test = base.extend<Fixtures>({
  basePath: ['/', { option: true }],
  allowed: [[], { option: true }],
  app: async ({ basePath }, provide) => {
    const server = await startServer({ base: basePath })
    await provide(server)
    await server.stop()
  },
  watched: [
    async ({ context, app, allowed }, provide) => {
      await reportViolations(context)
      const { faults } = watch(context, app)
      await provide({ faults })
      const serious = faults.filter((fault) => !allowed.some((pattern) => pattern.test(fault)))
      if (serious.length > 0) throw new Error(`No page may do this:\n${serious.join('\n')}`)
    },
    { auto: true },
  ],
})
