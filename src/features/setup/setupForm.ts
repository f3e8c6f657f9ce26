import * as v from 'valibot'
import type { Edit } from '#core/change.ts'
import { cleanInitials, LONGEST_INITIALS, sameInitials, suggestInitials } from '#core/people.ts'
import { fieldEdits, scopeEdit, type Mode, type Reflection } from '#core/reflection.ts'
import type { Rubric } from '#core/rubric.ts'
import { cleanLine, splitGraphemes } from '#core/text.ts'
import type { Messages } from '#messages/messages.ts'

/** The rubric a new reflection starts with: the one that people know from paper. */
export const FIRST_RUBRIC = 'hub-network-organization'

/** How a new team rates, unless it chooses another way: nobody is swayed by who marked before. */
const FIRST_WAY = 'private'

/** The most people one reflection holds. */
export const MOST_PEOPLE = 40

const FIRST_YEAR = 2000
const LAST_YEAR = 2100

/** The shape of the form, for a new reflection and for one under way. Its messages are sentences. */
export function setupSchema(words: Messages['setup'], mode: Mode) {
  const missing = mode === 'team' ? words.teamMissing : words.nameMissing
  return v.object({
    team: v.pipe(
      v.string(),
      v.check((text) => cleanLine(text) !== '', missing),
    ),
    date: v.pipe(
      v.string(),
      v.check(isDayOrEmpty, words.dateWrong),
      v.check(isOfOurTime, words.yearWrong(FIRST_YEAR, LAST_YEAR)),
    ),
    facilitator: v.string(),
    /** A name that is being typed and has not been added yet. */
    adding: v.string(),
    people: v.pipe(
      v.record(v.string(), v.object({ name: v.string(), initials: v.string() })),
      v.minEntries(1, words.peopleMissing),
      v.maxEntries(MOST_PEOPLE, words.peopleTooMany(MOST_PEOPLE)),
      v.rawCheck(({ dataset, addIssue }) => {
        if (!dataset.typed) return
        const people = dataset.value
        for (const [id, person] of Object.entries(people)) {
          const message = initialsFault(words, people, id)
          if (message === undefined) continue
          addIssue({
            message,
            path: [
              { type: 'object', origin: 'value', input: people, key: id, value: person },
              {
                type: 'object',
                origin: 'value',
                input: person,
                key: 'initials',
                value: person.initials,
              },
            ],
          })
        }
      }),
    ),
    /** In the order they were chosen. A reflection under way has its own, in its store. */
    rubrics: v.pipe(
      v.array(
        v.object({
          /** Of its entry in the library. */
          key: v.string(),
          sections: v.pipe(v.array(v.string()), v.minLength(1, words.sectionsMissing)),
        }),
      ),
      v.minLength(1, words.rubricMissing),
    ),
    /** How marks are given; a team chooses. */
    way: v.picklist(['private', 'open', 'paper', 'devices']),
    /** Id of the plan of the session, or empty. */
    plan: v.string(),
  })
}

/** What the form holds. People by id, in the order they sit. */
export type SetupValues = v.InferInput<ReturnType<typeof setupSchema>>
export type People = SetupValues['people']
export type PersonValues = People[string]
export type RubricValues = SetupValues['rubrics'][number]

function isDayOrEmpty(text: string): boolean {
  return text === '' || /^\d{4}-\d{2}-\d{2}$/.test(text)
}

/** A year that is half typed has two or three digits that count: nobody means the year 26. */
function isOfOurTime(text: string): boolean {
  if (text === '' || !isDayOrEmpty(text)) return true
  const year = Number(text.slice(0, 4))
  return year >= FIRST_YEAR && year <= LAST_YEAR
}

/** What is wrong with one person's initials, as a sentence, or `undefined`. */
function initialsFault(words: Messages['setup'], people: People, id: string): string | undefined {
  const person = people[id]
  if (!person) return undefined
  const own = cleanInitials(person.initials)
  if (own === '') return words.initialsMissing
  if (splitGraphemes(cleanLine(person.initials).replace(/\s+/g, '')).length > LONGEST_INITIALS) {
    return words.initialsLong(LONGEST_INITIALS)
  }
  const others = Object.entries(people).filter(([otherId]) => otherId !== id)
  const twin = others.find(([, other]) => sameInitials(cleanInitials(other.initials), own))
  if (!twin) return undefined
  const [twinId, { name }] = twin
  const taken = others.map(([, other]) => cleanInitials(other.initials))
  const position = Object.keys(people).indexOf(twinId) + 1
  return words.initialsTaken(
    cleanLine(name) || words.person(position),
    suggestInitials(person.name || person.initials, taken),
  )
}

/**
 * The names in what was typed or pasted: one a line, or, on a single line, between commas or
 * semicolons. List marks and numbers in front of a name are dropped.
 */
export function splitNames(text: string): readonly string[] {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '')
  const parts = lines.length > 1 ? lines : text.split(/[,;，、；]/)
  return parts
    .map((part) =>
      cleanLine(part.replace(/^\s*(?:[-–•*]|\d{1,2}[.)])\s+/, '')).replace(/[,;]$/, ''),
    )
    .filter((name) => name !== '')
}

/** A person for a typed name. Two to four capitals are taken for the initials they look like. */
export function newPerson(name: string, people: People): PersonValues {
  const taken = Object.values(people).map(({ initials }) => initials)
  const isFree = !taken.some((initials) => sameInitials(initials, name))
  const initials = /^\p{Lu}{2,4}$/u.test(name) && isFree ? name : suggestInitials(name, taken)
  return { name, initials }
}

/** The initials of someone who comes back: their own, unless someone else has them by now. */
export function freeInitials({ name, initials }: PersonValues, others: People): string {
  const taken = Object.values(others).map((other) => cleanInitials(other.initials))
  const isTaken = taken.some((other) => sameInitials(other, cleanInitials(initials)))
  return isTaken ? suggestInitials(name || initials, taken) : initials
}

/** The values as they are stored: lines trimmed, initials cleaned. */
export function cleanPerson({ name, initials }: PersonValues): PersonValues {
  return { name: cleanLine(name), initials: cleanInitials(initials) }
}

/** An empty form. `date` is today where the person is, `YYYY-MM-DD`. */
export function emptyValues(date: string): SetupValues {
  return {
    team: '',
    date,
    facilitator: '',
    adding: '',
    people: {},
    rubrics: [{ key: FIRST_RUBRIC, sections: [] }],
    way: FIRST_WAY,
    plan: '',
  }
}

/** True if something was entered: the form is not as `emptyValues` and a lone leader start it. */
export function isBegun(values: SetupValues, emptyDate: string): boolean {
  const { team, date, facilitator, adding, people, rubrics, way, plan } = values
  const texts = [team, facilitator, adding, ...Object.values(people).map(({ name }) => name)]
  const [first, ...others] = rubrics
  return (
    date !== emptyDate ||
    way !== FIRST_WAY ||
    plan !== '' ||
    first?.key !== FIRST_RUBRIC ||
    first.sections.length > 0 ||
    others.length > 0 ||
    texts.some((text) => text.trim() !== '')
  )
}

/** What a stored reflection puts into the form. Its rubrics are read from the store itself. */
export function valuesOf(reflection: Reflection): SetupValues {
  const { team, date, facilitator, participants, way, workshop } = reflection
  return {
    team,
    date,
    facilitator,
    adding: '',
    people: Object.fromEntries(
      participants.map(({ id, name, initials }) => [id, { name, initials }]),
    ),
    rubrics: [],
    way,
    plan: workshop.plan,
  }
}

/** The ids of a rubric's sections that a stored scope holds, in printed order. */
export function sectionsIn(rubric: Rubric, scope: readonly string[] | undefined) {
  return rubric.sections
    .map(({ id }) => id)
    .filter((id) => scope === undefined || scope.includes(id))
}

/**
 * The sections a rubric starts with. The hub rubrics are long and made to be taken a section or two
 * at a time, so the choice is left to people; the others are looked at whole.
 */
export function startingSections({ family, sections }: Rubric): string[] {
  const isTakenApart = family === 'hub-leadership' && sections.length > 1
  return isTakenApart ? [] : sections.map(({ id }) => id)
}

/** Chosen sections as they are stored: `undefined` for all of them. */
export function storedScope(rubric: Rubric, chosen: readonly string[]) {
  const sections = rubric.sections.map(({ id }) => id)
  const inOrder = sections.filter((id) => chosen.includes(id))
  return inOrder.length === sections.length ? undefined : inOrder
}

/**
 * The edits that give a new reflection what the form holds. Expects values the schema accepts.
 * @param input.rubrics those the reflection is made with, and the sections chosen of each
 */
export function newReflectionEdits(input: {
  reflectionId: string
  mode: Mode
  rubrics: readonly { readonly rubric: Rubric; readonly sections: readonly string[] }[]
  values: Omit<SetupValues, 'rubrics'>
}): readonly Edit[] {
  const { reflectionId, mode, rubrics, values } = input
  return [
    ...fieldEdits('reflection', reflectionId, {
      mode,
      way: mode === 'team' ? values.way : 'open',
      ...(values.plan === '' ? {} : { plan: values.plan }),
      team: cleanLine(values.team),
      date: values.date,
      facilitator: cleanLine(values.facilitator),
    }),
    ...rubrics.map(({ rubric, sections }) =>
      scopeEdit(reflectionId, rubric.id, storedScope(rubric, sections)),
    ),
    ...Object.entries(values.people).flatMap(([id, person], order) =>
      personEdits(id, person, order),
    ),
  ]
}

/** The edits that seat a person. */
export function personEdits(id: string, person: PersonValues, order: number): readonly Edit[] {
  return fieldEdits('participant', id, { ...cleanPerson(person), order })
}
