import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serve } from '../../scripts/serve.mjs'

const SCRIPT = 'console.log("a long enough script to be worth packing")\n'.repeat(40)
let dir = ''
let server: Awaited<ReturnType<typeof serve>>

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'hub-serve-'))
  mkdirSync(join(dir, 'assets'))
  writeFileSync(join(dir, 'index.html'), '<!doctype html><title>here</title>')
  writeFileSync(join(dir, 'assets/a-12345678.js'), SCRIPT)
  writeFileSync(join(dir, 'assets/b-12345678.woff2'), SCRIPT)
  server = await serve({ dir, port: 0, base: '/x/y/' })
})
afterAll(async () => {
  await server.stop()
  rmSync(dir, { recursive: true })
})

interface Answer {
  readonly status: number | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Asks as bare as can be: no redirects followed, nothing unpacked, no path tidied up. */
function ask(
  path: string,
  { method = 'GET', headers = {}, port = server.port } = {},
): Promise<Answer> {
  return new Promise((done, failed) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        done({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(parts),
        }),
      )
    })
    asked.on('error', failed)
    asked.end()
  })
}

test('the app stands at its base path; without the last slash people are led there', async () => {
  expect((await ask('/x/y/')).body.toString()).toContain('here')
  expect((await ask('/x/y/?a=b')).status).toBe(200)
  expect(await ask('/x/y')).toMatchObject({ status: 308, headers: { location: '/x/y/' } })
  expect((await ask('/')).status).toBe(404)
})

test('only files of the app are handed out, however the path is written', async () => {
  for (const path of [
    '/x/y/../../etc/passwd',
    '/x/y/%2e%2e/%2e%2e/etc/passwd',
    '/x/y//etc/passwd',
    '//',
    '//x/y/',
    '/x/y/assets',
    '/x/y/assets/',
    '/x/y/assets/a-00000000.js',
    '/x/y/__proto__',
  ]) {
    expect((await ask(path)).status, path).toBe(404)
  }
  expect((await ask('/x/y/', { method: 'POST' })).status).toBe(405)
})

test('what a browser has already is not sent again', async () => {
  const { headers } = await ask('/x/y/')
  const again = await ask('/x/y/', { headers: { 'If-None-Match': headers.etag ?? '' } })
  expect(again.status).toBe(304)
  expect(again.body.length).toBe(0)
  expect(again.headers['content-security-policy']).toContain("default-src 'none'")
})

test('text is packed as the browser can unpack it; fonts and pictures are packed already', async () => {
  const packed = async (encoding: string) =>
    (await ask('/x/y/assets/a-12345678.js', { headers: { 'Accept-Encoding': encoding } })).headers[
      'content-encoding'
    ]
  expect(await packed('gzip, deflate, br')).toBe('br')
  expect(await packed('gzip')).toBe('gzip')
  expect(await packed('identity')).toBeUndefined()
  const font = await ask('/x/y/assets/b-12345678.woff2', { headers: { 'Accept-Encoding': 'br' } })
  expect(font.headers['content-encoding']).toBeUndefined()
  expect(font.body.toString()).toBe(SCRIPT)
})

test('asking for the headers alone sends no body', async () => {
  const { status, headers, body } = await ask('/x/y/', { method: 'HEAD' })
  expect(status).toBe(200)
  expect(Number(headers['content-length'])).toBeGreaterThan(0)
  expect(body.length).toBe(0)
})

test('who comes by another name of this computer is led to the one address', async () => {
  const strict = await serve({ dir, port: 0, canonical: true })
  const answer = await ask('/?a=b', {
    port: strict.port,
    headers: { Host: `127.0.0.1:${strict.port}` },
  })
  const own = await ask('/', { port: strict.port, headers: { Host: `localhost:${strict.port}` } })
  await strict.stop()
  expect(answer.status).toBe(308)
  expect(answer.headers.location).toBe(`http://localhost:${strict.port}/?a=b`)
  expect(own.status).toBe(200)
})
