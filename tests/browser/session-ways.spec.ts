import { expect, test, type Page } from './support/app.ts'
import {
  choose,
  goStep,
  INITIALS,
  LAPTOP,
  makePdf,
  mark,
  nameStrategy,
  openDevice,
  openOffline,
  PEOPLE,
  press,
  READABLE,
  SESSION_MS,
  setUpTeam,
  withDisk,
  wordsIn,
  writeStep,
  writeStrategy,
} from './support/session.ts'
import { expectMarks, LEVELS, row, takeTurn, untilSaved } from './support/sitting.ts'

/** One step in, one name in, one date in: as much as a short session leaves behind. */
async function planOneStep(page: Page, what: string): Promise<void> {
  await goStep(page, 'Plan')
  await press(page.getByRole('button', { name: 'Write a next step' }))
  await writeStep(page, { what, who: ['ZÅ'], by: 'our next meeting', sign: 'Five answers' })
}

test('five people put initials in boxes openly, and their next sitting starts from this one', async ({
  app,
}) => {
  test.setTimeout(SESSION_MS)
  await withDisk(async (disk) => {
    const tablet = await openOffline(app, disk)
    const { page } = tablet
    const main = page.getByRole('main')
    await setUpTeam(page, {
      way: 'Open initialing',
      plan: '45 minutes',
      sections: ['Build membership', 'Support logistics'],
    })
    for (const [seat, initials] of INITIALS.entries()) {
      await takeTurn(page, initials)
      await mark(page, '1.1a', seat < 2 ? 4 : 3)
      await mark(page, '1.1b', (seat % 4) + 1)
    }
    await expectMarks(page, '1.1b', ['SB AR', 'ŁŠ', '李明', 'ZÅ'])
    await nameStrategy(page, '1.1a', { name: 'Tea at the doorway' })
    await goStep(page, 'Share')
    const first = page.getByRole('region', { name: 'Talk about these first' })
    await expect(first.getByRole('heading', { level: 3 })).toHaveText([/^1\.1b/])
    await planOneStep(page, 'Ask every leaver why')
    await goStep(page, 'Summary')
    const record = await makePdf(page)
    const words = ['Tea at the doorway', 'Ask every leaver why', ...READABLE]
    expect(wordsIn(record.text, words)).toEqual(words)

    await press(page.getByRole('banner').getByRole('link', { name: 'Home' }))
    await press(page.getByRole('link', { name: /^Run a workshop/ }))
    await page.getByLabel('Start from last time').selectOption({ index: 1 })
    await expect(page.getByLabel(`Initials of ${PEOPLE[1]}`)).toHaveValue('ŁŠ')
    await expect(main).toContainText('1 open next step')
    await press(page.getByRole('button', { name: 'Remove Ana-María Ruiz' }))
    await press(page.getByRole('button', { name: 'Start reflecting' }))
    await expect(row(page, '1.1a')).toBeVisible()
    await expectMarks(page, '1.1a', ['', '', '', ''])
    await goStep(page, 'Learn')
    await expect(page.getByRole('checkbox', { name: 'Ask every leaver why' })).not.toBeChecked()
    await goStep(page, 'Reflect')
    await takeTurn(page, 'SB')
    await mark(page, '1.1b', 3)
    await goStep(page, 'Plan')
    const last = page.getByRole('region', { name: 'From last time' })
    await expect(last).toContainText('Ask every leaver why')
    await press(last.getByRole('checkbox', { name: 'Done: Ask every leaver why' }))
    await goStep(page, 'Summary')
    await press(page.getByRole('button', { name: 'Compare with an earlier sitting' }))
    const earlier = page.getByRole('region', { name: 'An earlier sitting beside this one' })
    await expect(earlier).toContainText(/Compared: 1 of \d+ methods\./)
    await expect(earlier).toContainText('4 people were in both sittings. Only then: AR.')
    await press(earlier.getByRole('checkbox', { name: 'Only people who were in both' }))
    await expect(earlier).toContainText('SB from box 1 to 3')
    await tablet.close()
    expect(tablet.seen.faults).toEqual([])
  })
})

test('marks of five people are typed from paper, and the rest of the session goes on from there', async ({
  app,
}) => {
  test.setTimeout(SESSION_MS)
  await withDisk(async (disk) => {
    const laptop = await openOffline(app, disk, LAPTOP)
    const { page } = laptop
    await setUpTeam(page, {
      way: 'Enter from paper',
      plan: '90 minutes',
      sections: ['Build membership'],
    })
    await press(page.getByRole('link', { name: 'On to Reflect' }))
    const boxOf = (number: string, level: number) =>
      page.getByRole('textbox', { name: `${number}, ${LEVELS[level - 1] ?? ''}: initials` })
    await boxOf('1.1a', 1).focus()
    // Initials as they are typed: the first letter, without the marks above it.
    const lines = [
      ['z a', '', '', 's l'],
      ['s', 'l', 'z a'],
    ]
    for (const boxes of lines) {
      for (const [index, typed] of boxes.entries()) {
        await page.keyboard.type(typed)
        await page.keyboard.press(index === boxes.length - 1 ? 'Enter' : 'Tab')
      }
    }
    await boxOf('1.1b', 4).focus()
    await page.keyboard.insertText('李明')
    await page.keyboard.press('Enter')
    await expect(boxOf('1.1a', 1)).toHaveValue('ZÅ AR')
    await expect(boxOf('1.1a', 4)).toHaveValue('SB ŁŠ')
    await expect(boxOf('1.1b', 4)).toHaveValue('李明')
    await untilSaved(page)

    await goStep(page, 'Share')
    const first = page.getByRole('region', { name: 'Talk about these first' })
    await expect(first.getByRole('heading', { level: 3 })).toHaveText([/^1\.1b/, /^1\.1a/])
    const poster = page.getByRole('article', { name: 'Build membership and engagement' })
    await press(poster.getByRole('button', { name: /^Add a strategy/ }))
    await writeStrategy(poster, { name: 'Tea at the doorway', evidence: 'Nine of ten came back.' })
    await planOneStep(page, 'Ask every leaver why')
    await goStep(page, 'Summary')
    const record = await makePdf(page)
    const words = ['Tea at the doorway', 'Nine of ten came back.', ...READABLE]
    expect(wordsIn(record.text, words)).toEqual(words)
    await laptop.close()
    expect(laptop.seen.faults).toEqual([])

    const again = await openDevice(app, disk, LAPTOP)
    await press(again.page.getByRole('link', { name: /^Cedar hub/ }))
    await goStep(again.page, 'Reflect')
    const marks = again.page.getByRole('textbox', { name: `1.1a, ${LEVELS[3]}: initials` })
    await expect(marks).toHaveValue('SB ŁŠ')
    await again.close()
    expect(again.seen.faults).toEqual([])
  })
})

/** What belongs to a room full of people, and never to one leader's quarter of an hour. */
const TEAM_FURNITURE =
  /Pass the tablet|Show everyone|Whose turn|Talk about these first|For the facilitator|How to rate|Sit together/i

test('one leader goes the whole way alone, in their own voice and without team furniture', async ({
  app,
}) => {
  test.setTimeout(SESSION_MS)
  await withDisk(async (disk) => {
    const tablet = await openOffline(app, disk)
    const { page } = tablet
    const own = page.getByRole('main')
    const aloneAt = async (step: string, said: string) => {
      await goStep(page, step)
      await expect(own).toContainText(said)
      expect((await own.innerText()).match(TEAM_FURNITURE)?.[0], step).toBeUndefined()
      const headings = await own.getByRole('heading').allInnerTexts()
      expect(
        headings.filter((heading) => /\b(we|our|us)\b/i.test(heading)),
        step,
      ).toEqual([])
    }
    await press(page.getByRole('link', { name: /^Reflect on my own/ }))
    await page.getByRole('textbox', { name: 'Your name' }).fill('Łukasz Šimić')
    await choose(page, ['Build membership'])
    await expect(page.getByRole('radio', { name: /^Private, then reveal/ })).toHaveCount(0)
    await press(page.getByRole('button', { name: 'Start reflecting' }))
    await mark(page, '1.1a', 4)
    await mark(page, '1.1b', 1)
    await nameStrategy(page, '1.1a', { name: 'Walk the floor', evidence: 'They ask me along.' })
    await aloneAt('Learn', 'What I want to practice today')
    await press(page.getByRole('checkbox', { name: /Share the Air/ }))
    await aloneAt('Share', 'My strengths')
    await expect(own).toContainText('Walk the floor')
    await press(page.getByRole('button', { name: 'Choose where to grow' }))
    const chooser = page.getByRole('dialog', { name: 'Choose where to grow' })
    await press(chooser.getByRole('radio', { name: /^1\.1 / }))
    await press(chooser.getByRole('button', { name: 'Grow here' }))
    await page.getByLabel('What is hard for me?').fill('I forget to ask')
    await press(page.getByRole('button', { name: 'Done', exact: true }))
    await aloneAt('Plan', 'What do I do next')
    await press(page.getByRole('button', { name: 'Write a next step' }))
    await expect(page.getByLabel('Who looks after it?')).toHaveCount(0)
    await writeStep(page, { what: 'Ask one leaver', by: 'the end of the month', sign: 'A reason' })
    await aloneAt('Summary', 'Where I placed myself')
    const paper = await makePdf(page, 'My own copy')
    const words = ['Walk the floor', 'I forget to ask', 'Ask one leaver', 'A reason']
    expect(wordsIn(paper.text, words)).toEqual(words)
    expect(paper.text).toContain('What I do well, by name')
    expect(paper.name).not.toContain('Łukasz')
    const shared = await makePdf(page, 'For our network')
    const names = ['Łukasz', 'Šimić', 'ŁŠ']
    for (const shown of [shared.text, shared.about, shared.attached, shared.name]) {
      expect(wordsIn(shown, names)).toEqual([])
    }
    await tablet.close()
    expect(tablet.seen.faults).toEqual([])
  })
})
