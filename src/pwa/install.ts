/** How this browser would install the app. */
export type Install =
  /** Nothing to offer: installed already, or a browser that cannot. */
  | 'none'
  /** The browser asks for us. */
  | 'promptable'
  /** iPad and iPhone: the person adds it from the Share sheet. */
  | 'steps'

export interface Installer {
  get(): Install
  subscribe(listener: () => void): () => void
  /** Shows the browser's own question. */
  ask(): Promise<void>
}

/** Chromium's event; no standard names it. */
interface InstallQuestion extends Event {
  prompt(): Promise<unknown>
}

function isInstalled(): boolean {
  const standalone = 'standalone' in navigator && navigator.standalone === true
  return standalone || window.matchMedia('(display-mode: standalone)').matches
}

/** iPads call themselves Macs; only their screens take five fingers. */
function isApple(): boolean {
  const { userAgent, maxTouchPoints } = navigator
  return /iPad|iPhone/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)
}

/** Waits for the browser's offer and keeps it for later. It comes once, and early. */
function watchInstall(): Installer {
  const listeners = new Set<() => void>()
  let question: InstallQuestion | undefined
  let install: Install = !isInstalled() && isApple() ? 'steps' : 'none'
  const show = (next: Install) => {
    install = next
    for (const listener of listeners) listener()
  }
  window.addEventListener('beforeinstallprompt', (event) => {
    // Our own hint comes when it is welcome, not over the first screen.
    event.preventDefault()
    // Safe: this event's type is the question's.
    question = event as InstallQuestion
    show('promptable')
  })
  window.addEventListener('appinstalled', () => show('none'))
  return {
    get: () => install,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async ask() {
      await question?.prompt()
      // A browser takes each question once, whatever the answer.
      question = undefined
      show('none')
    },
  }
}

/** The one there is per page; it listens from the start of the app. */
export const installer: Installer = watchInstall()
