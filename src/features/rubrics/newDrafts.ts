import type { Json } from '#core/json.ts'
import type { CreditedText, Rubric } from '#core/rubric.ts'
import type { Messages } from '#messages/messages.ts'
import type { RubricDraft } from '#storage/rows.ts'

type NewDraft = Omit<RubricDraft, 'changedAt'>

interface Definition {
  readonly rubric: Rubric
  readonly hash: string
}

const LONGEST_ID = 80

/** A draft that starts from nothing: one section with one item, and boxes to answer it by. */
export function blankDraft(id: string, { library: words }: Messages): NewDraft {
  const empty = (): CreditedText => ({ text: '', provenance: 'drafted', source: [] })
  const [need = '', better = '', good = '', great = ''] = words.blank.levels
  const level = (levelId: string, label: string, asksForStrategy: boolean) => ({
    id: levelId,
    label,
    short: label,
    asksForStrategy,
  })
  const rubric: Rubric = {
    format: 'hub-reflect-rubric',
    formatVersion: 1,
    id: '',
    version: '1.0.0',
    lang: 'en-US',
    title: empty(),
    shortTitle: '',
    goal: empty(),
    status: 'community-draft',
    itemNoun: words.blank.noun,
    scales: [
      {
        id: 'boxes',
        levels: [
          level('need', need, false),
          level('better', better, false),
          level('good', good, true),
          level('great', great, true),
        ],
        setAside: [{ id: 'unknown', label: words.blank.unknown }],
      },
    ],
    sections: [
      {
        id: 's1',
        number: '1',
        name: empty(),
        challenges: [],
        skills: [
          {
            id: 's1.k1',
            number: '1.1',
            name: empty(),
            items: [{ kind: 'rating', id: 's1.k1.1', number: '1.1a', ...empty(), scale: 'boxes' }],
          },
        ],
        strategies: [],
      },
    ],
    sources: [],
    credit: '',
  }
  return { id, content: toJson(rubric), from: undefined }
}

/**
 * A draft that starts from a copy, under an id of its own.
 *
 * @param taken the ids of all rubrics there are
 */
export function copyDraft(
  id: string,
  { rubric, hash }: Definition,
  taken: ReadonlySet<string>,
): NewDraft {
  const content = { ...rubric, id: freeId(rubric.id, taken), version: '1.0.0' }
  return { id, content: toJson(content), from: { id: rubric.id, hash } }
}

/** A draft of the next version of an own rubric: the same id. */
export function editDraft(id: string, { rubric, hash }: Definition): NewDraft {
  return { id, content: toJson(rubric), from: { id: rubric.id, hash } }
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const ending = count === 1 ? '-copy' : `-copy-${count}`
    const stem = id.slice(0, LONGEST_ID - ending.length).replace(/[.-]+$/, '')
    if (!taken.has(stem + ending)) return stem + ending
  }
}

function toJson(rubric: Rubric): Json {
  // Safe: a rubric is plain JSON.
  return rubric as unknown as Json
}
