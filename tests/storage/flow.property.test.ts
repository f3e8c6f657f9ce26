import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerEdit, NOTE, responseId, TEAM } from '#core/answer.ts'
import type { Edit } from '#core/change.ts'
import { deleteEdit, fieldEdits, pinRubricEdit, scopeEdit } from '#core/reflection.ts'
import { buildReport } from '#core/report.ts'
import { revealEdits, solutionId, trackField } from '#core/workshop.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { aRubric } from '../support/builders.ts'
import { aTeam, must, openIn } from './setting.ts'
import { testBrowser } from './testHost.ts'

// Whatever a session does beside rating (steps, ways, scope, people, versions, sharing, planning) leaves
// every mark as it was, at every moment, after a reload, and in the report once all is in view again.

const RUBRIC = aRubric()
const ITEMS = RUBRIC.sections.flatMap(({ skills }) =>
  skills.flatMap(({ items }) => items.filter(({ kind }) => kind === 'rating').map(({ id }) => id)),
)
const PEOPLE = ['p1', 'p2']
const SECTIONS = RUBRIC.sections.map(({ id }) => id)

type Act =
  | {
      readonly kind: 'mark'
      readonly person: string
      readonly item: string
      readonly level: string
    }
  | { readonly kind: 'flow'; readonly edits: (id: string) => readonly Edit[] }
  | { readonly kind: 'version'; readonly retired: string | undefined }
  | { readonly kind: 'flowAndUndo'; readonly edits: (id: string) => readonly Edit[] }

const field = (name: string, value: Parameters<typeof fieldEdits>[2][string]) => (id: string) =>
  fieldEdits('reflection', id, { [name]: value })

const mark = fc.record({
  kind: fc.constant('mark' as const),
  person: fc.constantFrom(...PEOPLE),
  item: fc.constantFrom(...ITEMS),
  level: fc.constantFrom('need', 'better', 'good', 'great'),
})

const someSections = fc.option(fc.subarray(SECTIONS), { nil: undefined })

const flowEdits = fc.oneof(
  fc.constantFrom('open', 'private', 'paper', 'devices').map((way) => field('way', way)),
  fc.constantFrom('team', 'individual').map((mode) => field('mode', mode)),
  fc.constantFrom('minutes45', 'halfDay', '').map((plan) => field('plan', plan)),
  fc
    .subarray(['Share the Air.', 'Curiosity'])
    .map((commitments) => field('commitments', commitments)),
  someSections.map((scope) => (id: string) => [scopeEdit(id, RUBRIC.id, scope)]),
  fc.subarray(SECTIONS).map((sections) => (id: string) => revealEdits(id, RUBRIC.id, sections)),
  fc
    .record({ person: fc.constantFrom(...PEOPLE), gone: fc.boolean() })
    .map(({ person, gone }) => () => [deleteEdit('participant', person, gone)]),
  fc
    .constantFrom(...ITEMS)
    .map(
      (item) => () =>
        fieldEdits('strategy', `s-${item}`, { name: 'Note', items: [`${RUBRIC.id}/${item}`] }),
    ),
  fc
    .constantFrom(...ITEMS)
    .map((item) => () => [
      answerEdit({ participantId: TEAM, rubricId: RUBRIC.id, itemId: item }, undefined),
      ...fieldEdits(
        'response',
        responseId({ participantId: TEAM, rubricId: RUBRIC.id, itemId: item }),
        { [NOTE]: 'We agree' },
      ),
    ]),
  fc.string().map((hard) => () => fieldEdits('growthEdge', 'g1', { rubricId: RUBRIC.id, hard })),
  fc.string().map((what) => () => fieldEdits('nextStep', 'n1', { what, order: 1 })),
  fc
    .string()
    .map((text) => () => fieldEdits('solution', solutionId(RUBRIC.id, 'c1'), { text, order: 1 })),
  fc.string().map((text) => field(trackField(RUBRIC.id, 'on'), text)),
  fc
    .constantFrom(0, 5)
    .map((order) => (id: string) => [pinRubricEdit(id, { id: 'other', hash: 'none', order })]),
)

/** Taking away what may never have been there. No undo: of nothing there is nothing to take back. */
const deletions = fc
  .constantFrom(...ITEMS)
  .map((item) => () => [deleteEdit('strategy', `s-${item}`)])

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: mark },
  { weight: 1, arbitrary: deletions.map((edits) => ({ kind: 'flow' as const, edits })) },
  { weight: 4, arbitrary: flowEdits.map((edits) => ({ kind: 'flow' as const, edits })) },
  { weight: 2, arbitrary: flowEdits.map((edits) => ({ kind: 'flowAndUndo' as const, edits })) },
  {
    weight: 1,
    arbitrary: fc
      .option(fc.constantFrom(...ITEMS), { nil: undefined })
      .map((retired) => ({ kind: 'version' as const, retired })),
  },
)

/** The rubric as another version has it: with an item retired, or as it was. */
function version(retired: string | undefined) {
  return aRubric({
    sections: RUBRIC.sections.map((section) => ({
      ...section,
      skills: section.skills.map((skill) => ({
        ...skill,
        items: skill.items.map((item) => ({ ...item, retired: item.id === retired })),
      })),
    })),
  })
}

function play(store: ReflectionStore, one: Act, marks: Map<string, string>): void {
  switch (one.kind) {
    case 'mark': {
      const place = { participantId: one.person, rubricId: RUBRIC.id, itemId: one.item }
      store.apply([answerEdit(place, { kind: 'level', level: one.level })])
      marks.set(`${one.person}/${one.item}`, one.level)
      return
    }
    case 'version':
      store.repinRubric(version(one.retired))
      return
    case 'flow':
      store.apply(one.edits(store.id))
      return
    case 'flowAndUndo': {
      const before = store.changes().length
      store.apply(one.edits(store.id))
      // What was so already is no act: an undo would take back a mark, as it should.
      if (store.changes().length > before) store.undo()
    }
  }
}

function marksIn(store: ReflectionStore): ReadonlyMap<string, string> {
  const found = store
    .responses()
    .flatMap(({ participantId, itemId, answer }) =>
      answer?.kind === 'level' ? [[`${participantId}/${itemId}`, answer.level] as const] : [],
    )
  return new Map(found)
}

/** How many marks a report shows once everyone and everything is in view again. */
function shownIn(store: ReflectionStore): number {
  store.apply([
    ...PEOPLE.map((person) => deleteEdit('participant', person, false)),
    scopeEdit(store.id, RUBRIC.id, undefined),
    ...fieldEdits('reflection', store.id, { way: 'open', mode: 'team' }),
  ])
  store.repinRubric(RUBRIC)
  const report = buildReport({
    reflection: store.reflection(),
    responses: store.responses(),
    rubrics: store.rubrics(),
  })
  return report.rubrics
    .flatMap(({ sections }) => sections.flatMap(({ skills }) => skills))
    .flatMap(({ items }) => items.flatMap(({ boxes }) => boxes.flatMap(({ people }) => people)))
    .length
}

const sorted = (marks: ReadonlyMap<string, string>) =>
  [...marks].toSorted(([one], [other]) => (one < other ? -1 : 1))

async function search(acts: fc.Arbitrary<Act>): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { minLength: 1, maxLength: 30 }), async (played) => {
      const browser = testBrowser()
      const storage = await openIn(browser)
      const store = await aTeam(storage)
      const marks = new Map<string, string>()
      for (const one of played) {
        play(store, one, marks)
        expect(sorted(marksIn(store))).toEqual(sorted(marks))
      }
      storage.close()
      const again = must(await (await openIn(browser)).open(store.id))
      expect(sorted(marksIn(again))).toEqual(sorted(marks))
      expect(shownIn(again)).toBe(marks.size)
    }),
    { numRuns: 150 },
  )
}

test('no operation of the flow ever removes a mark', { timeout: 120_000 }, async () => {
  await search(act)
  expect.hasAssertions()
})

test('a change of scope that took the marks outside of it along would be found', async () => {
  const careless = fc
    .constantFrom(...ITEMS)
    .map((item) => (id: string) => [
      scopeEdit(id, RUBRIC.id, SECTIONS.slice(0, 1)),
      answerEdit({ participantId: 'p1', rubricId: RUBRIC.id, itemId: item }, undefined),
    ])
  const faulty = careless.map((edits) => ({ kind: 'flow' as const, edits }))
  await expect(search(fc.oneof(act, faulty))).rejects.toThrow('Property failed')
})
