import type { Section } from '#core/rubric.ts'
import type { RubricDraft } from '#core/rubricDraft.ts'
import { useMessages } from '#messages/messages.ts'
import { useDraft, useEditor } from './editorContext.ts'
import styles from './editor.module.css'
import { freshSection } from './fresh.ts'
import { LineActions } from './LineCard.tsx'
import { renumber } from './numbers.ts'
import { idsOf, nextId } from './usedIds.ts'

/** Moves a section among the others, or takes out one that is new. */
export function SectionActions({ section }: { section: Section }) {
  const words = useMessages().editor
  const { editing, ui, used } = useEditor()
  const { sections } = useDraft()
  const position = sections.findIndex(({ id }) => id === section.id)
  const what = words.sections.named(section.number)
  const part = { kind: 'section', id: section.id } as const
  const move = (by: -1 | 1, button: Element) => {
    const to = position + by
    if (to < 0 || to >= sections.length) return ui.tell(words.steps.atEnd[by])
    const label = words.steps.moved(what, to + 1, sections.length)
    ui.follow(button, button.getAttribute('data-focus') ?? '')
    editing.change({ label, part }, (rubric) =>
      renumber({ ...rubric, sections: moved(rubric.sections, position, to) }, used),
    )
    ui.tell(label)
  }
  const remove = () => {
    const neighbour = sections[position + 1] ?? sections[position - 1]
    const label = words.steps.removed(what)
    editing.change({ label, part }, (rubric) => {
      const rest = rubric.sections.filter(({ id }) => id !== section.id)
      return renumber({ ...rubric, sections: rest }, used)
    })
    ui.go(neighbour ? { kind: 'section', id: neighbour.id } : { kind: 'head' })
    ui.focus('part')
    ui.tell(label)
  }
  const isUsed = used.ids.has(section.id)
  return (
    <div className={styles['actions']}>
      <LineActions
        id={section.id}
        name={what}
        position={position}
        count={sections.length}
        onMove={move}
        onRemove={isUsed || sections.length === 1 ? undefined : remove}
      />
      <code className={styles['id']}>{section.id}</code>
    </div>
  )
}

function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const taken = list.slice(from, from + 1)
  return list.toSpliced(from, 1).toSpliced(to, 0, ...taken)
}

/** Adds a section at the end and goes there. */
export function useAddSection(): () => void {
  const words = useMessages().editor
  const { editing, ui, used } = useEditor()
  return () => {
    const { rubric } = editing.get()
    const id = nextId(sectionPrefix(rubric), [...idsOf(rubric), ...used.ids])
    const part = { kind: 'section', id } as const
    const label = words.steps.added(words.sections.one)
    const section = freshSection(id, '', rubric.scales[0]?.id)
    editing.change({ label, part }, (draft) =>
      renumber({ ...draft, sections: [...draft.sections, section] }, used),
    )
    ui.go(part)
    ui.focus('section.name.text')
    ui.tell(label)
  }
}

/** New sections are named like the first: "net.part1" beside "net.culture". */
function sectionPrefix({ sections }: RubricDraft): string {
  const [first] = sections
  const dot = first?.id.indexOf('.') ?? -1
  return first && dot > 0 ? `${first.id.slice(0, dot)}.part` : 'part'
}
