import type { ReactNode } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { Choice } from '#ui/Choice.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea, TextField } from '#ui/TextField.tsx'
import { useEditor, useFieldNotes } from './editorContext.ts'
import type { EditorForm } from './formModel.ts'
import type { ChoiceName, SwitchName, TextName } from './names.ts'

// The fields of the editor: each is tied to the form, says what is wrong with it, and what could be
// better. A field that is left ends a step of undoing.

interface LineProps {
  name: TextName
  label: string
  hint?: string
  width?: 'full' | 'medium' | 'short'
  /** False for what is the app's or a machine's and not the rubric's. */
  isWords?: boolean
  onChange?: (value: string) => void
}

/** One line of text. */
export function LineField({ name, label, hint, width, isWords = true, onChange }: LineProps) {
  const { editing } = useEditor()
  const { register } = useFormContext<EditorForm>()
  const { lang } = editing.get().rubric
  return (
    <TextField
      label={label}
      hint={hint}
      width={width ?? 'full'}
      lang={isWords ? lang : undefined}
      spellCheck={isWords}
      autoCapitalize={isWords ? 'sentences' : 'off'}
      {...useFieldNotes(name)}
      {...register(name, {
        onBlur: editing.seal,
        // Safe: an input of this kind holds a text.
        onChange: (event: { target: { value: string } }) => onChange?.(event.target.value),
      })}
    />
  )
}

/** Text of several lines on screen; it is stored as one. */
export function TextBox({
  name,
  label,
  hint,
  rows,
}: Pick<LineProps, 'name' | 'label' | 'hint'> & { rows?: number }) {
  const { editing } = useEditor()
  const { register } = useFormContext<EditorForm>()
  return (
    <TextArea
      label={label}
      hint={hint}
      rows={rows ?? 2}
      lang={editing.get().rubric.lang}
      {...useFieldNotes(name)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault()
      }}
      {...register(name, { onBlur: editing.seal, setValueAs: oneLine })}
    />
  )
}

interface ListProps {
  name: ChoiceName
  label: string
  hint?: string
  children: ReactNode
}

/** One of a list. */
export function ListField({ name, label, hint, children }: ListProps) {
  const { control } = useFormContext<EditorForm>()
  const { field } = useController({ control, name })
  return (
    <Select
      label={label}
      hint={hint}
      name={field.name}
      value={field.value}
      onChange={field.onChange}
      {...useFieldNotes(name)}
    >
      {children}
    </Select>
  )
}

interface SwitchProps {
  name: SwitchName
  label: string
  hint?: string
}

/** Something that is on or off. */
export function SwitchField({ name, label, hint }: SwitchProps) {
  const { register } = useFormContext<EditorForm>()
  return <Choice kind="checkbox" label={label} hint={hint} {...register(name)} />
}

/** A text of a rubric has no breaks of its own: screen and paper set them. */
function oneLine(text: unknown): unknown {
  return typeof text === 'string' ? text.replace(/\s*\n\s*/g, ' ') : text
}
