import { beforeEach, expect, test } from 'vitest'
import { freshStorage } from '../support/page.tsx'
import { createUnplacedTexts, unplacedTexts } from '#storage/unplacedTexts.ts'

const KEY = 'hub-reflect.unplaced.paper.r1'

beforeEach(() => {
  localStorage.clear()
})

test('Texts are there again when the page is loaded anew, and gone once they are put right', () => {
  const texts = createUnplacedTexts(KEY)
  texts.set('1.1a/need', ['XX', 'لم'])
  texts.set('1.1b/good', ['QQ'])
  expect(createUnplacedTexts(KEY).get()).toEqual(
    new Map([
      ['1.1a/need', ['XX', 'لم']],
      ['1.1b/good', ['QQ']],
    ]),
  )
  texts.set('1.1b/good', [])
  expect([...createUnplacedTexts(KEY).get().keys()]).toEqual(['1.1a/need'])
  texts.set('1.1a/need', [])
  expect(localStorage.length).toBe(0)
})

test('Each form of each reflection has its own, and the same for the whole page', () => {
  unplacedTexts('paper', 'r2').set('box', ['XX'])
  expect(unplacedTexts('paper', 'r2').get().size).toBe(1)
  expect(unplacedTexts('setup', 'r2').get().size).toBe(0)
  expect(unplacedTexts('paper', 'r3').get().size).toBe(0)
})

test('What another window keeps is known here; listeners are told once', () => {
  const texts = createUnplacedTexts(KEY)
  let told = 0
  texts.subscribe(() => (told += 1))
  localStorage.setItem(KEY, JSON.stringify({ box: ['XX'] }))
  dispatchEvent(new StorageEvent('storage', { key: KEY }))
  expect(texts.get()).toEqual(new Map([['box', ['XX']]]))
  expect(told).toBe(1)
  localStorage.clear()
  dispatchEvent(new StorageEvent('storage', { key: null }))
  expect(texts.get().size).toBe(0)
})

test.each(['', '{', '[]', '{"box":"XX"}', '{"box":[]}', '{"box":[1,null]}'])(
  'A damaged note %s is as if there were none',
  (note) => {
    localStorage.setItem(KEY, note)
    expect(createUnplacedTexts(KEY).get().size).toBe(0)
  },
)

test('Once this device was cleared, nothing that is still on a screen is written back', async () => {
  const storage = await freshStorage()
  const texts = createUnplacedTexts(KEY)
  texts.set('box', ['XX'])
  localStorage.clear()
  const cleared = await storage.forgetEverything()
  expect(cleared.ok).toBe(true)
  texts.set('box', ['XX', 'QQ'])
  expect(texts.get().get('box')).toEqual(['XX', 'QQ'])
  expect(localStorage.length).toBe(0)
})
