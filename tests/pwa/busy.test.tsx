import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { watchPresence } from '../../src/pwa/busy.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  document.body.replaceChildren()
  vi.useRealTimers()
})

/** Puts an element into the page. */
function put<Name extends keyof HTMLElementTagNameMap>(name: Name, into: Element = document.body) {
  const element = document.createElement(name)
  into.append(element)
  return element
}

function type(field: HTMLElement) {
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

describe('a page', () => {
  test('is free when nobody touched it, and busy for three seconds after a touch', () => {
    const presence = watchPresence()
    expect(presence.isBusy()).toBe(false)
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    expect(presence.isBusy()).toBe(true)
    vi.advanceTimersByTime(2900)
    expect(presence.isBusy()).toBe(true)
    vi.advanceTimersByTime(200)
    expect(presence.isBusy()).toBe(false)
  })

  test('is busy while a text field has the focus, and not while a box of the rubric has it', () => {
    const presence = watchPresence()
    const text = put('textarea')
    text.focus()
    expect(presence.isBusy()).toBe(true)
    const radio = put('input')
    radio.type = 'radio'
    radio.focus()
    expect(presence.isBusy()).toBe(false)
  })

  test('is busy while a dialog is open', () => {
    const presence = watchPresence()
    const dialog = put('dialog')
    expect(presence.hasOpenForm()).toBe(false)
    dialog.setAttribute('open', '')
    expect(presence.hasOpenForm()).toBe(true)
    expect(presence.isBusy()).toBe(true)
  })

  test('holds a form from the first letter until the form is gone', () => {
    const presence = watchPresence()
    const form = put('form')
    const field = put('input', form)
    expect(presence.hasOpenForm()).toBe(false)
    type(field)
    vi.advanceTimersByTime(60_000)
    expect(presence.hasOpenForm()).toBe(true)
    form.remove()
    expect(presence.hasOpenForm()).toBe(false)
  })

  test('calls back at once when it is free, else as soon as it is', () => {
    const presence = watchPresence()
    const act = vi.fn()
    presence.whenFree(() => false, act)
    expect(act).toHaveBeenCalledTimes(1)
    let isHeld = true
    presence.whenFree(() => isHeld, act)
    vi.advanceTimersByTime(10_000)
    expect(act).toHaveBeenCalledTimes(1)
    isHeld = false
    vi.advanceTimersByTime(10_000)
    expect(act).toHaveBeenCalledTimes(2)
  })
})
