const TEXT_FIELDS =
  'textarea, select, [contenteditable]:not([contenteditable="false"]), ' +
  'input:not([type="radio"], [type="checkbox"], [type="button"], [type="submit"])'
const QUIET_MS = 3000
const LOOK_EVERY_MS = 500

/** Knows whether someone's hands are on this page. */
export interface Presence {
  /** A form with something typed into it, or a dialog, is open: it may hold what is saved nowhere. */
  hasOpenForm(): boolean
  /** That, or a text field has the focus, or someone touched the page a moment ago. */
  isBusy(): boolean
  /** Calls back, once, as soon as `isHeld` says no. */
  whenFree(isHeld: () => boolean, act: () => void): void
}

export function watchPresence(): Presence {
  const begun = new WeakSet<HTMLFormElement>()
  let touched: ReturnType<typeof setTimeout> | undefined
  const touch = (event: Event) => {
    clearTimeout(touched)
    touched = setTimeout(() => (touched = undefined), QUIET_MS)
    const form = event.type === 'input' && event.target instanceof Element && formOf(event.target)
    if (form) begun.add(form)
  }
  for (const type of ['pointerdown', 'keydown', 'wheel', 'input'] as const) {
    window.addEventListener(type, touch, { capture: true, passive: true })
  }
  const hasOpenForm = () =>
    document.querySelector('dialog[open]') !== null ||
    [...document.forms].some((form) => begun.has(form))
  return {
    hasOpenForm,
    isBusy() {
      if (hasOpenForm()) return true
      if (document.hidden) return false
      return touched !== undefined || document.activeElement?.matches(TEXT_FIELDS) === true
    },
    whenFree(isHeld, act) {
      if (!isHeld()) return act()
      const timer = setInterval(() => {
        if (isHeld()) return
        clearInterval(timer)
        act()
      }, LOOK_EVERY_MS)
    },
  }
}

function formOf(element: Element): HTMLFormElement | null {
  return element.closest('form')
}
