// The bare page: the same work by hand, with no framework. What the app costs is measured against it.
import { keepOffline, openStore } from './bareStore.js'

const store = await openStore()
const { rubric, people, strategies, marks } = store
const { levels } = rubric.scales[0]
const page = document.getElementById('page')
let person = people[0]

const itemsOf = (section) => section.skills.flatMap((skill) => skill.items)
const levelOf = (item, who) => marks.get(`${item.id}/${who.id}`)?.level ?? -1

function element(name, text = '', attributes = {}) {
  const made = document.createElement(name)
  made.textContent = text
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}

/** Initials and the mark of whose turn it is, in the boxes of one row. */
function fill(row, item) {
  const mine = levelOf(item, person)
  row.querySelectorAll('label').forEach((label, level) => {
    label.querySelector('input').checked = level === mine
    label.querySelectorAll('bdi').forEach((chip) => chip.remove())
    label.append(
      ...people
        .filter((who) => levelOf(item, who) === level)
        .map(({ initials }) => element('bdi', initials)),
    )
  })
  row.querySelector('.prompt').textContent = levels[mine]?.asksForStrategy
    ? 'Name a strategy you use. How do you know it works?'
    : ''
}

function drawRow(item) {
  const row = element('article', '', { id: `item-${item.id}`, 'data-kind': 'rating' })
  const text = element('p', `${item.number} ${item.text}`, { id: `text-${item.id}` })
  const boxes = element('div', '', {
    class: 'boxes',
    role: 'radiogroup',
    'aria-labelledby': text.id,
  })
  levels.forEach((level, index) => {
    const label = element('label', '', { 'data-level': index + 1 })
    const radio = element('input', '', { type: 'radio', name: item.id })
    radio.addEventListener('click', () => {
      const next = levelOf(item, person) === index ? -1 : index
      const mark = { key: `${item.id}/${person.id}`, item: item.id, person: person.id, level: next }
      marks.set(mark.key, mark)
      fill(row, item)
      store.write(mark)
    })
    label.append(radio, element('span', level.label, { class: 'hidden' }))
    boxes.append(label)
  })
  row.append(text, boxes, element('p', '', { class: 'prompt' }))
  fill(row, item)
  return row
}

function drawSection(section) {
  page.replaceChildren(
    element('h1', section.name.text),
    ...section.skills.flatMap((skill) => [
      element('h2', `${skill.number} ${skill.name.text}`),
      ...skill.items.map(drawRow),
    ]),
  )
}

function drawTurn() {
  document.getElementById('turn').replaceChildren(
    ...people.map((who) => {
      const label = element('label')
      const radio = element('input', '', { type: 'radio', name: 'turn', 'aria-label': who.name })
      radio.checked = who === person
      radio.addEventListener('change', () => {
        person = who
        for (const item of rubric.sections.flatMap(itemsOf)) {
          const row = document.getElementById(`item-${item.id}`)
          if (row) fill(row, item)
        }
      })
      label.append(radio, element('bdi', who.initials))
      return label
    }),
  )
}

/** Strips per skill, strategies with evidence, and where marks lie far apart: the app's summary. */
function drawSummary() {
  const table = element('table')
  for (const skill of rubric.sections.flatMap(({ skills }) => skills)) {
    const line = element('tr')
    line.append(element('th', skill.name.text))
    levels.forEach((_, level) => {
      const cell = element('td')
      for (const who of people) {
        const count = skill.items.filter((item) => levelOf(item, who) === level).length
        if (count > 0) cell.append(element('bdi', who.initials), element('sup', count))
      }
      line.append(cell)
    })
    table.append(line)
  }
  const list = element('ul')
  for (const { name, how, evidence } of strategies) {
    const entry = element('li')
    entry.append(element('h3', name), element('p', how), element('p', evidence))
    list.append(entry)
  }
  const apart = rubric.sections.flatMap(itemsOf).filter((item) => {
    const given = people.map((who) => levelOf(item, who)).filter((level) => level >= 0)
    return Math.max(...given) - Math.min(...given) >= 2
  })
  const differences = element('ol')
  differences.append(...apart.map(({ number, text }) => element('li', `${number} ${text}`)))
  const make = element('button', 'Make the PDF', { id: 'pdf' })
  make.addEventListener('click', async () => {
    const { makePdf } = await import('./barePdf.js')
    const link = element('a', '', { href: URL.createObjectURL(await makePdf(store)) })
    link.download = 'bare.pdf'
    link.click()
  })
  page.replaceChildren(element('h1', rubric.title.text), make, table, list, differences)
}

function drawTabs() {
  const tab = (name, draw) => {
    const button = element('button', name, { type: 'button' })
    button.addEventListener('click', draw)
    return button
  }
  document
    .getElementById('tabs')
    .append(
      ...rubric.sections.map((section) => tab(section.name.text, () => drawSection(section))),
      tab('Summary', drawSummary),
    )
}

drawTabs()
drawTurn()
drawSection(rubric.sections.find(({ id }) => id === 'net.culture'))
keepOffline()
