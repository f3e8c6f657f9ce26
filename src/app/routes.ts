/** The steps of a reflection that have a screen. */
export const STEPS = ['setup', 'reflect', 'summary'] as const
export type Step = (typeof STEPS)[number]

/** Where someone is. The address is the only place that knows. */
export type Route =
  | { readonly page: 'home' | 'print' | 'open' | 'device' | 'about' | 'unknown' }
  | { readonly page: 'new'; readonly mode: 'team' | 'individual' }
  | {
      readonly page: 'reflection'
      readonly id: string
      readonly step: Step
      readonly sectionId: string | undefined
      readonly itemId: string | undefined
    }

const PLAIN = ['print', 'open', 'device', 'about'] as const

/** The route a hash path names, for example `/r/abc/reflect/net.culture`. Never fails. */
export function parseRoute(path: string): Route {
  const [first = '', second = '', third = 'reflect', sectionId, itemId, ...rest] = path
    .split('?', 1)[0]
    ?.split('/')
    .filter((part) => part !== '') ?? ['']
  if (first === '') return { page: 'home' }
  if (first === 'new' && second === 'team') return { page: 'new', mode: 'team' }
  if (first === 'new' && second === 'alone') return { page: 'new', mode: 'individual' }
  const step = STEPS.find((name) => name === third)
  if (first === 'r' && second !== '' && step && rest.length === 0) {
    return { page: 'reflection', id: second, step, sectionId, itemId }
  }
  const page = PLAIN.find((name) => name === first)
  return { page: page && second === '' ? page : 'unknown' }
}
