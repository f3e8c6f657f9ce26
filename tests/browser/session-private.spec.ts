import { expect, test, type Page } from './support/app.ts'
import {
  begin,
  goSection,
  goStep,
  INITIALS,
  makePdf,
  mark,
  nameStrategy,
  openDevice,
  openOffline,
  passOn,
  PEOPLE,
  press,
  READABLE,
  SESSION_MS,
  setUpTeam,
  wordsIn,
  writeStep,
  writeStrategy,
  withDisk,
} from './support/session.ts'
import { expectMarks, row, takeTurn, untilSaved } from './support/sitting.ts'

/** Where each of the five puts their initials; 0 sets the row aside. In the order they sit. */
const MARKS: Readonly<Record<string, readonly number[]>> = {
  '1.1a': [4, 4, 4, 1, 1],
  '1.1b': [3, 3, 2, 3, 2],
  '1.2a': [2, 2, 0, 1, 2],
  '1.2e': [3, 4, 3, 4, 3],
}
const MARKS_ON: Readonly<Record<string, readonly number[]>> = {
  '4.1a': [2, 2, 1, 2, 2],
  '4.1b': [1, 4, 2, 3, 3],
  '4.2c': [4, 3, 4, 4, 3],
}

async function markAll(page: Page, marks: typeof MARKS, seat: number): Promise<void> {
  for (const [number, levels] of Object.entries(marks)) {
    const level = levels[seat] ?? 0
    if (level > 0) await mark(page, number, level)
    else await press(row(page, number).getByRole('button', { name: "We don't know" }))
  }
}

async function learn(page: Page): Promise<void> {
  await goStep(page, 'Learn')
  const main = page.getByRole('main')
  await expect(main).toContainText('Build membership and engagement')
  await press(page.getByRole('checkbox', { name: /Share the Air/ }))
  await page.getByLabel('In our own words').fill('Ask before we tell')
  await press(page.getByRole('button', { name: 'Add', exact: true }))
  await page.getByLabel('Knows well: ŁŠ').selectOption('hub-learning-system')
  await page.getByLabel('Wants to learn about: 李明').selectOption('hub-learning-system')
  await expect(page.getByText('ŁŠ knows what 李明 wants to learn: sit together.')).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Ask before we tell' })).toBeChecked()
  await press(page.getByRole('link', { name: 'On to Reflect' }))
}

async function rateInPrivate(page: Page): Promise<void> {
  for (const [seat, initials] of INITIALS.entries()) {
    await begin(page, initials)
    await markAll(page, MARKS, seat)
    if (seat === 1) {
      const evidence = 'Nine of ten newcomers came back in spring, met by Łukasz, 李明 or Zoë.'
      await nameStrategy(page, '1.1a', { name: 'Tea at the doorway', evidence })
    }
    await press(page.getByRole('link', { name: /^Next: Support logistics/ }))
    await markAll(page, MARKS_ON, seat)
    if (seat === 3) await nameStrategy(page, '4.2c', { name: 'Rooms with windows' })
    await passOn(page)
    for (const words of ['Tea at the doorway', 'Rooms with windows']) {
      await expect(page.getByText(words)).toHaveCount(0)
    }
  }
}

async function talkAboutIt(page: Page): Promise<void> {
  await press(page.getByRole('button', { name: 'Show everyone’s marks' }))
  await press(page.getByRole('dialog').getByRole('button', { name: 'Show them now' }))
  const told = page.getByRole('paragraph').filter({ hasText: 'Everyone’s marks are shown' })
  await expect(told).toHaveText('Everyone’s marks are shown: 5 people, 7 methods.')
  await goSection(page, 'Build membership and engagement')
  await expectMarks(page, '1.1a', ['ZÅ AR', '', '', 'SB ŁŠ 李明'])
  await takeTurn(page, 'ZÅ')
  await mark(page, '1.1a', 3)
  await expect(row(page, '1.1a').getByText('ZÅ moved', { exact: false }).first()).toBeAttached()
  await page.getByRole('radio', { name: 'What we agree on' }).check()
  await mark(page, '1.1a', 3)
  await expectMarks(page, '1.1a', ['AR', '', 'ZÅ', 'SB ŁŠ 李明'])
  await expect(row(page, '1.1a').locator('label[data-level="3"]')).toContainText('We')
}

async function share(page: Page): Promise<void> {
  await goStep(page, 'Share')
  const first = page.getByRole('region', { name: 'Talk about these first' })
  const talks = first.getByRole('list').first().getByRole('heading', { level: 3 })
  await expect(talks).toHaveText([/^1\.1a/, /^4\.1b/])
  await expect(first).toContainText('Marks two or more boxes apart')

  const poster = page.getByRole('article', { name: 'Support logistics' })
  await expect(poster).toContainText('Rooms with windows')
  await press(poster.getByRole('button', { name: 'Add a strategy: Support logistics' }))
  await writeStrategy(poster, {
    name: 'One page after each meeting',
    evidence: 'Sent within two days, 11 of 12 times since May; before, 4 of 12.',
    kind: 'Process measure (a count of what happened)',
  })
  await expect(poster).toContainText('2 strategies so far')

  await press(page.getByRole('button', { name: 'Choose where to grow' }))
  const chooser = page.getByRole('dialog', { name: 'Choose where to grow' })
  await press(chooser.getByRole('radio', { name: /^1\.1 / }))
  await press(chooser.getByRole('button', { name: 'Grow here' }))
  const edges = page.getByRole('region', { name: 'Where we want to grow' })
  await press(edges.getByRole('button', { name: /^Managing turnover/ }))
  await press(edges.getByRole('button', { name: 'Borrow: Tea at the doorway' }))
  await press(edges.getByRole('button', { name: 'Make it a next step: Tea at the doorway' }))
  await press(edges.getByRole('button', { name: 'Done', exact: true }))
  await expect(edges).toContainText('Tea at the doorway (from ŁŠ)')

  await page.getByLabel('What could help: Managing turnover').fill('A buddy for the first month')
  await page.getByLabel('On track: what we see then').fill('Teams bring data unasked')
  await page.getByLabel('Drifting off: what we see first').fill('The same three people talk')
  await untilSaved(page)
}

async function plan(page: Page): Promise<void> {
  await goStep(page, 'Plan')
  await press(page.getByRole('button', { name: 'Edit: Tea at the doorway' }))
  await writeStep(page, {
    what: 'Tea at the doorway in both schools',
    who: ['ŁŠ', 'AR'],
    by: 'two weeks from now',
    sign: 'Two newcomers come back',
  })
  await press(page.getByRole('button', { name: 'Write another' }))
  await writeStep(page, {
    what: 'Ask every leaver why',
    who: ['李明'],
    by: 'our next meeting',
    sign: 'Five answers',
  })
}

const CARRIED_HOME = [
  'Tea at the doorway',
  'One page after each meeting',
  '11 of 12 times since May',
  'Rooms with windows',
  'Managing turnover',
  'A buddy for the first month',
  'Teams bring data unasked',
  'The same three people talk',
  'Tea at the doorway in both schools',
  'Two newcomers come back',
  'Ask every leaver why',
]

test('five people rate in private, reveal, share and plan, and carry it home on paper', async ({
  app,
}) => {
  test.setTimeout(SESSION_MS)
  await withDisk(async (disk) => {
    const tablet = await openOffline(app, disk)
    const { page } = tablet
    await setUpTeam(page, {
      plan: '60 minutes',
      sections: ['Build membership', 'Support logistics'],
    })
    await learn(page)
    await rateInPrivate(page)
    await talkAboutIt(page)
    await share(page)
    await plan(page)

    await press(page.getByRole('link', { name: 'Go to the summary' }))
    const main = page.getByRole('main')
    for (const words of CARRIED_HOME.slice(0, 4)) await expect(main).toContainText(words)
    await expect(main).toContainText('Ask every leaver why')

    const record = await makePdf(page, 'Team record')
    expect(record.name).toMatch(/Cedar hub.*\.pdf$/)
    for (const words of [...CARRIED_HOME, ...READABLE, 'Ask before we tell', '4.1b']) {
      expect(record.text).toContain(words)
    }
    const network = await makePdf(page, 'For our network')
    for (const words of ['Tea at the doorway', 'One page after each meeting', 'Five answers']) {
      expect(network.text).toContain(words)
    }
    const names = [...PEOPLE, ...PEOPLE.flatMap((name) => name.split(' ')), ...INITIALS, 'Okafor']
    expect(wordsIn(record.text, names).length).toBeGreaterThan(12)
    expect([record.pictures > 0, network.pictures]).toEqual([true, 0])
    for (const shown of [network.text, network.about, network.attached, network.name]) {
      expect(wordsIn(shown, names)).toEqual([])
    }
    await tablet.close()
    expect(tablet.seen.faults).toEqual([])

    const again = await openDevice(app, disk)
    await press(again.page.getByRole('link', { name: /^Cedar hub/ }))
    await expect(again.page.getByRole('heading', { level: 1 })).toHaveText(
      'Developing and Managing the Network as an Organization',
    )
    await expect(again.page.getByRole('main')).toContainText('Ask every leaver why')
    await goStep(again.page, 'Share')
    await expect(again.page.getByLabel('What could help: Managing turnover')).toHaveValue(
      'A buddy for the first month',
    )
    await expect(again.page.getByLabel('On track: what we see then')).toHaveValue(
      'Teams bring data unasked',
    )
    await goStep(again.page, 'Plan')
    await expect(again.page.getByRole('main')).toContainText('Two newcomers come back')
    await goStep(again.page, 'Learn')
    await expect(again.page.getByRole('checkbox', { name: 'Ask before we tell' })).toBeChecked()
    await goStep(again.page, 'Reflect')
    await goSection(again.page, 'Build membership and engagement')
    await expectMarks(again.page, '1.1a', ['AR', '', 'ZÅ', 'SB ŁŠ 李明'])
    await again.close()
    expect(again.seen.faults).toEqual([])
  })
})
