import {
  useFieldArray,
  useFormContext,
  type FieldArray,
  type FieldArrayWithId,
} from 'react-hook-form'
import { useMessages } from '#messages/messages.ts'
import { useEditor, usePart } from './editorContext.ts'
import type { EditorForm } from './formModel.ts'
import type { ListName } from './names.ts'

/** A list of lines that can be added, moved and taken out, with the words and the focus for it. */
export interface Lines<Name extends ListName> {
  readonly fields: readonly FieldArrayWithId<EditorForm, Name, 'key'>[]
  /** Adds a line at the end, open, with the focus in its first field. */
  add(line: FieldArray<EditorForm, Name>, what: string, focus: string): void
  /** Takes a line out; the focus goes to its neighbour, or to what the list ends with. */
  remove(index: number, what: string, focus: string): void
  /** @returns nothing to do at the end it already stands at */
  move(index: number, by: -1 | 1, what: string, button: Element): void
}

export function useLines<Name extends ListName>(name: Name): Lines<Name> {
  const words = useMessages().editor.steps
  const { editing, ui } = useEditor()
  const part = usePart()
  const { control } = useFormContext<EditorForm>()
  const list = useFieldArray({ control, name, keyName: 'key' })
  const count = list.fields.length
  return {
    fields: list.fields,
    add(line, what, focus) {
      editing.begin({ label: words.added(what), part })
      list.append(line, { shouldFocus: false })
      ui.open(focus)
      ui.focus(focus)
      ui.tell(words.added(what))
    },
    remove(index, what, focus) {
      editing.begin({ label: words.removed(what), part })
      list.remove(index)
      ui.focus(focus)
      ui.tell(words.removed(what))
    },
    move(index, by, what, button) {
      const to = index + by
      if (to < 0 || to >= count) return ui.tell(words.atEnd[by])
      editing.begin({ label: words.moved(what, to + 1, count), part })
      ui.follow(button, button.getAttribute('data-focus') ?? '')
      list.move(index, to)
      ui.tell(words.moved(what, to + 1, count))
    },
  }
}
