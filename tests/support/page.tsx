import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { en } from '#messages/en.ts'
import { MessagesContext } from '#messages/messages.ts'
import { openStorage, type Storage } from '#storage/storage.ts'
import { StorageProvider } from '#storage/useStorage.ts'
import { testBrowser, type TestBrowser } from '../storage/testHost.ts'

/** A rendered part of the app, read and used as a person would: by role and name. */
export interface TestPage {
  readonly storage: Storage
  readonly browser: TestBrowser
  /** Everything that can be read. */
  text(): string
  /** The one control with this role and accessible name; throws with what there is instead. */
  find(role: Role, name: string | RegExp): HTMLElement
  has(role: Role, name: string | RegExp): boolean
  press(role: Role, name: string | RegExp): Promise<void>
  /** Waits for something asynchronous to show. */
  until(condition: () => boolean, what: string): Promise<void>
  element(selector: string): HTMLElement
  act(work: () => void | Promise<void>): Promise<void>
  /** Takes the page off the screen; its storage stays open. */
  leave(): Promise<void>
  close(): Promise<void>
}

type Role = 'button' | 'link' | 'radio' | 'checkbox' | 'heading'

const SELECTORS: Readonly<Record<Role, string>> = {
  button: 'button',
  link: 'a[href]',
  radio: 'input[type=radio]',
  checkbox: 'input[type=checkbox]',
  heading: 'h1, h2, h3',
}

/** A storage over a fake IndexedDB of its own. */
export async function freshStorage(browser = testBrowser()): Promise<Storage> {
  const opened = await openStorage(browser.tab().host)
  if (!opened.ok) throw new Error(opened.problem.kind)
  return opened.value
}

/** Renders a part of the app over real storage. */
export async function renderPage(
  content: ReactNode,
  { browser = testBrowser(), storage }: { browser?: TestBrowser; storage?: Storage } = {},
): Promise<TestPage> {
  const held = storage ?? (await freshStorage(browser))
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  const box = document.createElement('div')
  document.body.append(box)
  const root = createRoot(box)
  await act(async () =>
    root.render(
      <MessagesContext value={en}>
        <StorageProvider value={held}>{content}</StorageProvider>
      </MessagesContext>,
    ),
  )
  const all = (role: Role) => [...box.querySelectorAll<HTMLElement>(SELECTORS[role])]
  const matches = (name: string | RegExp) => (element: HTMLElement) =>
    typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element))
  const find: TestPage['find'] = (role, name) => {
    const [found, second] = all(role).filter(matches(name))
    if (found && !second) return found
    const names = all(role).map(nameOf).join(' | ')
    throw new Error(`${second ? 'Several' : 'No'} ${role} "${name}" among: ${names}`)
  }
  const leave = async () => {
    await act(async () => root.unmount())
    box.remove()
  }
  return {
    storage: held,
    browser,
    text: () => box.textContent,
    find,
    has: (role, name) => all(role).some(matches(name)),
    press: (role, name) => act(async () => find(role, name).click()),
    async until(condition, what) {
      for (let tries = 0; tries < 200; tries += 1) {
        if (condition()) return
        await act(() => new Promise((resolve) => setTimeout(resolve, 10)))
      }
      throw new Error(`Waited in vain for: ${what}. The page says: ${box.textContent}`)
    },
    element(selector) {
      const found = box.querySelector<HTMLElement>(selector)
      if (!found) throw new Error(`No ${selector}`)
      return found
    },
    act: (work) => act(async () => work()),
    leave,
    async close() {
      await leave()
      held.close()
    },
  }
}

function nameOf(element: HTMLElement): string {
  const label = element.getAttribute('aria-label') ?? element.closest('label')?.textContent
  return (label ?? element.textContent).replace(/\s+/g, ' ').trim()
}
