import type { Answer } from '#core/answer.ts'
import type { EvidenceKind } from '#core/reflection.ts'
import { itemsOf, type Item, type Rubric, type Skill } from '#core/rubric.ts'
import { copyOf, shippedRubric, type Sitting } from '../../tests/support/sittings.ts'

const NAMES = [
  'Sam Brown',
  'Mei Lin',
  'Ola Kowalska',
  'Łukasz Šimić',
  'Ana Ruiz',
  'Zoë Ångström',
  'Priya Nair',
  'Tom Okafor',
  'Jo Park',
  'Inés Gómez',
  'Bo Jensen',
  'Ruth Cohen',
]
const INITIALS = ['SB', 'ML', 'OK', 'ŁŠ', 'AR', 'ZÅ', 'PN', 'TO', 'JP', 'IG', 'BJ', 'RC']
const LEVELS = ['need', 'better', 'good', 'great']
const KINDS: readonly EvidenceKind[] = ['process', 'outcome', 'survey', 'observation', 'words']
const STRATEGIES = 60

const SKILL_SIZE = 20

/** The same rubric with so many methods in the section that is measured: all on one page. */
function stretched(rubric: Rubric, count: number): Rubric {
  const items = itemsOf(rubric).map(({ item }) => item)
  const sections = rubric.sections.map((section) => {
    if (section.id !== 'net.culture') return section
    const [first] = section.skills
    if (!first) return section
    const skills = Array.from({ length: Math.ceil(count / SKILL_SIZE) }, (_, at): Skill => {
      const number = `${section.number}.${at + 1}`
      const size = Math.min(SKILL_SIZE, count - at * SKILL_SIZE)
      const own = Array.from({ length: size }, (__, place): Item => {
        const item = items[(at * SKILL_SIZE + place) % items.length]
        if (item?.kind !== 'rating') throw new Error('The rubric has rating items alone.')
        const isFirst = at === 0 && place === 0
        const id = isFirst ? 'net.culture.norm.1' : `net.culture.many.${at + 1}.${place + 1}`
        return { ...item, id, number: `${number}${String.fromCharCode(97 + place)}` }
      })
      return { ...first, id: `net.culture.many.${at + 1}`, number, items: own }
    })
    return { ...section, skills }
  })
  return { ...rubric, sections }
}

/**
 * What the benchmark works with: 50 methods, 12 people with an answer each, 60 strategies.
 * @param onePage how many methods the measured section has, if not its own 12
 * @returns the copy to open in the app, and the same as plain objects for the bare pages
 */
export function largeSitting(onePage?: number) {
  const shipped = shippedRubric()
  const rubric = onePage === undefined ? shipped : stretched(shipped, onePage)
  const items = itemsOf(rubric).map(({ item }) => item)
  const people = NAMES.map((name, seat) => ({
    id: `p${seat}`,
    initials: INITIALS[seat] ?? '',
    name,
  }))
  const answer = (place: number, seat: number): string =>
    LEVELS[(place * 7 + seat * 5 + ((place * seat) % 3)) % 4] ?? ''
  const strategies = Array.from({ length: STRATEGIES }, (_, index) => ({
    name: `Strategy ${index + 1}: a short weekly note from each team`,
    how: 'Each team sends three lines a week: what we tried, what we saw, what we want to know. The hub answers within two days and keeps the notes where everyone finds them.',
    evidence: `${40 + index} of 120 notes led to a visit or a test in another team; in the spring survey most teams named them as useful.`,
    evidenceKind: KINDS[index % KINDS.length] ?? 'process',
    itemId: items[index % items.length]?.id ?? '',
    credit: [`p${index % people.length}`, `p${(index + 5) % people.length}`],
  }))
  const sitting: Sitting = {
    id: 'bench-sitting',
    rubric,
    team: 'Cedar hub',
    facilitator: 'Ana Ruiz',
    people,
    answer: (_item, seat, place): Answer => ({ kind: 'level', level: answer(place, seat) }),
    strategies,
  }
  const marks = items.flatMap((item, place) =>
    people.map((person, seat) => ({
      key: `${item.id}/${person.id}`,
      item: item.id,
      person: person.id,
      level: LEVELS.indexOf(answer(place, seat)),
    })),
  )
  return { id: sitting.id, copy: copyOf(sitting), plain: { rubric, people, strategies, marks } }
}
