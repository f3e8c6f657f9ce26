import { about } from './en/about.ts'
import { device } from './en/device.ts'
import { earlier } from './en/earlier.ts'
import { editor } from './en/editor.ts'
import { growth } from './en/growth.ts'
import { handOver } from './en/handOver.ts'
import { learn } from './en/learn.ts'
import { library } from './en/library.ts'
import { open } from './en/open.ts'
import { paper } from './en/paper.ts'
import { paperEntry } from './en/paperEntry.ts'
import { plan } from './en/plan.ts'
import { playbook } from './en/playbook.ts'
import { print } from './en/print.ts'
import { projector } from './en/projector.ts'
import { ready } from './en/ready.ts'
import { sample } from './en/sample.ts'
import { session } from './en/session.ts'
import { setup } from './en/setup.ts'
import { share } from './en/share.ts'
import { sources } from './en/sources.ts'
import { summary } from './en/summary.ts'
import { enStart } from './enStart.ts'

/** Every word on screen and paper that is not a rubric's own, in English: one object per room. */
export const en = {
  ...enStart,
  about,
  device,
  earlier,
  editor,
  growth,
  handOver,
  learn,
  library,
  open,
  paper,
  paperEntry,
  plan,
  playbook,
  print,
  projector,
  ready,
  sample,
  session,
  setup,
  share,
  sources,
  summary,
}
