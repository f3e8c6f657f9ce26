import { describe, expect, it } from 'vitest'
import { SESSION_PLANS } from '#core/sessionPlan.ts'
import { en } from '#messages/en.ts'
import { timesOf } from '#paper/composeCue.ts'
import { exportCueCard } from '#paper/exportCue.ts'
import { withPdf } from './readPdf.ts'
import { diskFonts } from './samples.ts'

type Plan = (typeof SESSION_PLANS)[number]

async function cardOf(plan: Plan, paper: 'letter' | 'a4') {
  const made = await exportCueCard({
    plan,
    paper,
    words: en,
    appVersion: '0.1.0',
    printedAt: '2026-11-22T10:42:00.000Z',
    fonts: diskFonts,
  })
  if (!made.ok) throw new Error(JSON.stringify(made.problem))
  return made.value
}

const LETTER = [612, 792]
const A4 = [595, 842]

describe.each(SESSION_PLANS)('the cue card of the plan $id', (plan) => {
  it('stands on one page of either paper, with the words that the screen has', async () => {
    for (const [paper, size] of [
      ['letter', LETTER],
      ['a4', A4],
    ] as const) {
      const card = await cardOf(plan, paper)
      withPdf(card.bytes, ({ text, check, pageSizes }) => {
        expect(check.passed).toBe(true)
        expect(pageSizes.map((sides) => sides.map(Math.round))).toEqual([size])
        const said = text().replace(/\s+/g, ' ')
        expect(said).toContain(en.session.plans[plan.id])
        for (const { step } of timesOf(plan)) {
          const { say, tips } = en.session.notes[step]
          for (const words of [say, ...tips]) expect(said).toContain(words)
        }
        expect(said).toContain(en.session.cue.talkFirst)
        for (const thing of en.session.cue.ready) expect(said).toContain(thing)
      })
    }
  })

  it('has a clock that begins at 0, leaves nothing out, and ends with the session', () => {
    const times = timesOf(plan)
    expect(times[0]?.from).toBe(0)
    expect(times.at(-1)?.to).toBe(plan.minutes)
    for (const [index, { step, from, to }] of times.entries()) {
      expect(to - from).toBe(plan.steps[step])
      expect(from).toBe(index === 0 ? 0 : times[index - 1]?.to)
    }
  })
})

it('leaves a step without time out of the card', async () => {
  const [short] = SESSION_PLANS
  expect(short && timesOf(short).map(({ step }) => step)).not.toContain('learn')
})
