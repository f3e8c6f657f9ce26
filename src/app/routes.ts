/** The steps of a reflection that have a screen. */
export const STEPS = ['setup', 'learn', 'reflect', 'share', 'plan', 'summary'] as const
export type Step = (typeof STEPS)[number]

/** Where someone is. The address is the only place that knows. */
export type Route =
  | {
      readonly page:
        | 'home'
        | 'print'
        | 'open'
        | 'device'
        | 'about'
        | 'playbook'
        | 'rubrics'
        | 'sources'
        | 'ready'
        | 'unknown'
    }
  /** The editor of one rubric that is being written; `draftId` names the writing, not the rubric. */
  | { readonly page: 'editor'; readonly draftId: string }
  /** One rubric of the library, to be looked at; `key` names it there. */
  | { readonly page: 'rubric'; readonly key: string }
  | {
      readonly page: 'new'
      readonly mode: 'team' | 'individual'
      /** Id of an earlier reflection it starts from. */
      readonly from?: string | undefined
    }
  /** A sitting on the wall, for everyone in the room. */
  | { readonly page: 'projector'; readonly id: string }
  | {
      readonly page: 'reflection'
      readonly id: string
      readonly step: Step
      /** For the steps that show one rubric at a time. An old address has a section in its place. */
      readonly rubricId: string | undefined
      readonly sectionId: string | undefined
      readonly itemId: string | undefined
    }

const PLAIN = [
  'print',
  'open',
  'device',
  'about',
  'playbook',
  'rubrics',
  'sources',
  'ready',
] as const

/** The route a hash path names, for example `/r/abc/reflect/hub-learning-system/lrn.know`. Never fails. */
export function parseRoute(path: string): Route {
  const [place = '', asked = ''] = path.split('?', 2)
  const parts = place.split('/').filter((part) => part !== '')
  const [first = '', second = '', third = 'reflect', rubricId, sectionId, itemId, ...rest] = parts
  if (first === '') return { page: 'home' }
  if (first === 'new' && (second === 'team' || second === 'alone')) {
    const from = new URLSearchParams(asked).get('from') ?? undefined
    return { page: 'new', mode: second === 'team' ? 'team' : 'individual', from }
  }
  if (first === 'r' && second !== '' && third === 'projector' && parts.length === 3) {
    return { page: 'projector', id: second }
  }
  const step = STEPS.find((name) => name === third)
  if (first === 'r' && second !== '' && step && rest.length === 0) {
    return { page: 'reflection', id: second, step, rubricId, sectionId, itemId }
  }
  if (first === 'rubrics' && second === 'edit' && third !== 'reflect' && rubricId === undefined) {
    return { page: 'editor', draftId: third }
  }
  if (first === 'rubrics' && second === 'show' && parts.length === 3) {
    return { page: 'rubric', key: third }
  }
  const page = PLAIN.find((name) => name === first)
  return { page: page && second === '' ? page : 'unknown' }
}
