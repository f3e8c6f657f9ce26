// Serves the built app on one fixed address.
//
//   node scripts/serve.mjs [--dir dist] [--port 4173] [--base /]
//
// The port is fixed because what people enter is stored per address, port included: on another port
// their reflections would seem to be gone.
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { readdirSync, readFileSync, realpathSync } from 'node:fs'
import { extname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { ASK_AGAIN, HEADERS, KEEP_FOR_EVER } from './headers.mjs'

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
}
const COMPRESSED_ALREADY = new Set(['.png', '.woff2', '.ico'])
const PACKERS = [
  [
    'br',
    (bytes) =>
      promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  ],
  ['gzip', (bytes) => promisify(gzip)(bytes)],
]

/**
 * Reads a built app into memory: what is served cannot change under a page that is open.
 * @returns path below the base, for example `assets/index-abc.js` → file
 */
export function readSite(dir) {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true })
  const site = new Map()
  for (const entry of names) {
    if (!entry.isFile()) continue
    const full = join(entry.parentPath, entry.name)
    const bytes = readFileSync(full)
    const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
    site.set(relative(dir, full).split(sep).join('/'), { bytes, hash, packed: new Map() })
  }
  if (!site.has('index.html')) throw new Error(`There is no index.html in ${dir}`)
  return site
}

function packerFor(name, accepted) {
  if (COMPRESSED_ALREADY.has(extname(name))) return undefined
  return PACKERS.find(([encoding]) => new RegExp(`\\b${encoding}\\b`).test(accepted))
}

function sendText(response, status, text, headers = {}) {
  response.writeHead(status, {
    ...HEADERS,
    'Cache-Control': ASK_AGAIN,
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  })
  response.end(text)
}

async function sendFile(request, response, name, file) {
  const packer = packerFor(name, request.headers['accept-encoding'] ?? '')
  const [encoding, pack] = packer ?? []
  const etag = `"${file.hash}${encoding === undefined ? '' : `-${encoding}`}"`
  const headers = {
    ...HEADERS,
    'Cache-Control': name.startsWith('assets/') ? KEEP_FOR_EVER : ASK_AGAIN,
    ETag: etag,
    Vary: 'Accept-Encoding',
  }
  if ((request.headers['if-none-match'] ?? '').includes(etag)) {
    response.writeHead(304, headers).end()
    return
  }
  if (pack && !file.packed.has(encoding)) file.packed.set(encoding, await pack(file.bytes))
  const body = file.packed.get(encoding) ?? file.bytes
  response.writeHead(200, {
    ...headers,
    'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream',
    'Content-Length': body.length,
    ...(encoding === undefined ? {} : { 'Content-Encoding': encoding }),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

/**
 * Answers one request. `getSite` is asked each time, so that tests can deploy another build.
 * Paths outside of `base`, and whatever is not a file of the site, are 404: a missing script must
 * never be answered with a page, a worker would cache it.
 */
function answer({ getSite, base, getHost }) {
  return async (request, response) => {
    const host = getHost()
    const { pathname, search } = new URL(`http://localhost${request.url}`)
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return sendText(response, 405, 'This server only hands out files.\n', { Allow: 'GET, HEAD' })
    }
    if (host !== undefined && request.headers.host !== host) {
      return sendText(response, 308, '', { Location: `http://${host}${pathname}${search}` })
    }
    if (`${pathname}/` === base) return sendText(response, 308, '', { Location: base + search })
    const name = pathname.startsWith(base) ? pathname.slice(base.length) || 'index.html' : ''
    const file = getSite().get(name)
    if (file === undefined) return sendText(response, 404, 'There is nothing at this address.\n')
    return sendFile(request, response, name, file)
  }
}

function listen(handler, { port, address }) {
  const server = createServer((request, response) => {
    handler(request, response).catch((error) => {
      if (!response.headersSent) sendText(response, 500, 'The server failed.\n')
      process.stderr.write(`${error.stack}\n`)
    })
  })
  return new Promise((done, failed) => {
    server.once('error', failed)
    server.listen(port, address, () => done(server))
  })
}

/**
 * Serves a site on this computer only.
 * @param options.dir folder of the built app
 * @param options.port 0 takes any free one
 * @param options.base path the app lives under, with a slash at both ends
 * @param options.canonical send visitors of other names (127.0.0.1) to localhost, whose storage is the one that counts
 */
export async function serve({ dir, port, base = '/', canonical = false }) {
  let site = readSite(dir)
  let host
  const handler = answer({ getSite: () => site, base, getHost: () => host })
  const first = await listen(handler, { port, address: '127.0.0.1' })
  const chosen = first.address().port
  if (canonical) host = `localhost:${chosen}`
  const servers = [first]
  try {
    servers.push(await listen(handler, { port: chosen, address: '::1' }))
  } catch (error) {
    // A computer without IPv6 is fine; another program on our port is not.
    if (error.code === 'EADDRINUSE') {
      first.close()
      throw error
    }
  }
  return {
    port: chosen,
    url: `http://localhost:${chosen}${base}`,
    deploy(nextDir) {
      site = readSite(nextDir)
    },
    async stop() {
      await Promise.all(
        servers.map((server) => {
          server.closeAllConnections()
          return new Promise((done) => server.close(done))
        }),
      )
    },
  }
}

function refusal(error, { dir, port }) {
  if (error.code === 'EADDRINUSE') {
    return [
      `Port ${port} is taken by another program.`,
      `If Hub Reflect is already running, open http://localhost:${port} - otherwise stop that program and try again.`,
      'We keep to this one port because a browser stores reflections per address, port included.',
    ].join('\n')
  }
  if (error.code === 'ENOENT' || /no index\.html/.test(error.message)) {
    return `There is no built app in "${dir}". Run "npm run build" first, or "npm start", which does both.`
  }
  return `The server could not start: ${error.message}`
}

async function main() {
  const { values } = parseArgs({
    options: {
      dir: { type: 'string', default: 'dist' },
      port: { type: 'string', default: '4173' },
      base: { type: 'string', default: '/' },
    },
  })
  const options = { dir: resolve(values.dir), port: Number(values.port), base: values.base }
  try {
    const server = await serve({ ...options, canonical: true })
    process.stdout.write(`Hub Reflect is ready: ${server.url}\n`)
  } catch (error) {
    process.stderr.write(`${refusal(error, { dir: values.dir, port: values.port })}\n`)
    process.exit(1)
  }
}

const started = process.argv[1] && realpathSync(process.argv[1])
if (started === fileURLToPath(import.meta.url)) await main()
