import type { StorageProblem } from '#core/problem.ts'
import type { Booted } from './boot.ts'
import { createCopies } from './copies.ts'
import { createDeeds } from './deeds.ts'
import type { Disk } from './disk.ts'
import { catchUp, endPage, followTab, lookAgain } from './following.ts'
import { createHeaderList } from './headers.ts'
import type { Host } from './host.ts'
import {
  askOnce,
  cacheCanaryNow,
  commit,
  commitBeside,
  noteTrouble,
  singCanary,
  type Hub,
} from './hub.ts'
import { createJournal } from './journal.ts'
import { rescue } from './keeping.ts'
import { createOwnRubrics, type OwnRubricList } from './ownRubrics.ts'
import { probe } from './probe.ts'
import { createRubricDrafts, type RubricDraftKeeper } from './rubricDrafts.ts'
import { createSettings } from './settings.ts'
import { createSignal, type Readable } from './signal.ts'
import type { Storage } from './storage.ts'
import { joinTabs } from './tabs.ts'
import { createWriter } from './writer.ts'

/** Puts an opened storage together. */
export function createStorage(input: {
  host: Host
  disk: Disk
  tab: string
  booted: Booted
  volatile: StorageProblem | undefined
  /** Says when the browser takes the connection away. */
  closed: Readable<StorageProblem | undefined>
}): Storage {
  const { host, booted, closed } = input
  const hub = createHub(input)
  queueLeftover(hub, booted)
  hub.health.subscribe(() => {
    for (const { store } of hub.opened.values()) store.tell()
    hub.rubricDrafts.tell()
  })
  const stopHide = host.onHide(() => {
    void flushDrafts(hub)
    void cacheCanaryNow(hub)
  })
  const stopShow = host.onShow(() => void catchUp(hub))
  const stopWatch = closed.subscribe(() => void lookAgain(hub))
  host.presence.hold(hub.tab)
  void host.readPersistence().then((answer) => hub.persistence.set(answer))
  singCanary(hub)
  void cacheCanaryNow(hub)
  return {
    boot: booted.report,
    headers: hub.headers.current,
    deletedHeaders: hub.headers.deleted,
    settings: hub.settings,
    copies: hub.copies,
    ownRubrics: hub.ownRubrics,
    keepRubric: hub.ownRubrics.keep,
    dropRubric: hub.ownRubrics.drop,
    rubricDrafts: hub.rubricDrafts,
    problem: hub.health,
    persistence: hub.persistence,
    flushDrafts: () => flushDrafts(hub),
    probe: () => probe(hub),
    hasUnsaved: () =>
      hub.volatile !== undefined || hub.writer.waiting().length > 0 || hub.rubricDrafts.isWaiting(),
    isMissing: () => hub.mourning.length > 0,
    ...createDeeds(hub),
    close() {
      stopHide()
      stopShow()
      stopWatch()
      host.presence.release()
      endPage(hub)
      hub.tabs.close()
    },
  }
}

/** What boot could not bring to disk waits like anything else; what only memory holds is journalled. */
function queueLeftover({ writer, journal }: Hub, { leftover, typed }: Booted): void {
  for (const { key, changes, rubrics } of leftover) {
    for (const reflection of new Set(changes.map((change) => change.reflection))) {
      const own = changes.filter((change) => change.reflection === reflection)
      writer.add({ reflection, changes: own, rubrics, journalKey: key })
    }
  }
  if (typed.length > 0) journal.add({ changes: typed, rubrics: [] })
}

function createHub(input: {
  host: Host
  disk: Disk
  tab: string
  booted: Booted
  volatile: StorageProblem | undefined
}): Hub {
  const { host, disk, tab, booted, volatile } = input
  const { meta, mourning, sealer } = booted
  const onProblem = (problem: StorageProblem) => noteTrouble(hub, problem)
  const journal = createJournal({ notes: host.notes, tab, db: meta.db })
  const tabs = joinTabs(volatile ? undefined : host.channel(), (message) => {
    void followTab(hub, message)
  })
  const hub: Hub = {
    host,
    disk,
    tab,
    volatile,
    meta,
    sealer,
    journal,
    tabs,
    arrivals: 0,
    mourning,
    hasAsked: false,
    health: createSignal(volatile ?? booted.problem),
    persistence: createSignal('unknown'),
    headers: createHeaderList(booted.headers),
    opened: new Map(),
    writer: createWriter({
      commit: (batch) => commit(hub, batch),
      journal: volatile ? { ...journal, remove: () => undefined } : journal,
      now: host.now,
      afterPaint: host.afterPaint,
    }),
    settings: createSettings({
      disk,
      notes: host.notes,
      initial: booted.settings,
      onProblem,
      onChanged: (settings) => tabs.tell({ kind: 'settings', settings }),
    }),
    copies: createCopies({
      disk,
      initial: booted.copies,
      onProblem,
      onNoted(copy) {
        tabs.tell({ kind: 'copy', copy })
        singCanary(hub)
      },
    }),
    ownRubrics: ownRubricsOf(() => hub),
    rubricDrafts: rubricDraftsOf(input, () => hub),
  }
  return hub
}

function ownRubricsOf(hub: () => Hub): OwnRubricList {
  return createOwnRubrics({
    read: (work) => hub().disk.run('r', work),
    write: (work) => commitBeside(hub(), work),
    now: () => hub().sealer.time(),
    onChanged() {
      hub().tabs.tell({ kind: 'ownRubrics' })
      void askOnce(hub())
    },
  })
}

function rubricDraftsOf(
  { host, tab, volatile }: { host: Host; tab: string; volatile: StorageProblem | undefined },
  hub: () => Hub,
): RubricDraftKeeper {
  return createRubricDrafts({
    tab,
    notes: host.notes,
    isHere: host.presence.isHere,
    isVolatile: volatile !== undefined,
    now: host.now,
    meta: () => hub().meta,
    health: () => hub().health.get(),
    read: (work) => hub().disk.run('r', work),
    write: (work) => commitBeside(hub(), work),
    async rescue() {
      if (hub().health.get()?.kind === 'storageLost') await rescue(hub())
    },
    onSaved: (id) => hub().tabs.tell({ kind: 'rubricDraft', id }),
  })
}

/** Makes changes of all drafts and writes everything that waits. */
async function flushDrafts(hub: Hub): Promise<void> {
  for (const { store } of hub.opened.values()) store.commitDrafts()
  await Promise.all([hub.writer.flush(), hub.rubricDrafts.flush()])
}
