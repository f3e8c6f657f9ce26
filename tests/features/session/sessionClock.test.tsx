import { afterEach, describe, expect, it, vi } from 'vitest'
import { SESSION_PLANS, TIMED_STEPS } from '#core/sessionPlan.ts'
import { clockActs, clockFace, minutesOfStep, planOf, stageOf, stepAfter } from '#parts/session.ts'
import { useMinutesLeft } from '#parts/sessionClock.ts'
import { startClock } from '#core/clock.ts'
import { sessionNote } from '#storage/sessionNote.ts'
import { renderPage, type TestPage } from '../../support/page.tsx'

let page: TestPage | undefined

afterEach(async () => {
  vi.useRealTimers()
  await page?.close()
  page = undefined
})

describe('the minutes left of a step', () => {
  const rendered = vi.fn<() => void>()
  function Minutes({ id }: { id: string }) {
    rendered()
    return <p>{`left: ${useMinutesLeft(id, 'share') ?? 'no clock'}`}</p>
  }

  it('are told for that step alone, and rendered once a minute', async () => {
    page = await renderPage(<Minutes id="minutes-left" />)
    expect(page.text()).toBe('left: no clock')
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 20, 12), toFake: ['Date', 'setInterval'] })
    const { start, pause, addMinute, putAway } = clockActs('minutes-left')
    await page.act(() => start('plan', 7))
    expect(page.text()).toBe('left: no clock')
    await page.act(() => start('share', 21))
    expect(page.text()).toBe('left: 21')
    await page.act(() => pause())
    vi.setSystemTime(Date.UTC(2026, 10, 20, 13))
    await page.act(() => addMinute())
    expect(page.text()).toBe('left: 22')
    await page.act(() => putAway())
    expect(page.text()).toBe('left: no clock')
    expect(rendered.mock.calls.length).toBeLessThan(8)
  })
})

describe('the note of a session', () => {
  it('follows what another window of the browser writes, and the clearing of everything', () => {
    const note = sessionNote('followed')
    const written = {
      place: { step: 'plan', rubricId: 'a', sectionId: undefined },
      clock: startClock('plan', 7, 0),
    }
    localStorage.setItem('hub-reflect.session.followed', JSON.stringify(written))
    dispatchEvent(new StorageEvent('storage', { key: 'hub-reflect.session.followed' }))
    expect(note.get()).toEqual(written)
    localStorage.clear()
    dispatchEvent(new StorageEvent('storage', { key: null }))
    expect(note.get()).toEqual({ place: undefined, clock: undefined })
  })

  it('is empty where it cannot be understood', () => {
    localStorage.setItem('hub-reflect.session.odd', '{"place":{"step":"lunch"},"clock":7}')
    expect(sessionNote('odd').get()).toEqual({ place: undefined, clock: undefined })
  })
})

describe('the plan of a session', () => {
  it('has minutes for every step, and goes on to a step that has time', () => {
    for (const plan of SESSION_PLANS) {
      for (const step of TIMED_STEPS) expect(minutesOfStep(plan, step)).toBeGreaterThan(0)
      for (const step of TIMED_STEPS) {
        const next = stepAfter(plan, step)
        if (next) expect(plan.steps[next]).toBeGreaterThan(0)
      }
      expect(stepAfter(plan, 'summary')).toBeUndefined()
    }
    expect(stepAfter(planOf('minutes45'), 'setup')).toBe('reflect')
  })

  it('is an hour together where none was chosen', () => {
    expect(planOf('').minutes).toBe(60)
    expect(planOf('minutes90').minutes).toBe(90)
  })
})

it('shows hours only where there are any', () => {
  expect([0, 59, 60, 725, 3599, 3600, 4805].map(clockFace)).toEqual([
    '0:00',
    '0:59',
    '1:00',
    '12:05',
    '59:59',
    '1:00:00',
    '1:20:05',
  ])
})

it('is in its last minute from a minute on, and up at zero', () => {
  const clock = startClock('plan', 2, 0)
  expect([0, 59_000, 60_000, 119_999, 120_000, 999_000].map((at) => stageOf(clock, at))).toEqual([
    'running',
    'running',
    'lastMinute',
    'lastMinute',
    'up',
    'up',
  ])
  expect(stageOf(undefined, 0)).toBe('off')
})
