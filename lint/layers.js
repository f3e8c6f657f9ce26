// The walls of the house as data, and the two lint rules that keep them: who may import whom, and
// which package belongs to which room. docs/architecture.md says the same in words.

const DOMAIN = ['core', 'storage', 'paper', 'exchange', 'rubrics', 'ui', 'messages', 'platform']

/** Room → the rooms it may import. Each folder of `features` is a room of its own kind. */
export const DOORS = {
  core: [],
  platform: [],
  ui: [],
  messages: ['core'],
  rubrics: ['core'],
  storage: ['core', 'rubrics', 'platform'],
  paper: ['core'],
  exchange: ['core', 'platform'],
  pwa: ['messages', 'ui', 'platform'],
  parts: DOMAIN,
  features: [...DOMAIN, 'parts'],
  app: [...DOMAIN, 'pwa', 'parts', 'features'],
  // The files that lie in no room: main.tsx.
  src: ['app', 'ui', 'core'],
}

/** Doors for types alone. */
export const TYPE_DOORS = { paper: ['messages'], pwa: ['core'] }

/** Rooms that load on demand: from outside, their values come by `import()`, so that the start stays light. */
export const LAZY = ['paper']

/** Package → the rooms or files that may import it. A name covers its sub-paths. */
export const PACKAGES = {
  valibot: ['core', 'parts', 'features'],
  '@noble/hashes': ['core'],
  '@valibot/to-json-schema': ['core/rubricSchemaFile.ts'],
  dexie: ['storage'],
  jspdf: ['paper/draw.ts', 'paper/measure.ts'],
  'workbox-window': ['pwa/register.ts'],
  'workbox-precaching': ['pwa/service-worker.ts'],
  'workbox-routing': ['pwa/service-worker.ts'],
  'react-hook-form': ['parts', 'features'],
  '@hookform/resolvers': ['parts', 'features'],
  wouter: ['app', 'features'],
  react: ['main.tsx', 'ui', 'storage', 'messages', 'pwa', 'parts', 'features', 'app'],
  'react-dom': ['main.tsx', 'app', 'ui', 'parts', 'features'],
}

const WRITTEN_EXTENSION = /\.(tsx?|json|css|svg|woff2|ttf)(\?\w+)?$/

/** `…/src/features/reflect/ItemRow.tsx` → { file, room, feature, nested }; undefined outside of `src`. */
function placeOf(filename) {
  const path = filename.replaceAll('\\', '/')
  const start = path.lastIndexOf('/src/')
  if (start < 0) return undefined
  const file = path.slice(start + '/src/'.length)
  const [first, second] = file.split('/')
  const room = file.includes('/') ? first : 'src'
  const feature = room === 'features' ? second : undefined
  const depth = file.split('/').length
  return { file, room, feature, nested: depth > (feature === undefined ? 2 : 3) }
}

function isTypeOnly(node) {
  if (node.importKind === 'type' || node.exportKind === 'type') return true
  const specifiers = node.specifiers ?? []
  return specifiers.length > 0 && specifiers.every((specifier) => specifier.importKind === 'type')
}

/** Calls `check(specifier, node, how)` for each import of a file; how: 'value' | 'type' | 'lazy'. */
function eachImport(check) {
  const still = (node) => {
    if (node.source) check(node.source.value, node, isTypeOnly(node) ? 'type' : 'value')
  }
  return {
    ImportDeclaration: still,
    ExportNamedDeclaration: still,
    ExportAllDeclaration: still,
    ImportExpression(node) {
      if (typeof node.source.value === 'string') check(node.source.value, node, 'lazy')
    },
    TSImportType(node) {
      const name = node.source?.value ?? node.argument?.literal?.value
      if (typeof name === 'string') check(name, node, 'type')
    },
  }
}

/** Says what is wrong with the import of a room's door, or undefined. */
function doorFault(place, specifier, how) {
  const [room, feature] = specifier.slice(1).split('/')
  if (!(room in DOORS) || room === 'src') return `"#${room}" is no room of this house.`
  if (room === place.room && feature === place.feature) {
    return place.nested ? undefined : 'Within a room, import "./file.ts".'
  }
  if (room === place.room && room !== 'features') {
    return place.nested ? undefined : 'Within a room, import "./file.ts".'
  }
  if (room === 'features' && place.room === 'features') {
    return `A feature never imports another: "${place.feature}" may not know "${feature}".`
  }
  const doors = DOORS[place.room] ?? []
  const typeDoors = TYPE_DOORS[place.room] ?? []
  if (!doors.includes(room) && !(how === 'type' && typeDoors.includes(room))) {
    return typeDoors.includes(room)
      ? `"${place.room}" may import types of "${room}", not values.`
      : `"${place.room}" may not import "${room}" (see DOORS in lint/layers.js).`
  }
  if (how === 'value' && LAZY.includes(room)) {
    return `"${room}" loads on demand: use "await import('${specifier}')", or "import type".`
  }
  return undefined
}

function pathFault(place, specifier, how) {
  if (specifier.startsWith('../')) return 'Cross a wall by "#room/file.ts", never by "../".'
  const own = specifier.startsWith('./') || specifier.startsWith('#')
  if (own && !WRITTEN_EXTENSION.test(specifier)) return 'Write the file extension.'
  return specifier.startsWith('#') ? doorFault(place, specifier, how) : undefined
}

function packageFault(place, specifier) {
  if (/^(\.|#|virtual:|\/)/.test(specifier)) return undefined
  const parts = specifier.split('/')
  const name = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]
  const allowed = PACKAGES[name]
  if (allowed === undefined) return `"${name}" is not in PACKAGES of lint/layers.js.`
  if (allowed.includes(place.room) || allowed.includes(place.file)) return undefined
  return `"${name}" is used only in ${allowed.map((spot) => `src/${spot}`).join(', ')}.`
}

function importRule(faultOf) {
  return {
    create(context) {
      const place = placeOf(context.filename)
      if (place === undefined) return {}
      return eachImport((specifier, node, how) => {
        const message = faultOf(place, specifier, how)
        if (message !== undefined) context.report({ node, message })
      })
    },
  }
}

export default {
  meta: { name: 'layers' },
  rules: { direction: importRule(pathFault), packages: importRule(packageFault) },
}
