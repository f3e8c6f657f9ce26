import { useMessages } from '#messages/messages.ts'
import { Button } from '#ui/Button.tsx'
import { useEditor } from './editorContext.ts'
import styles from './editor.module.css'
import { LineField } from './FormFields.tsx'
import { freshOption } from './fresh.ts'
import type { OptionsName } from './names.ts'
import { RowButtons } from './RowButtons.tsx'
import { nextId, partIds, partKey } from './usedIds.ts'
import { useLines } from './useLines.ts'

interface Props {
  name: OptionsName
  /** What the options belong to, as `partKey` spells it. */
  owner: string
  legend: string
}

const MOST = 30

/** Options to choose from, each with words and a hint. */
export function OptionsField({ name, owner, legend }: Props) {
  const words = useMessages().editor
  const { used } = useEditor()
  const lines = useLines(name)
  const ids = lines.fields.map(({ id }) => id)
  const isUsed = (id: string) => used.parts.has(partKey(owner, id))
  const focusAfter = (index: number) => {
    const neighbour = lines.fields[index + 1] ?? lines.fields[index - 1]
    return neighbour ? `${owner}/${neighbour.id}` : `add:${name}`
  }
  return (
    <fieldset className={styles['group']}>
      <legend className={styles['legend']}>{legend}</legend>
      {ids.some(isUsed) && <p className={styles['soft']}>{words.options.used}</p>}
      <ol className={styles['rows']}>
        {lines.fields.map(({ id }, index) => {
          const what = words.options.named(index + 1)
          return (
            <li key={id} className={styles['row']} data-focus={`${owner}/${id}`}>
              <div className={styles['rowFields']}>
                <LineField name={`${name}.${index}.label`} label={what} />
                <LineField name={`${name}.${index}.hint`} label={words.options.hint(index + 1)} />
              </div>
              <RowButtons
                id={`${owner}/${id}`}
                name={what}
                position={index}
                count={ids.length}
                onMove={(by, button) => lines.move(index, by, what, button)}
                onRemove={
                  isUsed(id) ? undefined : () => lines.remove(index, what, focusAfter(index))
                }
              />
            </li>
          )
        })}
      </ol>
      {ids.length < MOST && (
        <div className={styles['add']} data-field={name}>
          <Button
            look="quiet"
            icon="plus"
            data-focus={`add:${name}`}
            onClick={() => {
              const taken = [...ids, ...partIds(used, owner)]
              const id = nextId('option', taken)
              lines.add(freshOption(id), words.options.one, `${owner}/${id}`)
            }}
          >
            {words.options.add}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
