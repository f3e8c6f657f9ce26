import { about } from './en/about.ts'
import { app } from './en/app.ts'
import { common } from './en/common.ts'
import { device } from './en/device.ts'
import { editor } from './en/editor.ts'
import { growth } from './en/growth.ts'
import { home } from './en/home.ts'
import { library } from './en/library.ts'
import { open } from './en/open.ts'
import { paper } from './en/paper.ts'
import { playbook } from './en/playbook.ts'
import { print } from './en/print.ts'
import { problems } from './en/problems.ts'
import { pwa } from './en/pwa.ts'
import { reflect } from './en/reflect.ts'
import { setup } from './en/setup.ts'
import { sources } from './en/sources.ts'
import { summary } from './en/summary.ts'

/** Every word on screen and paper that is not a rubric's own, in English: one object per room. */
export const en = {
  lang: 'en-US',
  about,
  app,
  common,
  device,
  editor,
  growth,
  home,
  library,
  open,
  paper,
  playbook,
  print,
  problems,
  pwa,
  reflect,
  setup,
  sources,
  summary,
}
