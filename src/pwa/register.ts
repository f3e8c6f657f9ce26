import { Workbox } from 'workbox-window'
import { watchPresence } from './busy.ts'
import type { WorkerQuestion } from './workerQuestion.ts'

/** Whether this device can start the app without a network. */
export type Offline =
  | { readonly kind: 'unknown' }
  /** Every file of this build was found in the cache. `isNew`: it became so during this visit. */
  | { readonly kind: 'ready'; readonly isNew: boolean }
  | { readonly kind: 'incomplete'; readonly missing: readonly string[] }
  /** The files could not all be fetched; the next visit tries again. */
  | { readonly kind: 'failed' }
  /** No service worker here: an old browser, a private window, a policy, or an address without https. */
  | { readonly kind: 'unavailable' }

/** `held`: it was asked for and comes as soon as the open form is closed. */
export type Update = 'none' | 'waiting' | 'postponed' | 'held' | 'applying' | 'failed'

export interface PwaState {
  readonly offline: Offline
  readonly update: Update
}

export interface Pwa {
  get(): PwaState
  subscribe(listener: () => void): () => void
  /** What saves everything being typed; awaited before this page ever reloads. */
  flushWith(flush: () => Promise<void>): void
  /** Puts the waiting version in charge of all tabs. Each follows when nobody's hands are on it. */
  update(): void
  postpone(): void
  /** Says no more of it during this visit. */
  dismiss(): void
  /** Looks into the cache, file by file. With `repair`, fetches what is missing first. */
  verifyOffline(options?: { readonly repair?: boolean }): Promise<Offline>
}

const WORKER = 'service-worker.js'
const ANSWER_WITHIN_MS = 10_000
const LOOK_FOR_UPDATE_EVERY_MS = 60 * 60 * 1000

/** Trusted Types, as far as we use them; not in every browser, nor in TypeScript's library. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(asked: string): string },
  ): { createScriptURL(asked: string): unknown }
}

/** The worker's address; the only script address that this page's policy lets through. */
function workerUrl(): string {
  const url = new URL(WORKER, document.baseURI).href
  // Safe: where the browser has it, it has this shape.
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes }
  const policy = trustedTypes?.createPolicy('sw-url', {
    createScriptURL(asked) {
      if (asked !== url) throw new TypeError(`Not our worker: ${asked}`)
      return asked
    },
  })
  // Safe: Workbox hands it on to `register`, which takes either; its types know only text.
  return (policy?.createScriptURL(url) ?? url) as string
}

function ask(worker: ServiceWorker, question: WorkerQuestion): Promise<readonly string[]> {
  return new Promise((answer, failed) => {
    const { port1, port2 } = new MessageChannel()
    const timer = setTimeout(() => failed(new Error('The worker is silent.')), ANSWER_WITHIN_MS)
    port1.onmessage = ({ data: missing }: MessageEvent<readonly string[]>) => {
      clearTimeout(timer)
      answer(missing)
    }
    worker.postMessage(question, [port2])
  })
}

/**
 * Starts everything that lets the app live without a network: the worker, the check that its cache
 * is whole, and updates by prompt. Does not throw: what fails is in the state.
 */
function startPwa(): Pwa {
  const listeners = new Set<() => void>()
  let state: PwaState = { offline: { kind: 'unknown' }, update: 'none' }
  const show = (change: Partial<PwaState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const pages = followUpdates(show)
  const worker = connectWorker(show)
  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    flushWith: pages.flushWith,
    update: () => pages.update(worker.takeOver),
    postpone: () => show({ update: 'postponed' }),
    dismiss: () => show({ update: 'none' }),
    verifyOffline: worker.verify,
  }
}

type Show = (change: Partial<PwaState>) => void

function connectWorker(show: Show) {
  let hasFailed = false
  async function verify({ repair = false, isNew = false } = {}): Promise<Offline> {
    const found = await inspect({ repair, isNew })
    const offline: Offline = found.kind === 'unavailable' && hasFailed ? { kind: 'failed' } : found
    show({ offline })
    return offline
  }
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) {
    show({ offline: { kind: 'unavailable' } })
    return { takeOver: () => undefined, verify }
  }
  const workbox = new Workbox(workerUrl(), { updateViaCache: 'none' })
  workbox.addEventListener('waiting', () => show({ update: 'waiting' }))
  workbox.addEventListener('redundant', () => {
    // Either an update has replaced it, or it never came to be; only then nobody is left to ask.
    hasFailed = true
    void verify()
  })
  workbox.register().then(
    async (registration) => {
      const isNew = !registration?.active
      lookForUpdates(workbox)
      await navigator.serviceWorker.ready
      await verify({ repair: true, isNew })
    },
    () => show({ offline: { kind: 'unavailable' } }),
  )
  return { takeOver: () => workbox.messageSkipWaiting(), verify }
}

async function inspect(asked: { repair: boolean; isNew: boolean }): Promise<Offline> {
  const registration = await navigator.serviceWorker?.getRegistration()
  if (registration === undefined) return { kind: 'unavailable' }
  // Still being fetched for the first time: nobody can say yet.
  if (registration.active === null)
    return { kind: registration.installing ? 'unknown' : 'unavailable' }
  try {
    let missing = await ask(registration.active, { type: 'MISSING_FILES' })
    if (missing.length > 0 && asked.repair) {
      missing = await ask(registration.active, { type: 'FETCH_MISSING' })
    }
    return missing.length === 0
      ? { kind: 'ready', isNew: asked.isNew }
      : { kind: 'incomplete', missing }
  } catch {
    return { kind: 'unknown' }
  }
}

function lookForUpdates(workbox: Workbox): void {
  const look = () => {
    // Without a network there is nothing to find; the next look is never far.
    if (!document.hidden) workbox.update().catch(() => undefined)
  }
  document.addEventListener('visibilitychange', look)
  setInterval(look, LOOK_FOR_UPDATE_EVERY_MS)
}

/** Reloads this page under a new worker, but never with something unsaved and never under a hand. */
function followUpdates(show: Show) {
  const presence = watchPresence()
  let flush = () => Promise.resolve()
  let wanted = false
  let reloading = false

  async function reload(): Promise<void> {
    if (reloading) return
    reloading = true
    try {
      await flush()
      window.location.reload()
    } catch {
      reloading = false
      show({ update: 'failed' })
    }
  }
  const isHeld = () => (wanted ? presence.hasOpenForm() : presence.isBusy())
  const follow = () => presence.whenFree(isHeld, () => void reload())

  if ('serviceWorker' in navigator) {
    // The first worker to take a page brings nothing new; each later one does.
    let isControlled = navigator.serviceWorker.controller !== null
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      if (isControlled) follow()
      isControlled = true
    })
  }
  reloadForLostParts(() => void reload())
  return {
    flushWith(next: () => Promise<void>) {
      flush = next
    },
    update(takeOver: () => void): void {
      show({ update: presence.hasOpenForm() ? 'held' : 'applying' })
      presence.whenFree(presence.hasOpenForm, () => {
        wanted = true
        show({ update: 'applying' })
        flush().then(takeOver, () => show({ update: 'failed' }))
      })
    },
  }
}

/**
 * A part of the app that is loaded on demand may be gone after an update in another tab: then the
 * new version opens at the same place. Once per visit of a place, so that a part lost for good
 * cannot loop.
 */
function reloadForLostParts(reload: () => void): void {
  window.addEventListener('vite:preloadError', () => {
    // Safe: only this function writes the mark; any other state lacks it.
    const state = window.history.state as { lostPart?: true } | null
    if (state?.lostPart) return
    window.history.replaceState({ ...state, lostPart: true }, '')
    reload()
  })
}

/** The one there is per page; it starts with the app. */
export const pwa: Pwa = startPwa()
