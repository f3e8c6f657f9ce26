import { app } from './en/app.ts'
import { common } from './en/common.ts'
import { home } from './en/home.ts'
import { problems } from './en/problems.ts'
import { pwa } from './en/pwa.ts'
import { reflect } from './en/reflect.ts'

/**
 * What is said before any other page is loaded: on the way to a mark in a box nothing else has to be
 * read. `en.ts` has all rooms.
 */
export const enStart = {
  lang: 'en-US',
  app,
  common,
  home,
  problems,
  pwa,
  reflect,
}
