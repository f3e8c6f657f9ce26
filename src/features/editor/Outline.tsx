import type { Section } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { Button } from '#ui/Button.tsx'
import { Select } from '#ui/Select.tsx'
import { useDraft, useEditor, useFindings, usePart } from './editorContext.ts'
import styles from './editor.module.css'
import { partName, partOfPath, samePart, type Part } from './places.ts'
import { useAddSection } from './SectionActions.tsx'

interface Entry {
  readonly part: Part
  readonly number: string
  readonly name: string
}

/** The parts of the rubric, and of the section that is open its skills and items: to jump. */
export function Outline() {
  const words = useMessages().editor
  const { ui } = useEditor()
  const { sections } = useDraft()
  const current = usePart()
  const entries = useEntries()
  const addSection = useAddSection()
  const go = (part: Part) => {
    ui.go(part)
    ui.focus('part')
  }
  return (
    <>
      <nav className={styles['outline']} aria-label={words.outline}>
        <ol>
          {entries.map((entry) => {
            const isCurrent = samePart(entry.part, current)
            const { part } = entry
            const section =
              isCurrent && part.kind === 'section'
                ? sections.find(({ id }) => id === part.id)
                : undefined
            return (
              <li key={partName(part)}>
                <button
                  type="button"
                  className={styles['part']}
                  aria-current={isCurrent ? 'page' : undefined}
                  onClick={() => go(part)}
                >
                  <span className={styles['partNumber']}>{entry.number}</span>
                  <span className={styles['partName']}>{entry.name}</span>
                  <Count part={part} />
                </button>
                {section && <Lines section={section} />}
              </li>
            )
          })}
        </ol>
        <Button look="quiet" icon="plus" onClick={addSection}>
          {words.sections.add}
        </Button>
      </nav>
      <div className={styles['jump']}>
        <Select
          label={words.jump}
          value={partName(current)}
          onChange={(event) => {
            const entry = entries.find(({ part }) => partName(part) === event.target.value)
            if (entry) go(entry.part)
          }}
        >
          {entries.map(({ part, number, name }) => (
            <option key={partName(part)} value={partName(part)}>
              {[number, name].filter((word) => word !== '').join(' ')}
            </option>
          ))}
        </Select>
        <Button look="quiet" icon="plus" onClick={addSection}>
          {words.sections.add}
        </Button>
      </div>
    </>
  )
}

function useEntries(): readonly Entry[] {
  const { parts, sections: words } = useMessages().editor
  const { sections } = useDraft()
  return [
    { part: { kind: 'head' }, number: '', name: parts.head },
    { part: { kind: 'scales' }, number: '', name: parts.scales },
    ...sections.map(({ id, number, name }) => ({
      part: { kind: 'section', id } as const,
      number,
      name: name.text === '' ? words.unnamed : name.text,
    })),
    { part: { kind: 'sources' }, number: '', name: parts.sources },
    { part: { kind: 'check' }, number: '', name: parts.check },
  ]
}

/** How much is left to do in a part. */
function Count({ part }: { part: Part }) {
  const words = useMessages().editor.line
  const { editing } = useEditor()
  const { todo } = useFindings()
  const { rubric } = editing.get()
  const own =
    part.kind === 'check'
      ? todo
      : todo.filter(({ keys }) => samePart(partOfPath(rubric, keys), part))
  if (own.length === 0) return null
  return (
    <span className={styles['count']}>
      <span aria-hidden="true">{own.length}</span>
      <span className={styles['spoken']}>{words.faults(own.length)}</span>
    </span>
  )
}

function Lines({ section }: { section: Section }) {
  const words = useMessages().editor
  const { ui } = useEditor()
  const jump = (id: string) => {
    ui.open(id)
    ui.focus(id)
  }
  return (
    <ol className={styles['branch']}>
      {section.skills.map((skill) => (
        <li key={skill.id}>
          <button type="button" className={styles['jumpTo']} onClick={() => jump(skill.id)}>
            <span className={styles['partNumber']}>{skill.number}</span>
            <b>{skill.name.text === '' ? words.skills.unnamed : skill.name.text}</b>
          </button>
          <ol>
            {skill.items.map((item) => (
              <li key={item.id}>
                <button
                  type="button"
                  className={styles['jumpTo']}
                  data-retired={item.retired ?? false}
                  onClick={() => jump(item.id)}
                >
                  <span className={styles['partNumber']}>{item.number}</span>
                  <span className={styles['partText']}>
                    {item.text === '' ? words.line.empty : item.text}
                  </span>
                </button>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  )
}
