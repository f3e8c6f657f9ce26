import { createContext, useContext } from 'react'
import { en } from './en.ts'

/** The shape every language must fill; English is the original. */
export type Messages = typeof en

/** The words in the chosen language. */
export const MessagesContext = createContext<Messages>(en)

/** The words in the chosen language, for components. */
export function useMessages(): Messages {
  return useContext(MessagesContext)
}
