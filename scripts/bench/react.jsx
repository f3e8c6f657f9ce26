// The bare React page: the same section and the same writes, with React alone. The goals in
// docs/performance.md are ratios to this page.
import { memo, useCallback, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { keepOffline, openStore } from './bareStore.js'

const store = await openStore()
const { rubric, people } = store
const { levels } = rubric.scales[0]

const Row = memo(function Row({ item, person, given, mark }) {
  const mine = given[people.indexOf(person)]
  return (
    <article id={`item-${item.id}`} data-kind="rating">
      <p id={`text-${item.id}`}>
        {item.number} {item.text}
      </p>
      <div className="boxes" role="radiogroup" aria-labelledby={`text-${item.id}`}>
        {levels.map((level, index) => (
          <label key={level.id} data-level={index + 1}>
            <input
              type="radio"
              name={item.id}
              checked={mine === index}
              onChange={() => mark(item, person, index)}
              onClick={() => mine === index && mark(item, person, -1)}
            />
            <span className="hidden">{level.label}</span>
            {people.map(
              (who, seat) => given[seat] === index && <bdi key={who.id}>{who.initials}</bdi>,
            )}
          </label>
        ))}
      </div>
      <p className="prompt">
        {levels[mine]?.asksForStrategy && 'Name a strategy you use. How do you know it works?'}
      </p>
    </article>
  )
})

/** The marks of everyone by item: a row's list stays the same object until one of them changes. */
function marksByItem() {
  const items = rubric.sections.flatMap(({ skills }) => skills).flatMap((skill) => skill.items)
  return Object.fromEntries(
    items.map(({ id }) => [id, people.map((who) => store.marks.get(`${id}/${who.id}`)?.level)]),
  )
}

function Page() {
  const [section, setSection] = useState(rubric.sections.find(({ id }) => id === 'net.culture'))
  const [person, setPerson] = useState(people[0])
  const [marks, setMarks] = useState(marksByItem)
  const mark = useCallback((item, who, level) => {
    const seat = people.indexOf(who)
    setMarks((all) => ({ ...all, [item.id]: all[item.id].with(seat, level) }))
    store.write({ key: `${item.id}/${who.id}`, item: item.id, person: who.id, level })
  }, [])
  return (
    <>
      <nav>
        {rubric.sections.map((one) => (
          <button key={one.id} type="button" onClick={() => setSection(one)}>
            {one.name.text}
          </button>
        ))}
      </nav>
      <fieldset>
        {people.map((who) => (
          <label key={who.id}>
            <input
              type="radio"
              name="turn"
              aria-label={who.name}
              checked={who === person}
              onChange={() => setPerson(who)}
            />
            <bdi>{who.initials}</bdi>
          </label>
        ))}
      </fieldset>
      <main>
        <h1>{section.name.text}</h1>
        {section.skills.map((skill) => (
          <section key={skill.id}>
            <h2>
              {skill.number} {skill.name.text}
            </h2>
            {skill.items.map((item) => (
              <Row key={item.id} item={item} person={person} given={marks[item.id]} mark={mark} />
            ))}
          </section>
        ))}
      </main>
    </>
  )
}

createRoot(document.getElementById('root')).render(<Page />)
keepOffline()
