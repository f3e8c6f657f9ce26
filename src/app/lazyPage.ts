import { createElement, lazy, type ComponentType } from 'react'

/**
 * A part of the app that comes in a chunk of its own, and the words of all rooms with it. The rubric
 * screen does without: what it says is there from the start.
 */
export function lazyPage<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => {
    const [Page, { AllMessages }] = await Promise.all([load(), import('#messages/AllMessages.tsx')])
    const WithWords = (props: Props) => createElement(AllMessages, null, createElement(Page, props))
    return { default: WithWords }
  })
}
