import { createContext, useContext } from 'react'
import { invariant } from '#core/assert.ts'
import type { en } from './en.ts'
import { enStart } from './enStart.ts'

/** The shape every language must fill; English is the original. */
export type Messages = typeof en

/** The rooms that are there from the start: the shell, Home, the rubric screen, problems. */
export type StartMessages = typeof enStart

/** The words in the chosen language: those of the start, or of all rooms. */
export const MessagesContext = createContext<StartMessages | Messages>(enStart)

/** The words in the chosen language, for whatever is there from the start and for the rubric screen. */
export function useStartMessages(): StartMessages {
  return useContext(MessagesContext)
}

/** The words of all rooms, for pages that are loaded on demand (`app/lazyPage.ts`). */
export function useMessages(): Messages {
  const words = useContext(MessagesContext)
  invariant('summary' in words, 'useMessages in a page that did not come with all words')
  return words
}
