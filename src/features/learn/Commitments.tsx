import { useState } from 'react'
import { fieldEdits, type Mode } from '#core/reflection.ts'
import type { Option, Rubric } from '#core/rubric.ts'
import { cleanLine } from '#core/text.ts'
import { useMessages } from '#messages/messages.ts'
import { Part } from '#parts/Part.tsx'
import { loadRubric } from '#rubrics/catalog.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useDraftText, useStore } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { Choice, ChoiceGroup } from '#ui/Choice.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useLoaded } from '#ui/useLoaded.ts'
import styles from './learn.module.css'

const PROMPTS = 'workshop-prompts'
const COMMITMENTS = 'workshop.commitments'

/** What people want to practice today: the workshop's commitments, or their own. */
export function Commitments({ store, mode }: { store: ReflectionStore; mode: Mode }) {
  const { learn: words } = useMessages()
  const voice = words.voices[mode]
  const { commitments } = useStore(store, (from) => from.reflection()).workshop
  // One that is not chosen any more stays in its place, so that nothing moves under a finger.
  const [seen, setSeen] = useState(commitments)
  const prompts = useLoaded(PROMPTS, loadRubric)
  const offered = prompts?.ok ? offeredIn(prompts.value.rubric) : []
  const own = [...new Set([...seen, ...commitments])].filter((text) =>
    offered.every(({ label }) => label !== text),
  )
  const write = (next: readonly string[]) => {
    setSeen([...new Set([...seen, ...commitments, ...next])])
    store.apply(fieldEdits('reflection', store.id, { commitments: [...next] }))
  }
  const toggle = (text: string) =>
    write(
      commitments.includes(text)
        ? commitments.filter((each) => each !== text)
        : [...commitments, text],
    )
  if (prompts === undefined) return null
  return (
    <Part title={voice.practice}>
      <ChoiceGroup legend={words.choose} hint={words.commitmentsFrom}>
        {[...offered, ...own.map((label) => ({ id: label, label, hint: undefined }))].map(
          ({ id, label, hint }) => (
            <Choice
              key={id}
              kind="checkbox"
              label={<bdi>{label}</bdi>}
              hint={hint}
              checked={commitments.includes(label)}
              onChange={() => toggle(label)}
            />
          ),
        )}
      </ChoiceGroup>
      <OwnCommitment
        label={voice.ownCommitment}
        store={store}
        onAdd={(text) => {
          if (!commitments.includes(text)) write([...commitments, text])
        }}
      />
    </Part>
  )
}

/**
 * A line of their own. Leaving the field adds it too. What is half typed is a draft and then a field
 * of its own, which nothing else shows: it waits here for whoever comes back.
 */
function OwnCommitment({
  label,
  store,
  onAdd,
}: {
  label: string
  store: ReflectionStore
  onAdd: (text: string) => void
}) {
  const { learn: words } = useMessages()
  const draft = useDraftText(store, {
    kind: 'reflection',
    record: store.id,
    field: 'begunCommitment',
  })
  const add = () => {
    const line = cleanLine(draft.text)
    if (draft.text === '') return
    draft.setText('')
    draft.commit()
    if (line !== '') onAdd(line)
  }
  return (
    <form
      className={styles['own']}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <TextField
        label={label}
        hint={words.ownHint}
        value={draft.text}
        onChange={(event) => draft.setText(event.target.value)}
        onBlur={add}
      />
      <Button type="submit" icon="plus">
        {words.addCommitment}
      </Button>
    </form>
  )
}

/** The commitments of the workshop, as the shipped prompts have them. */
function offeredIn(rubric: Rubric): readonly Option[] {
  const items = rubric.sections.flatMap(({ skills }) => skills.flatMap(({ items: all }) => all))
  const item = items.find(({ id }) => id === COMMITMENTS)
  return item?.kind === 'choice' ? item.options : []
}
