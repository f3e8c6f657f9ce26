// The headers every answer of the app's server carries. docs/hosting/ has the same for other servers
// (a guard test holds them equal), and the build puts the policy into index.html as well.

const POLICY = [
  ["default-src 'none'"],
  ["script-src 'self'"],
  ["style-src 'self'"],
  ["img-src 'self' data: blob:"],
  ["font-src 'self'"],
  ["connect-src 'self'"],
  ["manifest-src 'self'"],
  ["worker-src 'self'"],
  ["media-src 'self' blob:"],
  ["form-action 'none'"],
  ["base-uri 'none'"],
  ["frame-ancestors 'none'", 'header only'],
  ["object-src 'none'"],
  ["require-trusted-types-for 'script'"],
  ['trusted-types sw-url'],
]

/** The policy for a `<meta>`: what it may not say there is left out. */
export const META_POLICY = POLICY.filter(([, only]) => only === undefined)
  .map(([rule]) => rule)
  .join('; ')

export const HEADERS = {
  'Content-Security-Policy': POLICY.map(([rule]) => rule).join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'Permissions-Policy':
    'camera=(self), microphone=(), geolocation=(), payment=(), usb=(), serial=(), browsing-topics=()',
}

/** Files under `assets/` carry the hash of their content in their name; all others are asked for anew. */
export const KEEP_FOR_EVER = 'public, max-age=31536000, immutable'
export const ASK_AGAIN = 'no-cache'
