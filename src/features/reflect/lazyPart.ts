import { createElement, lazy, type ComponentType } from 'react'

/**
 * A part of the rubric screen that comes in a chunk of its own, and the words of all rooms with it: what
 * a tap in a box can do without.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => {
    const [Part, { AllMessages }] = await Promise.all([load(), import('#messages/AllMessages.tsx')])
    const WithWords = (props: Props) => createElement(AllMessages, null, createElement(Part, props))
    return { default: WithWords }
  })
}
