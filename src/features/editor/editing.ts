import type { RubricDraft } from '#core/rubricDraft.ts'
import { createSignal, type Readable } from '#storage/signal.ts'
import type { Part } from './places.ts'

/** A step that can be undone: what it was, and the part of the rubric it happened in. */
export interface Step {
  readonly label: string
  readonly part: Part
}

export interface EditingState {
  readonly rubric: RubricDraft
  /** Counts the changes that did not come from the form: after each the form is made anew. */
  readonly revision: number
  readonly canUndo: boolean
  readonly canRedo: boolean
}

/** A draft under the hands of one person, and the way back. */
export interface Editing extends Readable<EditingState> {
  /** Says what the next change of the form is, when it is more than typing. */
  begin(step: Step): void
  /**
   * A change that the form already shows. One after the other in the same field they are one step,
   * until `seal`.
   */
  write(rubric: RubricDraft, field: string, typing: Step): void
  /** A change from outside of the form. */
  change(step: Step, edit: (rubric: RubricDraft) => RubricDraft): void
  /** The draft as another tab has kept it. It is not kept again, and ours is a step away. */
  adopt(step: Step, rubric: RubricDraft): void
  /** The next key begins a step of its own. */
  seal(): void
  undo(): Step | undefined
  redo(): Step | undefined
}

/** How many steps can be taken back. They share all that they did not change. */
const MOST_STEPS = 200

interface Past {
  readonly before: RubricDraft
  readonly step: Step
}

interface Desk {
  readonly state: ReturnType<typeof createSignal<EditingState>>
  readonly onChange: (rubric: RubricDraft) => void
  past: readonly Past[]
  future: readonly Past[]
  /** What the next change of the form is. */
  begun: Step | undefined
  /** The field whose last key belongs to the last step. */
  typingIn: string | undefined
}

/**
 * @param first the draft as it was opened
 * @param onChange told of each draft there is, to keep it
 */
export function createEditing(
  first: RubricDraft,
  onChange: (rubric: RubricDraft) => void,
): Editing {
  const state = createSignal<EditingState>({
    rubric: first,
    revision: 0,
    canUndo: false,
    canRedo: false,
  })
  const desk: Desk = {
    state,
    onChange,
    past: [],
    future: [],
    begun: undefined,
    typingIn: undefined,
  }
  return {
    get: state.get,
    subscribe: state.subscribe,
    begin(step) {
      desk.begun = step
      desk.typingIn = undefined
    },
    write: (rubric, field, typing) => write(desk, rubric, field, typing),
    change: (step, edit) => replace(desk, step, edit(state.get().rubric), false),
    adopt: (step, rubric) => replace(desk, step, rubric, true),
    seal() {
      desk.typingIn = undefined
    },
    undo: () => turn(desk, 'past'),
    redo: () => turn(desk, 'future'),
  }
}

function write(desk: Desk, rubric: RubricDraft, field: string, typing: Step): void {
  const { begun } = desk
  if (isEqual(rubric, desk.state.get().rubric)) return
  if (begun || desk.typingIn !== field) push(desk, begun ?? typing)
  desk.typingIn = begun ? undefined : field
  desk.begun = undefined
  show(desk, rubric, {})
}

function replace(desk: Desk, step: Step, rubric: RubricDraft, isKept: boolean): void {
  if (isEqual(rubric, desk.state.get().rubric)) return
  push(desk, step)
  desk.begun = undefined
  desk.typingIn = undefined
  show(desk, rubric, { isOutside: true, isKept })
}

function push(desk: Desk, step: Step): void {
  desk.past = [...desk.past, { before: desk.state.get().rubric, step }].slice(-MOST_STEPS)
  desk.future = []
}

/** Takes the last step of one pile back and lays it on the other. */
function turn(desk: Desk, pile: 'past' | 'future'): Step | undefined {
  const last = desk[pile].at(-1)
  if (!last) return undefined
  const other = pile === 'past' ? 'future' : 'past'
  desk[other] = [...desk[other], { before: desk.state.get().rubric, step: last.step }]
  desk[pile] = desk[pile].slice(0, -1)
  desk.begun = undefined
  desk.typingIn = undefined
  show(desk, last.before, { isOutside: true })
  return last.step
}

/** @param how `isOutside`: the form does not show it yet; `isKept`: it is on disk already */
function show(
  { state, onChange, past, future }: Desk,
  rubric: RubricDraft,
  { isOutside = false, isKept = false },
): void {
  const { revision } = state.get()
  state.set({
    rubric,
    revision: isOutside ? revision + 1 : revision,
    canUndo: past.length > 0,
    canRedo: future.length > 0,
  })
  if (!isKept) onChange(rubric)
}

/** The same content; members may stand in another order. What was not touched is the same object. */
function isEqual(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return false
  }
  const members = Object.entries(one)
  if (members.length !== Object.keys(other).length) return false
  const others = new Map<string, unknown>(Object.entries(other))
  return members.every(([key, value]) => others.has(key) && isEqual(value, others.get(key)))
}
