import type { Answer } from '#core/answer.ts'
import type { EvidenceKind } from '#core/reflection.ts'
import { itemsOf } from '#core/rubric.ts'
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

/**
 * What the benchmark works with: 50 methods, 12 people with an answer each, 60 strategies.
 * @returns the copy to open in the app, and the same as plain objects for the bare pages
 */
export function largeSitting() {
  const rubric = shippedRubric()
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
