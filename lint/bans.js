// What this house does not do, where no ready-made lint rule says it. Each ban has its reason in its
// message, and tests/guards plants a violation of each.

const MARKUP_SINKS = new Set(['innerHTML', 'outerHTML', 'srcdoc'])
const MARKUP_CALLS = new Set(['insertAdjacentHTML', 'setHTMLUnsafe', 'createContextualFragment'])

/** Browser global → the rooms or files that may touch it. */
export const GLOBALS = {
  localStorage: ['storage'],
  sessionStorage: ['storage'],
  indexedDB: ['storage'],
  caches: ['pwa', 'storage'],
  fetch: ['pwa', 'paper'],
  XMLHttpRequest: [],
  WebSocket: [],
  EventSource: [],
}

function placeOf(filename) {
  const path = filename.replaceAll('\\', '/')
  const start = path.lastIndexOf('/src/')
  if (start < 0) return undefined
  const file = path.slice(start + '/src/'.length)
  return { file, room: file.split('/')[0] }
}

function nameOf(node) {
  return node.computed ? node.property.value : node.property.name
}

function isName(node, ...names) {
  return node.type === 'Identifier' && names.includes(node.name)
}

function inSource(create) {
  return {
    create(context) {
      const place = placeOf(context.filename)
      return place === undefined ? {} : create(context, place)
    },
  }
}

const noMarkup = inSource((context) => ({
  AssignmentExpression({ left }) {
    if (left.type === 'MemberExpression' && MARKUP_SINKS.has(nameOf(left))) {
      context.report({ node: left, message: 'Text is shown as text: no markup from strings.' })
    }
  },
  CallExpression({ callee }) {
    if (callee.type !== 'MemberExpression') return
    const name = nameOf(callee)
    if (
      MARKUP_CALLS.has(name) ||
      (isName(callee.object, 'document') && /^write(ln)?$/.test(name))
    ) {
      context.report({ node: callee, message: 'Text is shown as text: no markup from strings.' })
    }
    if (isName(callee.object, 'window', 'globalThis') && name === 'open') {
      context.report({ node: callee, message: 'No window.open: use a link with rel="noreferrer".' })
    }
  },
}))

const CLOCK_AND_DICE = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
])

const noClock = inSource((context, place) => {
  if (place.room === 'platform') return {}
  return {
    MemberExpression(node) {
      if (node.object.type !== 'Identifier') return
      if (CLOCK_AND_DICE.has(`${node.object.name}.${nameOf(node)}`)) {
        context.report({ node, message: 'Clock and dice live in src/platform: pass the value in.' })
      }
    },
    NewExpression(node) {
      if (isName(node.callee, 'Date') && node.arguments.length === 0) {
        context.report({ node, message: 'Clock and dice live in src/platform: pass the value in.' })
      }
    },
  }
})

const noDateParsing = inSource((context) => {
  const message = 'Browsers read date texts differently: keep a day as "YYYY-MM-DD" text.'
  return {
    NewExpression(node) {
      const [first, second] = node.arguments
      if (!isName(node.callee, 'Date') || first === undefined || second !== undefined) return
      const isText = first.type === 'TemplateLiteral' || typeof first.value === 'string'
      if (isText) context.report({ node, message })
    },
    MemberExpression(node) {
      if (isName(node.object, 'Date') && nameOf(node) === 'parse') context.report({ node, message })
    },
  }
})

const noGlobals = inSource((context, place) => {
  function check(name, node) {
    if (!Object.hasOwn(GLOBALS, name) || GLOBALS[name].includes(place.room)) return
    const rooms = GLOBALS[name].map((room) => `src/${room}`).join(', ') || 'no room'
    context.report({ node, message: `"${name}" may be touched in ${rooms} only.` })
  }
  return {
    Identifier(node) {
      const { parent } = node
      const isMember = parent.type === 'MemberExpression' && parent.property === node
      const isKey = parent.type === 'Property' && parent.key === node && !parent.shorthand
      const isTypeMember = parent.type.startsWith('TS') && parent.key === node
      if (!isMember && !isKey && !isTypeMember) check(node.name, node)
    },
    MemberExpression(node) {
      if (isName(node.object, 'window', 'globalThis', 'self')) check(nameOf(node), node)
    },
  }
})

const erasableOnly = inSource((context) => ({
  TSEnumDeclaration(node) {
    context.report({ node, message: 'No enum: a union of string literals says the same.' })
  },
  ClassDeclaration(node) {
    const isBoundary = node.body.body.some(({ key }) => key?.name === 'getDerivedStateFromError')
    if (!isBoundary) {
      context.report({
        node,
        message: 'No class (React error boundaries excepted): use functions.',
      })
    }
  },
}))

const noSwallowing = inSource((context) => ({
  CatchClause(node) {
    if (node.body.body.length === 0) {
      context.report({ node, message: 'A caught failure becomes a Problem or is thrown on.' })
    }
  },
}))

/** `as` is a promise to the compiler; a comment on the line, or just above the statement, keeps it honest. */
const reasonedCast = inSource((context) => {
  const { sourceCode } = context
  const commented = new Set()
  for (const comment of sourceCode.getAllComments()) {
    for (let line = comment.loc.start.line; line <= comment.loc.end.line; line += 1) {
      commented.add(line)
    }
  }
  return {
    TSAsExpression(node) {
      if (node.parent.type === 'TSAsExpression') return
      const target = node.typeAnnotation
      if (target.type === 'TSTypeReference' && target.typeName.name === 'const') return
      let statement = node
      while (!/Statement$|Declaration$|^Property$|^JSXAttribute$/.test(statement.type)) {
        statement = statement.parent
      }
      const first = statement.loc.start.line - 1
      const last = Math.max(node.loc.end.line, first)
      for (let line = first; line <= last; line += 1) if (commented.has(line)) return
      context.report({ node, message: 'Say in a comment just above why this "as" is safe.' })
    },
  }
})

export default {
  meta: { name: 'bans' },
  rules: {
    'no-markup': noMarkup,
    'no-clock': noClock,
    'no-date-parsing': noDateParsing,
    'no-globals': noGlobals,
    'erasable-only': erasableOnly,
    'no-swallowing': noSwallowing,
    'reasoned-cast': reasonedCast,
  },
}
