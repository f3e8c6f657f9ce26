import { afterEach, describe, expect, it } from 'vitest'
import { TEAM, answerEdit } from '#core/answer.ts'
import { fieldEdits } from '#core/reflection.ts'
import { revealEdits } from '#core/workshop.ts'
import { ProjectorPage } from '#features/projector/ProjectorPage.tsx'
import { en } from '#messages/en.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { sessionNote } from '#storage/sessionNote.ts'
import { aRubric } from '../../support/builders.ts'
import { freshStorage, renderPage, type TestPage } from '../../support/page.tsx'
import { changesOf, type Sitting } from '../../support/sittings.ts'
import { rubricHash } from '#core/rubricHash.ts'

const words = en.projector
const RUBRIC = aRubric()
const PEOPLE = [
  { id: 'p-sam', initials: 'SB', name: 'Sam Brown' },
  { id: 'p-mei', initials: 'ML', name: 'Mei Lin' },
  { id: 'p-ola', initials: 'OK', name: 'Ola Kowalska' },
]

let page: TestPage
let store: ReflectionStore
let count = 0

afterEach(async () => {
  store.close()
  await page.close()
})

/** A wall of a sitting of three; each test has a sitting of its own, as each has its own note. */
async function openWall(sitting: Partial<Sitting> = {}): Promise<string> {
  count += 1
  const id = `sitting-of-test-${count}`
  const storage = await freshStorage()
  const changes = changesOf({ id, rubric: RUBRIC, team: 'Cedar hub', people: PEOPLE, ...sitting })
  await storage.mergeIn({ changes, rubrics: [{ hash: rubricHash(RUBRIC), rubric: RUBRIC }] })
  const opened = await storage.open(id)
  if (!opened.ok) throw new Error(opened.problem.kind)
  store = opened.value
  page = await renderPage(<ProjectorPage id={id} />, { storage })
  await page.until(() => page.has('heading', /./), 'a first slide')
  return id
}

function lead(id: string, step: 'setup' | 'learn' | 'reflect' | 'share' | 'plan' | 'summary') {
  return page.act(() =>
    sessionNote(id).set({ place: { step, rubricId: undefined, sectionId: undefined } }),
  )
}

/** Everything a person or a screen reader could come upon. */
function everything(): string {
  return [document.title, document.documentElement.outerHTML].join('\n')
}

const PRIVATE: Partial<Sitting> = {
  way: 'private',
  answer: (item, seat) => {
    if (item.kind === 'rating') return { kind: 'level', level: seat === 2 ? 'great' : 'need' }
    return seat === 0 ? undefined : { kind: 'text', text: 'Whispered words' }
  },
  strategies: [
    {
      name: 'Whispered guide',
      how: 'How it goes',
      evidence: 'Nine of ten',
      itemId: 'a.one.1',
      credit: ['p-ola'],
    },
  ],
}

describe('the wall', () => {
  it('says that the sitting was deleted meanwhile, and no longer once it is back', async () => {
    const id = await openWall()
    const { deleted } = en.app
    expect(page.text()).not.toContain(deleted)
    await page.act(async () => void (await page.storage.deleteReflection(id)))
    await page.until(() => page.text().includes(deleted), 'the sentence')
    await page.act(async () => void (await page.storage.restoreReflection(id)))
    await page.until(() => !page.text().includes(deleted), 'the wall as before')
  })

  it('welcomes the team and says who is here', async () => {
    await openWall()
    expect(page.text()).toContain('Cedar hub')
    for (const { initials, name } of PEOPLE) {
      expect(page.text()).toContain(initials)
      expect(page.text()).toContain(name)
    }
    expect(page.has('link', /.*/)).toBe(true)
    expect(page.find('link', words.back.team).getAttribute('href')).toContain('/setup')
  })

  it('follows the window that leads the session from step to step', async () => {
    const id = await openWall()
    await lead(id, 'learn')
    expect(page.has('heading', RUBRIC.title.text)).toBe(true)
    expect(page.text()).toContain(RUBRIC.goal.text)
    await lead(id, 'reflect')
    expect(page.has('heading', 'Build membership')).toBe(true)
    await lead(id, 'summary')
    expect(page.has('heading', words.thanks)).toBe(true)
  })

  it('is turned by arrow keys and buttons, and then follows the leading window again', async () => {
    const id = await openWall()
    await lead(id, 'setup')
    const key = (name: string) =>
      page.act(() => void document.dispatchEvent(new KeyboardEvent('keydown', { key: name })))
    await key('ArrowRight')
    expect(page.has('heading', words.expectTitle)).toBe(true)
    await page.press('button', words.next)
    expect(page.has('heading', RUBRIC.title.text)).toBe(true)
    await key('PageUp')
    expect(page.has('heading', words.expectTitle)).toBe(true)
    await page.press('button', words.follow)
    expect(page.has('heading', words.welcome)).toBe(true)
    await key('ArrowRight')
    await lead(id, 'plan')
    expect(page.has('heading', en.app.plan)).toBe(true)
    expect(page.has('button', words.follow)).toBe(false)
  })

  it('shows initials in their boxes once marks are open, and what the team agreed on', async () => {
    const id = await openWall({ way: 'open', answer: PRIVATE.answer! })
    await lead(id, 'reflect')
    await page.act(() =>
      store.apply([
        answerEdit(
          { participantId: TEAM, rubricId: RUBRIC.id, itemId: 'a.one.1' },
          { kind: 'level', level: 'better' },
        ),
      ]),
    )
    const boxes = [...document.querySelectorAll('[data-level][data-held]')].slice(0, 4)
    expect(boxes.map((box) => box.querySelectorAll('bdi').length)).toEqual([2, 0, 0, 1])
    expect(page.text()).toContain(words.agreed('We could probably get better at this'))
  })

  it('asks about what is seen most differently, with the names of what works after it', async () => {
    const { answer, strategies } = PRIVATE
    const id = await openWall({ way: 'open', answer: answer!, strategies: strategies! })
    await lead(id, 'share')
    expect(page.text()).toContain(words.talkFirst)
    expect(page.text()).toContain(words.question)
    while (!page.text().includes('Whispered guide')) await page.press('button', words.next)
    expect(page.text()).toContain('Nine of ten')
  })

  it('shows next steps with who and when', async () => {
    const id = await openWall()
    await lead(id, 'plan')
    await page.act(() =>
      store.apply(
        fieldEdits('nextStep', 'step-1', { what: 'Write the guide', who: 'Mei', by: '2026-12-04' }),
      ),
    )
    expect(page.text()).toContain('Write the guide')
    expect(page.text()).toContain(words.by('2026-12-04'))
  })
})

describe('before the marks are shown to all', () => {
  it('says who is done, and on no slide anything of what they said', async () => {
    const id = await openWall(PRIVATE)
    await lead(id, 'setup')
    const slides: string[] = []
    for (;;) {
      slides.push(everything())
      if (page.find('button', words.next).hasAttribute('disabled')) break
      await page.press('button', words.next)
    }
    expect(slides.length).toBeGreaterThan(6)
    for (const slide of slides) {
      expect(slide).not.toContain('Whispered')
      expect(slide).not.toContain('Nine of ten')
      expect(slide).not.toContain('data-held="true"')
      expect(slide).not.toContain("We're great at this")
    }
    const shown = slides.join('\n')
    expect(shown).toContain(words.done(2, 3))
    expect(shown).toContain(words.isNotDone)
  })

  it('has nothing of another section when one is shown to all', async () => {
    const id = await openWall(PRIVATE)
    await lead(id, 'reflect')
    expect(page.text()).toContain(words.done(2, 3))
    await page.act(() => store.apply(revealEdits(id, RUBRIC.id, ['a'])))
    expect(document.querySelectorAll('[data-held="true"]').length).toBeGreaterThan(0)
    while (!page.text().includes(words.doneHint)) await page.press('button', words.next)
    expect(document.querySelectorAll('[data-held]')).toHaveLength(0)
  })

  it('would be found out if it showed a mark: the check sees one that is open', async () => {
    const id = await openWall({ ...PRIVATE, way: 'open' })
    await lead(id, 'reflect')
    expect(everything()).toContain('data-held="true"')
    expect(everything()).toContain("We're great at this")
  })
})
