// Writes the header files for other servers in docs/hosting/ from scripts/headers.mjs.
//
//   node scripts/hosting.mjs     (they are committed; a guard test holds them equal)
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ASK_AGAIN, HEADERS, KEEP_FOR_EVER } from './headers.mjs'

const entries = Object.entries(HEADERS)

const nginx = `# Hub Reflect behind nginx. Put the built app (dist/) into the folder named by "root".
# For a sub-path, use the same blocks under "location /x/y/" with "alias".
server {
  listen 443 ssl;
  server_name reflect.example.org;
  root /srv/hub-reflect;
  index index.html;
  gzip on;
  gzip_types text/css text/javascript application/javascript application/json application/manifest+json image/svg+xml font/ttf;
  types {
    application/manifest+json webmanifest;
    text/javascript js;
    text/html html;
    text/css css;
    application/json json;
    image/svg+xml svg;
    image/png png;
    font/woff2 woff2;
    font/ttf ttf;
    text/plain txt;
  }

  # A header set here is lost as soon as a location sets one of its own: that is why both repeat them.
  location /assets/ {
    try_files $uri =404;
    add_header Cache-Control "${KEEP_FOR_EVER}" always;
${entries.map(([name, value]) => `    add_header ${name} "${value}" always;`).join('\n')}
  }

  location / {
    # Never answer a missing file with index.html: the worker would keep a page in place of a script.
    try_files $uri $uri/index.html =404;
    add_header Cache-Control "${ASK_AGAIN}" always;
${entries.map(([name, value]) => `    add_header ${name} "${value}" always;`).join('\n')}
  }
}
`

const netlify = `# Hub Reflect on Netlify, Cloudflare Pages and hosts that read the same file: put it into dist/ as "_headers".
/*
  Cache-Control: ${ASK_AGAIN}
${entries.map(([name, value]) => `  ${name}: ${value}`).join('\n')}

/assets/*
  ! Cache-Control
  Cache-Control: ${KEEP_FOR_EVER}
`

const xml = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

const iis = `<?xml version="1.0" encoding="utf-8"?>
<!-- Hub Reflect on IIS: put this file into dist/ as "web.config". -->
<configuration>
  <system.webServer>
    <staticContent>
      <remove fileExtension=".webmanifest" />
      <mimeMap fileExtension=".webmanifest" mimeType="application/manifest+json" />
      <remove fileExtension=".woff2" />
      <mimeMap fileExtension=".woff2" mimeType="font/woff2" />
      <clientCache cacheControlMode="DisableCache" />
    </staticContent>
    <urlCompression doStaticCompression="true" />
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
${entries.map(([name, value]) => `        <add name="${name}" value="${xml(value)}" />`).join('\n')}
      </customHeaders>
    </httpProtocol>
  </system.webServer>
  <location path="assets">
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" cacheControlCustom="public, immutable" />
      </staticContent>
    </system.webServer>
  </location>
</configuration>
`

/** File name in docs/hosting/ → what must stand in it. */
export const HOSTING_FILES = { 'nginx.conf': nginx, _headers: netlify, 'web.config': iis }

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of Object.entries(HOSTING_FILES)) {
    writeFileSync(new URL(`../docs/hosting/${name}`, import.meta.url), text)
  }
}
