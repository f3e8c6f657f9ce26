import { afterEach, beforeEach, expect, test, vi } from 'vitest'

/** The part of the browser's audio that the chime needs, and what it was asked to play. */
function anAudio(state: 'running' | 'suspended') {
  const tones: { frequency: number; from: number; to: number }[] = []
  const resume = vi.fn<() => Promise<void>>(() => Promise.resolve())
  class Sound {
    readonly state = state
    readonly currentTime = 10
    readonly destination = {}
    readonly resume = resume
    createOscillator() {
      const tone = { frequency: 0, from: 0, to: 0 }
      tones.push(tone)
      return {
        frequency: {
          set value(hertz: number) {
            tone.frequency = hertz
          },
        },
        connect: (next: unknown) => next,
        start: (at: number) => (tone.from = at),
        stop: (at: number) => (tone.to = at),
      }
    }
    createGain() {
      const gain = {
        setValueAtTime: () => undefined,
        linearRampToValueAtTime: () => undefined,
        exponentialRampToValueAtTime: () => undefined,
      }
      return { gain, connect: () => undefined }
    }
  }
  vi.stubGlobal('AudioContext', Sound)
  return { tones, resume }
}

/** Afresh: a page keeps one sound for as long as it lives. */
const load = () => import('#platform/chime.ts')

beforeEach(() => vi.resetModules())
afterEach(() => vi.unstubAllGlobals())

test('It is two tones, one after the other, from now on', async () => {
  const { tones } = anAudio('running')
  const { readyChime, playChime } = await load()
  readyChime()
  playChime()
  expect(tones.map(({ frequency }) => frequency)).toEqual([659, 523])
  const [first, second] = tones
  expect(first?.from).toBe(10)
  expect(second?.from).toBeGreaterThan(10)
  expect(second?.to).toBeLessThan(13)
})

test('Nothing sounds before somebody tapped, nor where the browser will not', async () => {
  const { tones, resume } = anAudio('suspended')
  const { readyChime, playChime } = await load()
  playChime()
  readyChime()
  expect(resume).toHaveBeenCalledTimes(1)
  playChime()
  expect(tones).toEqual([])
})

test('A browser without sound is no fault', async () => {
  vi.stubGlobal('AudioContext', undefined)
  const { readyChime, playChime } = await load()
  expect(() => {
    readyChime()
    playChime()
  }).not.toThrow()
})
