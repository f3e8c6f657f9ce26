import { useRef, useState } from 'react'
import { deleteEdit, fieldEdits, type GrowthEdge } from '#core/reflection.ts'
import { useMessages } from '#messages/messages.ts'
import { newId } from '#platform/ids.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import styles from './growth.module.css'
import { GrowthChooser } from './GrowthChooser.tsx'
import { GrowthCard } from './GrowthCard.tsx'
import { GrowthForm } from './GrowthForm.tsx'
import type { GrowthProps } from './growthProps.ts'
import { placeOfEdge } from './growthSkills.ts'
import { Part } from './Part.tsx'

/** Where people want to grow, what is hard there, and what they borrow: chosen and written here. */
export function GrowthEdges(part: GrowthProps) {
  const { store, report, of, voice, lead, anchor } = part
  const { growth: words } = useMessages()
  const edges = of.growthEdges
  const [isChoosing, setChoosing] = useState(false)
  const [openId, setOpenId] = useState<string>()
  const [removed, setRemoved] = useState<GrowthEdge>()
  const list = useRef<HTMLUListElement>(null)

  const nameOf = (edge: GrowthEdge) => placeOfEdge(of, edge)?.skill.name.text ?? words.goneSkill
  const focusOn = (selector: string) =>
    // Once the list is drawn again: what had the focus is gone.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(selector)?.focus())
  const choose = (skillId: string) => {
    const id = newId()
    const order = Math.max(0, ...report.reflection.growthEdges.map((edge) => edge.order)) + 1
    store.apply(fieldEdits('growthEdge', id, { rubricId: of.rubric.id, skillId, order }))
    setChoosing(false)
    setRemoved(undefined)
    setOpenId(id)
  }
  const close = (id: string) => {
    setOpenId(undefined)
    focusOn(`[data-edge="${CSS.escape(id)}"] [data-actions] button`)
  }
  const remove = (edge: GrowthEdge) => {
    store.apply([deleteEdit('growthEdge', edge.id)])
    setOpenId(undefined)
    setRemoved(edge)
    focusOn('[data-removed] button')
  }
  const bringBack = (edge: GrowthEdge) => {
    store.apply([deleteEdit('growthEdge', edge.id, false)])
    setRemoved(undefined)
    focusOn(`[data-edge="${CSS.escape(edge.id)}"] [data-actions] button`)
  }
  // A removed one leaves its place to the way back, so that nothing else moves.
  const shown = [...edges, ...(removed && !edges.some(isSame(removed)) ? [removed] : [])].toSorted(
    (a, b) => a.order - b.order,
  )
  if (edges.length === 0 && !removed && of.rubric.family === 'workshop') return null
  return (
    <Part title={voice.growthEdges} lead={lead} anchor={anchor}>
      {edges.length === 0 && !removed && (
        <p className={styles['aside']}>{words.voices[report.reflection.mode].empty}</p>
      )}
      <GrowthChooser
        of={of}
        open={isChoosing}
        onChoose={choose}
        onClose={() => setChoosing(false)}
      />
      {shown.length > 0 && (
        <ul className={styles['edges']} ref={list}>
          {shown.map((edge) => {
            if (!edges.some(isSame(edge))) {
              return (
                <li key={edge.id} className={styles['edge']} data-removed>
                  <Notice
                    icon="trash"
                    live="status"
                    actions={<UndoRemoval onUndo={() => bringBack(edge)} />}
                  >
                    <p>{words.removed(nameOf(edge))}</p>
                  </Notice>
                </li>
              )
            }
            const actions = { onRemove: () => remove(edge), name: nameOf(edge), edge, part }
            return (
              <li key={edge.id} className={styles['edge']} data-edge={edge.id}>
                {edge.id === openId ? (
                  <GrowthForm {...actions} onDone={() => close(edge.id)} />
                ) : (
                  <GrowthCard {...actions} onEdit={() => setOpenId(edge.id)} />
                )}
              </li>
            )
          })}
        </ul>
      )}
      <div className={styles['chooseBar']}>
        <Button icon="plus" onClick={() => setChoosing(true)}>
          {edges.length === 0 ? words.choose : words.chooseAnother}
        </Button>
      </div>
    </Part>
  )
}

function UndoRemoval({ onUndo }: { onUndo: () => void }) {
  const { common } = useMessages()
  return (
    <Button icon="undo" onClick={onUndo}>
      {common.undo}
    </Button>
  )
}

function isSame(one: GrowthEdge) {
  return (other: GrowthEdge) => one.id === other.id
}
