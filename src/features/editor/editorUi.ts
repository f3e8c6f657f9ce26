import { createSignal, type Readable } from '#storage/signal.ts'
import type { Part } from './places.ts'

export interface UiState {
  readonly part: Part
  /** Ids of the lines whose fields are shown. */
  readonly open: ReadonlySet<string>
  /** What happened last, for eyes and screen readers. */
  readonly told: string
  /** True once somebody asked what is left to do: from then on empty fields say so themselves. */
  readonly isChecked: boolean
}

/** Where someone is in the editor, what is open, and where the focus goes next. */
export interface EditorUi extends Readable<UiState> {
  /** Shows a part. Going to what is left to do is asking for it. */
  go(part: Part): void
  open(...ids: readonly string[]): void
  close(id: string): void
  tell(told: string): void
  /**
   * After the next drawing the focus goes to the element with this `data-focus`, or to the first field
   * in it; or to the field of this name, or to what holds it.
   */
  focus(key: string): void
  /** Like `focus`, for a button that moves: the page scrolls along, so that it stays under the finger. */
  follow(button: Element, key: string): void
  /** Draws are done: puts the focus where it was asked for. */
  settle(): void
}

interface Wish {
  readonly key: string
  /** Where the element stood on the screen, in pixels. */
  readonly top: number | undefined
}

/** Where people were in each draft, as long as the page lives. */
const visits = new Map<string, Pick<UiState, 'part' | 'open'>>()

export function createEditorUi(draftId: string): EditorUi {
  const visit = visits.get(draftId) ?? { part: { kind: 'head' }, open: new Set<string>() }
  const state = createSignal<UiState>({ ...visit, told: '', isChecked: false })
  let wish: Wish | undefined
  function set(patch: Partial<UiState>): void {
    const next = { ...state.get(), ...patch }
    visits.set(draftId, { part: next.part, open: next.open })
    state.set(next)
  }
  return {
    get: state.get,
    subscribe: state.subscribe,
    go: (part) => set({ part, isChecked: state.get().isChecked || part.kind === 'check' }),
    open: (...ids) => set({ open: new Set([...state.get().open, ...ids]) }),
    close: (id) => set({ open: new Set([...state.get().open].filter((other) => other !== id)) }),
    tell: (told) => set({ told }),
    focus: (key) => {
      wish = { key, top: undefined }
    },
    follow: (button, key) => {
      wish = { key, top: button.getBoundingClientRect().top }
    },
    settle() {
      if (!wish) return
      const { key, top } = wish
      wish = undefined
      const element = elementFor(key)
      if (!element) return
      unfold(element)
      element.focus({ preventScroll: top !== undefined })
      if (top !== undefined) window.scrollBy({ top: element.getBoundingClientRect().top - top })
    },
  }
}

const FIELDS = 'input:not([type=hidden]), textarea, select'

/** The element of a wish; of a field that is not shown, what is nearest around it. */
function elementFor(key: string): HTMLElement | undefined {
  // A line that is open has no button to edit it: its first field stands for it.
  for (const mark of [key, key.replace(/^edit:/, '')]) {
    const marked = document.querySelector<HTMLElement>(`[data-focus="${CSS.escape(mark)}"]`)
    if (marked) return marked.matches('button, h2') ? marked : firstField(marked)
  }
  for (let name = key; name !== ''; name = name.split('.').slice(0, -1).join('.')) {
    const spelt = CSS.escape(name)
    const found =
      document.querySelector<HTMLElement>(`[name="${spelt}"]`) ??
      document.querySelector<HTMLElement>(`[data-field="${spelt}"] button`)
    if (found) return found
  }
  return undefined
}

/** A field in something folded cannot have the focus. */
function unfold(element: Element): void {
  const folded = element.closest<HTMLDetailsElement>('details:not([open])')
  if (!folded) return
  folded.open = true
  unfold(element)
}

function firstField(around: HTMLElement): HTMLElement | undefined {
  return around.querySelector<HTMLElement>(FIELDS) ?? undefined
}
