import { expect } from 'vitest'
import type { Answer } from '#core/answer.ts'
import { fieldEdits, type WayToRate } from '#core/reflection.ts'
import type { Rubric } from '#core/rubric.ts'
// The screen fetches these when it needs them; here they are at hand, so that no test waits.
import '#features/reflect/OtherAnswer.tsx'
import { ReflectPage } from '#features/reflect/ReflectPage.tsx'
import type { ReflectionStore } from '#storage/openReflection.ts'
import type { Storage } from '#storage/storage.ts'
import { aChange, aRubricOfAllKinds } from '../../support/builders.ts'
import { freshStorage, renderPage, type TestPage } from '../../support/page.tsx'

/** The rubric screen over real storage, and what a test does with its rows. */
export interface Sheet {
  page: TestPage
  readonly store: ReflectionStore
  row(itemId: string): HTMLElement
  /** The control in a row with this role and name. */
  control(itemId: string, selector: string, name: string): HTMLElement
  press(itemId: string, selector: string, name: string): Promise<void>
  /** Writes a text at once, and leaves the field. */
  write(field: HTMLElement, text: string): Promise<void>
  answer(itemId: string, who?: string, siteId?: string): Answer | undefined
  /** Leaves the screen, and comes back to it by an address. */
  reopen(address?: Opening['address']): Promise<void>
  /** A change that another device made without knowing of this one's. */
  elsewhere(change: Parameters<typeof aChange>[0]): Promise<void>
}

export interface Opening {
  rubrics?: readonly Rubric[]
  mode?: 'team' | 'individual'
  way?: WayToRate
  people?: readonly string[]
  sites?: readonly string[]
  address?: { rubricId?: string; sectionId?: string; itemId?: string }
}

const INITIALS: Readonly<Record<string, string>> = { p1: 'SB', p2: 'ML', p3: '李明' }

/** A team of two, SB and ML, at a rubric with an item of every kind. */
export async function openSheet(opening: Opening = {}): Promise<Sheet> {
  const {
    rubrics = [aRubricOfAllKinds()],
    mode = 'team',
    people = ['p1', 'p2'],
    way = 'open',
  } = opening
  const storage = await freshStorage()
  const made = await storage.create({
    rubrics,
    edits: (id) => [
      ...fieldEdits('reflection', id, { mode, way, team: 'Cedar hub' }),
      ...people.flatMap((person, order) =>
        fieldEdits('participant', person, { initials: INITIALS[person] ?? '', name: '', order }),
      ),
      ...(opening.sites ?? []).flatMap((name, index) =>
        fieldEdits('site', `site${index + 1}`, { name, order: index }),
      ),
    ],
  })
  if (!made.ok) throw new Error(made.problem.kind)
  const opened = await storage.open(made.value)
  if (!opened.ok) throw new Error(opened.problem.kind)
  const store = opened.value
  const sheet: Sheet = {
    page: await show(store, storage, opening.address),
    store,
    ...rowsOf(() => sheet.page, store),
    async reopen(address) {
      await sheet.page.leave()
      sheet.page = await show(store, storage, address)
    },
  }
  return sheet
}

async function show(store: ReflectionStore, storage: Storage, address: Opening['address']) {
  const page = await renderPage(<ReflectPage store={store} {...address} />, { storage })
  // Controls that are not needed to rate come a moment later.
  await page.until(
    () =>
      [...document.querySelectorAll('article')].every((row) =>
        row.querySelector('[role=radiogroup], [role=group]'),
      ),
    'the controls',
  )
  return page
}

function rowsOf(page: () => TestPage, store: ReflectionStore) {
  const row = (itemId: string) => page().element(`[id="item-${itemId}"]`)
  const control = (itemId: string, selector: string, name: string) => {
    const all = [...row(itemId).querySelectorAll<HTMLElement>(selector)]
    const found = all.filter((element) => accessibleName(element).startsWith(name))
    if (found.length !== 1 || !found[0]) {
      expect.fail(`${found.length} "${name}" among: ${all.map(accessibleName).join(' | ')}`)
    }
    return found[0]
  }
  return {
    row,
    control,
    press: (itemId: string, selector: string, name: string) =>
      page().act(() => control(itemId, selector, name).click()),
    async write(field: HTMLElement, text: string) {
      await page().act(() => {
        field.focus()
        const { prototype } =
          field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement
        // React hears only of a value that was set past its own record of it.
        Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text)
        field.dispatchEvent(new Event('input', { bubbles: true }))
      })
      await page().act(() => field.blur())
    },
    answer: (itemId: string, who = 'p1', siteId?: string) =>
      store
        .responsesOf({ rubricId: store.rubrics()[0]?.rubric.id ?? '', itemId })
        .find((response) => response.participantId === who && response.siteId === siteId)?.answer,
    async elsewhere(change: Parameters<typeof aChange>[0]) {
      const changes = [aChange({ device: 'another', reflection: store.id, ...change })]
      await page().act(async () => {
        const merged = await page().storage.mergeIn({ changes, rubrics: [] })
        if (!merged.ok) throw new Error(merged.problem.kind)
      })
    },
  }
}

/** As assistive technology computes it, for the ways this screen names things. */
export function accessibleName(element: HTMLElement): string {
  const ids = element.getAttribute('aria-labelledby')?.split(' ')
  const named = ids?.map((id) => document.getElementById(id)?.textContent ?? `[no ${id}]`).join(' ')
  const label =
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
      ? element.labels?.[0]?.textContent
      : undefined
  const text = named ?? element.getAttribute('aria-label') ?? label ?? element.textContent
  return text.replace(/\s+/g, ' ').trim()
}
