import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answerEdit } from '#core/answer.ts'
import { middleOf } from '#core/rubric.ts'
import { aPlacementItem } from '../../support/kinds.ts'
import { accessibleName, openSheet, type Opening, type Sheet } from './openSheet.tsx'

let sheet: Sheet

beforeEach(() => {
  localStorage.clear()
  vi.stubGlobal('scrollTo', () => undefined)
  // A map of 200 by 200, lower left corner at (100, 300).
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(
    new DOMRect(100, 100, 200, 200),
  )
})
afterEach(async () => {
  await sheet.page.close()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const PLACE = 's.place.zone'
const open = async (opening: Opening = {}) => {
  sheet = await openSheet({
    sites: ['Cedar', '李明小学'],
    address: { rubricId: 'kinds-rubric', sectionId: 's' },
    ...opening,
  })
}
const placed = (who = 'p1', site = 'site1') => sheet.answer(PLACE, who, site)
const surface = () => sheet.row(PLACE).querySelector<HTMLElement>('button[tabindex="-1"]')
const tap = (x: number, y: number) =>
  sheet.page.act(() => {
    const at = { bubbles: true, clientX: 100 + 2 * x, clientY: 300 - 2 * y }
    surface()?.dispatchEvent(new MouseEvent('click', at))
  })
const points = () =>
  [...sheet.row(PLACE).querySelectorAll<HTMLElement>('[style*="--x"]')]
    .filter(({ textContent }) => textContent !== '')
    .map((point) => ({
      label: point.textContent,
      at: [point.style.getPropertyValue('--x'), point.style.getPropertyValue('--y')],
      strong: point.dataset['strong'] === 'true',
      faint: point.dataset['faint'] === 'true',
    }))
const zone = (name: string) => sheet.control(PLACE, 'input[type=radio]', name)
const isChosen = (name: string) => {
  const input = zone(name)
  return input instanceof HTMLInputElement && input.checked
}

test('a tap on the map places the site in the zone that lies there, and is chosen in the list', async () => {
  await open()
  await tap(50, 60)
  expect(placed()).toEqual({ kind: 'placement', zone: 'd', x: 50, y: 60 })
  expect(isChosen('D Traction')).toBe(true)
  expect(points()).toEqual([{ label: '1', at: ['50%', '60%'], strong: true, faint: false }])
  await tap(90, 90)
  expect(placed()).toEqual({ kind: 'placement', zone: 'e', x: 90, y: 90 })
})

test('a tap between the zones means the nearest one', async () => {
  await open()
  await tap(5, 40)
  expect(placed()).toMatchObject({ zone: 'c', x: 5, y: 40 })
})

test('from the list the site goes to the middle of the zone, and is taken back by choosing again', async () => {
  await open()
  const [, , some] = aPlacementItem().zones
  await sheet.press(PLACE, 'input', 'C Some traction')
  expect(placed()).toEqual({ kind: 'placement', zone: 'c', ...(some && middleOf(some)) })
  await sheet.press(PLACE, 'input', 'C Some traction')
  expect(placed()).toBeUndefined()
  expect(points()).toEqual([])
})

test('the list says what each zone means and where the words come from', async () => {
  await open()
  const described = zone('A No traction').getAttribute('aria-describedby') ?? ''
  expect(document.getElementById(described)?.textContent).toMatch(
    /^The site has no working team\.\s*Drafted by us$/,
  )
  const list = zone('A No traction').closest<HTMLElement>('[role=radiogroup]')
  expect(list && accessibleName(list)).toBe(
    'Where is this site on the way to impact at scale? Where is Cedar?',
  )
})

test('the map is out of the way of keyboard and screen reader', async () => {
  await open()
  expect(surface()?.getAttribute('aria-hidden')).toBe('true')
  const exposed = [
    ...sheet.row(PLACE).querySelectorAll('[style*="--x"], [style*="--left"]'),
  ].filter((element) => element.closest('[aria-hidden=true]') === null)
  expect(exposed).toEqual([])
})

test('others’ placements of the site stand back, other sites are shown by number', async () => {
  await open()
  const at = (participantId: string, siteId: string) => ({
    participantId,
    rubricId: 'kinds-rubric',
    itemId: PLACE,
    siteId,
  })
  await sheet.page.act(() =>
    sheet.store.apply([
      answerEdit(at('p1', 'site1'), { kind: 'placement', zone: 'd', x: 60, y: 60 }),
      answerEdit(at('p2', 'site1'), { kind: 'placement', zone: 'c', x: 20, y: 30 }),
      answerEdit(at('p1', 'site2'), { kind: 'placement', zone: 'a', x: 5, y: 5 }),
      answerEdit(at('p2', 'site2'), { kind: 'placement', zone: 'e', x: 95, y: 95 }),
    ]),
  )
  expect(points()).toEqual([
    { label: '1', at: ['60%', '60%'], strong: true, faint: false },
    { label: 'ML', at: ['20%', '30%'], strong: false, faint: true },
    { label: '2', at: ['5%', '5%'], strong: false, faint: false },
  ])
  expect(sheet.row(PLACE).textContent).toContain('李明小学zone A')
  await sheet.page.press('radio', '2李明小学')
  await sheet.page.press('radio', 'ML')
  expect(points()).toEqual([
    { label: '2', at: ['95%', '95%'], strong: true, faint: false },
    { label: 'SB', at: ['5%', '5%'], strong: false, faint: true },
    { label: '1', at: ['20%', '30%'], strong: false, faint: false },
  ])
})

test('drawing the point along places it where it is let go', async () => {
  await open()
  await tap(50, 60)
  const handle = [...sheet.row(PLACE).querySelectorAll<HTMLElement>('[style*="--x"]')].find(
    ({ textContent }) => textContent === '',
  )
  if (!handle) expect.fail('The point has no handle.')
  let isHeld = false
  handle.setPointerCapture = () => (isHeld = true)
  handle.hasPointerCapture = () => isHeld
  const point = (type: string, x: number, y: number) =>
    sheet.page.act(() => {
      const at = { bubbles: true, clientX: 100 + 2 * x, clientY: 300 - 2 * y }
      handle.dispatchEvent(new PointerEvent(type, at))
    })
  await point('pointermove', 10, 10)
  expect(points()[0]?.at).toEqual(['50%', '60%'])
  await point('pointerdown', 50, 60)
  await point('pointermove', 120, 130)
  expect(points()[0]?.at).toEqual(['100%', '100%'])
  expect(placed()).toMatchObject({ zone: 'd' })
  await point('pointerup', 120, 130)
  expect(placed()).toEqual({ kind: 'placement', zone: 'e', x: 100, y: 100 })
})

test('questions lead to a zone, one at a time, with a way back', async () => {
  await open()
  await sheet.press(PLACE, 'button', 'Help me place it')
  const asked = () => document.activeElement?.textContent
  expect(asked()).toBe('Question 1 of up to 4Is there a team that meets and tests?')
  await sheet.press(PLACE, 'button', 'Yes')
  expect(asked()).toContain('Could what they test really move the aim?')
  await sheet.press(PLACE, 'button', 'No')
  expect(asked()).toBe('This sounds likeB · Low tractionThings are done, loosely linked.')
  await sheet.press(PLACE, 'button', 'Back')
  await sheet.press(PLACE, 'button', 'Back')
  expect(asked()).toContain('Question 1')
  for (let step = 0; step < 4; step += 1) await sheet.press(PLACE, 'button', 'Yes')
  expect(asked()).toContain('E · Impact at scale')
  expect(placed()).toBeUndefined()
  await sheet.press(PLACE, 'button', 'Place it here')
  expect(placed()).toMatchObject({ zone: 'e' })
  expect(sheet.row(PLACE).textContent).not.toContain('This sounds like')
  expect(document.activeElement?.textContent).toBe('Help me place it')
})

test('a site that is in the proposed zone already stays where it was put', async () => {
  await open()
  await tap(1, 1)
  await sheet.press(PLACE, 'button', 'Help me place it')
  await sheet.press(PLACE, 'button', 'No')
  await sheet.press(PLACE, 'button', 'Place it here')
  expect(placed()).toEqual({ kind: 'placement', zone: 'a', x: 1, y: 1 })
})

test('a site that is set aside is on no place of the map', async () => {
  await open()
  await tap(50, 60)
  await sheet.press(PLACE, 'button', "We don't know")
  expect(placed()).toEqual({ kind: 'setAside', reason: 'unknown' })
  expect(points()).toEqual([])
  expect(isChosen('D Traction')).toBe(false)
})
