import { describe, expect, it } from 'vitest'
import {
  addMinute,
  MINUTE,
  pauseClock,
  readClock,
  resumeClock,
  secondsLeft,
  startClock,
  timeLeft,
} from '#core/clock.ts'

const NOON = Date.UTC(2026, 10, 20, 12)

describe('the clock of a step', () => {
  it('counts down from its minutes to zero, and never below', () => {
    const clock = startClock('reflect', 20, NOON)
    expect(secondsLeft(clock, NOON)).toBe(20 * 60)
    expect(secondsLeft(clock, NOON + 1)).toBe(20 * 60)
    expect(secondsLeft(clock, NOON + 1000)).toBe(20 * 60 - 1)
    expect(secondsLeft(clock, NOON + 20 * MINUTE - 1)).toBe(1)
    expect(secondsLeft(clock, NOON + 20 * MINUTE)).toBe(0)
    expect(secondsLeft(clock, NOON + 50 * MINUTE)).toBe(0)
    expect(timeLeft(clock, NOON + 21 * MINUTE)).toBe(-MINUTE)
  })

  it('keeps what was left through a pause of any length', () => {
    const paused = pauseClock(startClock('share', 10, NOON), NOON + 4 * MINUTE)
    expect(timeLeft(paused, NOON + 99 * MINUTE)).toBe(6 * MINUTE)
    const running = resumeClock(paused, NOON + 99 * MINUTE)
    expect(running.kind).toBe('running')
    expect(timeLeft(running, NOON + 100 * MINUTE)).toBe(5 * MINUTE)
  })

  it('stands or runs on as before if it is paused or resumed twice', () => {
    const running = startClock('plan', 5, NOON)
    expect(resumeClock(running, NOON + MINUTE)).toBe(running)
    const paused = pauseClock(running, NOON + MINUTE)
    expect(pauseClock(paused, NOON + 2 * MINUTE)).toBe(paused)
  })

  it('gets a minute more whether it runs or stands', () => {
    const running = addMinute(startClock('plan', 5, NOON), NOON + MINUTE)
    expect(timeLeft(running, NOON + MINUTE)).toBe(5 * MINUTE)
    const paused = addMinute(pauseClock(running, NOON + MINUTE), NOON + 3 * MINUTE)
    expect(paused.kind).toBe('paused')
    expect(timeLeft(paused, NOON + 9 * MINUTE)).toBe(6 * MINUTE)
  })

  it('gets a whole minute from now on where time was up', () => {
    const late = addMinute(startClock('learn', 1, NOON), NOON + 30 * MINUTE)
    expect(timeLeft(late, NOON + 30 * MINUTE)).toBe(MINUTE)
    expect(timeLeft(late, NOON + 31 * MINUTE)).toBe(0)
  })

  it('never has more left than it was given when the device sets its own clock back', () => {
    const clock = startClock('reflect', 20, NOON)
    expect(timeLeft(clock, NOON - 600 * MINUTE)).toBe(20 * MINUTE)
    const more = addMinute(clock, NOON)
    expect(timeLeft(more, NOON - 600 * MINUTE)).toBe(21 * MINUTE)
  })
})

describe('a clock read from a note', () => {
  it('is the clock that was written', () => {
    const running = startClock('share', 34, NOON)
    const paused = pauseClock(running, NOON + 40 * MINUTE)
    for (const clock of [running, paused]) {
      expect(readClock(JSON.parse(JSON.stringify(clock)))).toEqual(clock)
    }
  })

  it.each([
    undefined,
    null,
    'running',
    [],
    {},
    { kind: 'running', step: 'lunch', length: MINUTE, endsAt: NOON },
    { kind: 'running', step: 'plan', length: MINUTE },
    { kind: 'running', step: 'plan', length: -1, endsAt: NOON },
    { kind: 'running', step: 'plan', length: 1e12, endsAt: NOON },
    { kind: 'running', step: 'plan', length: MINUTE, endsAt: 'noon' },
    { kind: 'paused', step: 'plan', length: MINUTE, left: 2 * MINUTE },
    { kind: 'stopped', step: 'plan', length: MINUTE, left: 0 },
  ])('is none where the note is %j', (noted) => {
    expect(readClock(noted)).toBeUndefined()
  })
})
