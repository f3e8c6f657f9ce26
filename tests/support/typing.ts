import type { TestPage } from './page.tsx'

const FIELDS = 'input[type=text], input[type=search], input[type=date]'

/** The text field with this label, as a person finds it. */
export function field(name: string | RegExp): HTMLInputElement {
  const all = [...document.querySelectorAll<HTMLInputElement>(FIELDS)]
  const found = all.filter((input) => matches(labelOf(input), name))
  if (found.length === 1 && found[0]) return found[0]
  const names = all.map(labelOf).join(' | ')
  throw new Error(`${found.length} fields "${name}" among: ${names}`)
}

export function hasField(name: string | RegExp): boolean {
  return [...document.querySelectorAll('input')].some((input) => matches(labelOf(input), name))
}

/** Writes into a field as if it were typed at once; the field keeps the focus. */
export async function type(page: TestPage, name: string | RegExp, text: string): Promise<void> {
  await page.act(() => {
    const input = field(name)
    input.focus()
    setValue(input, text)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

/** Goes on to something else. */
export async function leave(page: TestPage, name: string | RegExp): Promise<void> {
  await page.act(() => {
    const input = field(name)
    input.blur()
  })
}

export async function fill(page: TestPage, name: string | RegExp, text: string): Promise<void> {
  await type(page, name, text)
  await leave(page, name)
}

/** Chooses an option of a native list by its value. */
export async function choose(page: TestPage, name: string, value: string): Promise<void> {
  const lists = [...document.querySelectorAll('select')]
  const list = lists.find((one) => one.labels[0]?.textContent.trim() === name)
  if (!list) throw new Error(`No list "${name}"`)
  if (list.disabled) throw new Error(`The list "${name}" is disabled`)
  await page.act(() => {
    list.value = value
    if (list.value !== value) throw new Error(`The list "${name}" has no "${value}"`)
    list.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

/** Presses a key in a field. */
export async function key(page: TestPage, name: string | RegExp, pressed: string): Promise<void> {
  await page.act(() => {
    field(name).dispatchEvent(
      new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }),
    )
  })
}

/** Pastes a text. @returns true if the page took it over and nothing went into the field itself */
export async function paste(page: TestPage, name: string, text: string): Promise<boolean> {
  const event = new Event('paste', { bubbles: true, cancelable: true })
  Object.assign(event, { clipboardData: { getData: () => text } })
  await page.act(() => {
    field(name).dispatchEvent(event)
  })
  return event.defaultPrevented
}

/** The sentences an element names in `aria-describedby`. */
export function descriptionOf(element: HTMLElement): string {
  const ids = (element.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== '')
  return ids.map((id) => document.getElementById(id)?.textContent ?? `[no ${id}]`).join(' ')
}

function labelOf(input: HTMLInputElement): string {
  const label = input.labels?.[0]?.textContent
  return (input.getAttribute('aria-label') ?? label ?? '').replace(/\s+/g, ' ').trim()
}

function matches(text: string, name: string | RegExp): boolean {
  return typeof name === 'string' ? text === name : name.test(text)
}

/** Past React, which watches the property itself. */
function setValue(input: HTMLInputElement, text: string): void {
  const property = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
  property?.set?.call(input, text)
}
