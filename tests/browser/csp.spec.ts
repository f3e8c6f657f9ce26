import { expect, startServer, test, watch } from './support/app.ts'
import { untilOffline } from './support/pwa.ts'
import { expectPage, ROUTES } from './support/routes.ts'

test('every route runs under the strict policy and asks nobody else', async ({ page, app }) => {
  // The watch of every test reports violations, errors and foreign requests.
  for (const route of ROUTES) {
    await page.goto(app.at(route))
    await expectPage(page)
  }
  await untilOffline(page)
})

test('every answer carries the policy and the other headers', async ({ request, app }) => {
  for (const path of ['', 'index.html', 'service-worker.js', 'manifest.webmanifest', 'nothing']) {
    const headers = (await request.get(app.url + path)).headers()
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    expect(headers['permissions-policy']).toContain('microphone=()')
    expect(headers['cache-control']).toBe('no-cache')
  }
})

test('a missing file is missing, never a page', async ({ request, app }) => {
  for (const path of [
    'assets/index-00000000.js',
    'nothing',
    '../package.json',
    '%2e%2e/package.json',
  ]) {
    expect((await request.get(app.url + path)).status()).toBe(404)
  }
})

test('files with a hash in their name are kept for ever and sent packed', async ({
  page,
  app,
  request,
}) => {
  await page.goto(app.url)
  const script = await page.locator('script[src]').getAttribute('src')
  const headers = (await request.get(new URL(script ?? '', app.url).href)).headers()
  expect(headers['cache-control']).toContain('immutable')
  expect(headers['content-encoding']).toBe('br')
})

test.describe('without headers, the policy in the page holds', () => {
  test.use({ allowed: [/Refused to|violates|policy violated|requires 'TrustedScript'/] })

  test('an inline script and a foreign request are refused', async ({ page, app }) => {
    await page.route('**/*', async (route) => {
      const response = await route.fetch()
      const { 'content-security-policy': _, ...headers } = response.headers()
      await route.fulfill({ response, headers })
    })
    await page.goto(app.at('/about'))
    await expectPage(page)
    const ran = await page.evaluate(() => {
      const script = document.createElement('script')
      let refused = false
      try {
        script.textContent = 'window.ranInline = true'
        document.head.append(script)
      } catch {
        refused = true
      }
      return { refused, ran: 'ranInline' in window }
    })
    expect(ran.ran).toBe(false)
    await expect(page.evaluate(() => fetch('https://example.org/'))).rejects.toThrow()
  })
})

test.describe('the watch over every test', () => {
  test('sees an error, a warning, a violation and a request to elsewhere', async ({ browser }) => {
    const app = await startServer()
    const context = await browser.newContext()
    const seen = watch(context, app)
    const page = await context.newPage()
    await page.goto(app.at('/about'))
    await page.evaluate(() => {
      console.error('planted error')
      console.warn('planted warning')
      const image = new Image()
      image.src = 'https://example.org/planted.png'
      setTimeout(() => {
        throw new Error('planted throw')
      })
    })
    const all = () => seen.faults.join('\n')
    await expect.poll(all).toMatch(/planted error/)
    await expect.poll(all).toMatch(/planted warning/)
    await expect.poll(all).toMatch(/planted throw/)
    await expect.poll(all).toMatch(/img-src/)
    await context.close()
    await app.stop()
  })
})
