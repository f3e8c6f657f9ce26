import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { TEAM } from '#core/answer.ts'
import { aRubric, aSection, aSkill } from '../../support/builders.ts'
import { aTableItem } from '../../support/kinds.ts'
import { accessibleName, openSheet, type Opening, type Sheet } from './openSheet.tsx'

let sheet: Sheet

beforeEach(() => {
  localStorage.clear()
  vi.stubGlobal('scrollTo', () => undefined)
})
afterEach(async () => {
  await sheet.page.close()
  vi.unstubAllGlobals()
})
const open = async (opening?: Opening) => {
  sheet = await openSheet(opening)
}

const TABLE = 'k.plan.table'
const cards = () =>
  [...sheet.row(TABLE).querySelectorAll<HTMLElement>('[role=group] > [role=group]')].map(
    (card) => ({ card, name: accessibleName(card) }),
  )
const fieldIn = (row: string, name: string) => {
  const found = cards().find((card) => card.name === row)
  const fields = found?.card.querySelectorAll<HTMLElement>('input, textarea, select') ?? []
  const field = [...fields].find((each) => accessibleName(each) === name)
  return field ?? expect.fail(`No "${name}" in "${row}" among ${cards().map((each) => each.name)}`)
}
const valueOf = (row: string, name: string) => {
  const field = fieldIn(row, name)
  return 'value' in field ? field.value : undefined
}
const rowsOf = () => {
  const answer = sheet.answer(TABLE, TEAM)
  return answer?.kind === 'table' ? answer.rows : []
}
const INFORMAL = 'Informal sharing with colleagues'
const OFFERS = 'What it offers'
const START = 'Uses ties that exist.'

test('two cells of a row are stored one by one, and others’ are left alone', async () => {
  await open()
  await sheet.write(fieldIn('Formal presentations', OFFERS), 'A chance to lead.')
  await sheet.write(fieldIn('Formal presentations', 'By when'), '2026-12-15')
  const cells = { offers: 'A chance to lead.', by: '2026-12-15' }
  expect(rowsOf()).toEqual([{ id: 'formal', isAdded: false, cells }])
  const fields = sheet.store.changes().filter(({ kind }) => kind === 'response')
  expect(fields.map(({ field }) => field).toSorted()).toEqual([
    'cell/formal/by',
    'cell/formal/offers',
  ])
})

test('a choice in a cell is kept by its id, and taken back', async () => {
  await open()
  const choose = (value: string) =>
    sheet.page.act(() => {
      const select = fieldIn(INFORMAL, 'Decision')
      if (select instanceof HTMLSelectElement) select.value = value
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })
  await choose('plan')
  expect(rowsOf()).toEqual([{ id: 'informal', isAdded: false, cells: { decision: 'plan' } }])
  expect(valueOf(INFORMAL, 'Decision')).toBe('plan')
  await choose('')
  expect(rowsOf()).toEqual([])
})

test('words to start from stand there unstored until someone writes over them', async () => {
  await open()
  expect(valueOf(INFORMAL, OFFERS)).toBe(START)
  expect(fieldIn(INFORMAL, OFFERS).dataset['start']).toBe('true')
  expect(rowsOf()).toEqual([])
  await sheet.write(fieldIn(INFORMAL, OFFERS), 'Our own words.')
  expect(fieldIn(INFORMAL, OFFERS).dataset['start']).toBe('false')
  expect(rowsOf()[0]?.cells).toEqual({ offers: 'Our own words.' })
  await sheet.press(TABLE, 'button', 'Put the original back')
  expect(valueOf(INFORMAL, OFFERS)).toBe(START)
  expect(rowsOf()).toEqual([])
  expect(sheet.row(TABLE).textContent).not.toContain('Put the original back')
})

test('a cell that was emptied stays empty, at once or after words of one’s own', async () => {
  await open()
  await sheet.write(fieldIn(INFORMAL, OFFERS), '')
  expect(valueOf(INFORMAL, OFFERS)).toBe('')
  expect(rowsOf()[0]?.cells).toEqual({ offers: '' })
  await sheet.press(TABLE, 'button', 'Put the original back')
  await sheet.write(fieldIn(INFORMAL, OFFERS), 'Ours.')
  await sheet.write(fieldIn(INFORMAL, OFFERS), '')
  expect(valueOf(INFORMAL, OFFERS)).toBe('')
  expect(rowsOf()[0]?.cells).toEqual({ offers: '' })
  await sheet.page.press('button', 'Undo')
  expect(valueOf(INFORMAL, OFFERS)).toBe('Ours.')
})

test('a row is added with the writing in it, and removed; undo brings it back with its words', async () => {
  await open()
  await sheet.press(TABLE, 'button', 'Add a row')
  expect(cards().map(({ name }) => name)).toEqual([INFORMAL, 'Formal presentations', 'Row 3'])
  expect(document.activeElement).toBe(fieldIn('Row 3', OFFERS))
  await sheet.write(fieldIn('Row 3', OFFERS), 'A podcast.')
  await sheet.press(TABLE, 'button', 'Add a row')
  await sheet.press(TABLE, 'button', 'Remove: Row 3')
  expect(cards().map(({ name }) => name)).toEqual([INFORMAL, 'Formal presentations', 'Row 3'])
  expect(valueOf('Row 3', OFFERS)).toBe('')
  await sheet.page.press('button', 'Undo')
  expect(
    cards()
      .map(({ name }) => name)
      .slice(2),
  ).toEqual(['Row 3', 'Row 4'])
  expect(valueOf('Row 3', OFFERS)).toBe('A podcast.')
})

test('a table without rows says so, and its first row is Row 1', async () => {
  const item = aTableItem({ id: TABLE, rows: [], answeredBy: 'each' })
  const section = aSection({ skills: [aSkill({ items: [item] })] })
  await open({ rubrics: [aRubric({ sections: [section] })] })
  expect(sheet.row(TABLE).textContent).toContain('Nothing here yet.')
  await sheet.press(TABLE, 'button', 'Add a row')
  await sheet.write(fieldIn('Row 1', OFFERS), 'Mine.')
  await sheet.page.press('radio', 'ML')
  expect(cards()).toEqual([])
  await sheet.page.press('radio', 'SB')
  expect(valueOf('Row 1', OFFERS)).toBe('Mine.')
})

test('a table that is set aside keeps what was written in it', async () => {
  const item = aTableItem({ id: TABLE, setAside: [{ id: 'notOurs', label: 'Not ours' }] })
  const section = aSection({ skills: [aSkill({ items: [item] })] })
  await open({ rubrics: [aRubric({ sections: [section] })] })
  await sheet.press(TABLE, 'button', 'Add a row')
  await sheet.write(fieldIn('Row 3', OFFERS), 'A podcast.')
  await sheet.press(TABLE, 'button', 'Not ours')
  expect(cards()).toEqual([])
  await sheet.press(TABLE, 'button', 'Not ours')
  expect(valueOf('Row 3', OFFERS)).toBe('A podcast.')
})

test('what two devices wrote into one cell both stands below the table until someone chooses', async () => {
  await open()
  await sheet.write(fieldIn('Formal presentations', OFFERS), 'Here.')
  const record = `${TEAM}/kinds-rubric/${TABLE}`
  await sheet.elsewhere({ kind: 'response', record, field: 'cell/formal/offers', value: 'There.' })
  const said = sheet.row(TABLE).textContent
  expect(said).toContain(
    'Formal presentations, What it offers: two devices wrote this differently.',
  )
  expect(said).toMatch(/Here\.[^]*There\.|There\.[^]*Here\./)
  await sheet.press(TABLE, 'button', 'Keep both')
  expect(rowsOf()[0]?.cells['offers']).toMatch(/^(Here\.\nThere\.|There\.\nHere\.)$/)
  expect(sheet.row(TABLE).textContent).not.toContain('two devices')
})
