import type { ReactNode } from 'react'
import { en } from './en.ts'
import { MessagesContext } from './messages.ts'

/** Gives the words of all rooms to a page that is loaded on demand, and comes with it. */
export function AllMessages({ children }: { children: ReactNode }) {
  return <MessagesContext value={en}>{children}</MessagesContext>
}
