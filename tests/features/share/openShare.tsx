import type { Edit } from '#core/change.ts'
import { answerEdit } from '#core/answer.ts'
import { fieldEdits, type Mode, type WayToRate } from '#core/reflection.ts'
import type { Rubric } from '#core/rubric.ts'
import { SharePage } from '#features/share/SharePage.tsx'
// The form fetches it when it needs it; here it is at hand, so that no test waits.
import '#parts/EvidenceHint.tsx'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { aRubric } from '../../support/builders.ts'
import { freshStorage, renderPage, type TestPage } from '../../support/page.tsx'

export interface Shared {
  readonly page: TestPage
  readonly store: ReflectionStore
  /** The part of the page with this name for links. */
  part(anchor: string): HTMLElement
  /** The one control in an element with this role-giving tag and name. */
  control<Found extends HTMLElement>(inside: HTMLElement, selector: string, name: string): Found
  write(field: HTMLElement, text: string): Promise<void>
  choose(list: HTMLElement, value: string): Promise<void>
  /** Writes the same field on another device that has not seen what is written here since. */
  elsewhere(edits: readonly Edit[], here: readonly Edit[]): Promise<void>
}

export interface Opening {
  mode?: Mode
  way?: WayToRate
  plan?: string
  rubrics?: readonly Rubric[]
  people?: readonly string[]
  rubricId?: string
  edits?: (reflectionId: string) => readonly Edit[]
}

/** A mark of the person with these initials. */
export function mark(person: string, itemId: string, level: string): Edit {
  return answerEdit(
    { participantId: person, rubricId: 'test-rubric', itemId },
    { kind: 'level', level },
  )
}

/** A strategy for one item, credited to some. */
export function named(
  id: string,
  itemId: string,
  fields: { credit?: string[]; evidence?: string; order?: number } = {},
): readonly Edit[] {
  return fieldEdits('strategy', id, {
    name: id,
    how: `How ${id} goes.`,
    evidence: '',
    evidenceKind: 'survey',
    credit: [],
    items: [`test-rubric/${itemId}`],
    order: 1,
    ...fields,
  })
}

/** The page of Share over real storage, for SB, ML and OK unless a test says otherwise. */
export async function openShare(opening: Opening = {}): Promise<Shared> {
  const { mode = 'team', way = 'open', plan = '', people = ['SB', 'ML', 'OK'] } = opening
  const storage = await freshStorage()
  const made = await storage.create({
    rubrics: opening.rubrics ?? [aRubric()],
    edits: (id) => [
      ...fieldEdits('reflection', id, { mode, way, plan, team: 'Cedar hub' }),
      ...people.flatMap((initials, order) =>
        fieldEdits('participant', initials, { initials, name: '', order }),
      ),
      ...(opening.edits?.(id) ?? []),
    ],
  })
  if (!made.ok) throw new Error(made.problem.kind)
  const opened = await storage.open(made.value)
  if (!opened.ok) throw new Error(opened.problem.kind)
  const store = opened.value
  const page = await renderPage(<SharePage store={store} rubricId={opening.rubricId} />, {
    storage,
  })
  return {
    page,
    store,
    part: (anchor) => page.element(`[id="${anchor}"]`),
    control: (inside, selector, name) => theOne(inside, selector, name),
    async write(field, text) {
      await page.act(() => {
        field.focus()
        setValue(field, text)
        field.dispatchEvent(new Event('input', { bubbles: true }))
      })
    },
    async choose(list, value) {
      await page.act(() => {
        setValue(list, value)
        list.dispatchEvent(new Event('change', { bubbles: true }))
      })
    },
    async elsewhere(edits, here) {
      const other = await freshStorage()
      await other.mergeIn({ changes: await storage.allChanges(store.id), rubrics: [] })
      const there = await other.open(store.id)
      if (!there.ok) throw new Error(there.problem.kind)
      there.value.apply(edits)
      await page.act(() => store.apply(here))
      await page.act(async () => {
        await storage.mergeIn({ changes: await other.allChanges(store.id), rubrics: [] })
      })
      other.close()
    },
  }
}

function theOne<Found extends HTMLElement>(
  inside: HTMLElement,
  selector: string,
  name: string,
): Found {
  const all = [...inside.querySelectorAll<Found>(selector)]
  const found = all.filter((element) => nameOf(element) === name)
  if (found.length === 1 && found[0]) return found[0]
  throw new Error(`${found.length} "${name}" among: ${all.map(nameOf).join(' | ')}`)
}

function nameOf(element: HTMLElement): string {
  const hasLabels =
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
  const label = hasLabels ? element.labels?.[0]?.textContent : element.textContent
  return (element.getAttribute('aria-label') ?? label ?? '').replace(/\s+/g, ' ').trim()
}

/** Past React, which watches the property itself. */
function setValue(field: HTMLElement, text: string): void {
  const prototype: object = Object.getPrototypeOf(field)
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text)
}
