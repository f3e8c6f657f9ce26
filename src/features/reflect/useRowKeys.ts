import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import { answerEdit, TEAM, type Answer } from '#core/answer.ts'
import { assertNever } from '#core/assert.ts'
import type { Participant, Site } from '#core/reflection.ts'
import {
  askedItems,
  scaleOf,
  setAsideOf,
  STATUSES,
  type Item,
  type Rubric,
  type Section,
} from '#core/rubric.ts'
import { newId } from '#platform/ids.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { savePlace } from '#storage/places.ts'
import { useReadable, useStorage } from '#storage/useStorage.ts'
import { ownPlace } from './ownPlace.ts'

interface Input {
  store: ReflectionStore
  rubric: Rubric
  section: Section
  person: Participant
  /** True while the team marks what it agrees on. */
  agrees: boolean
  /** True during a private turn: nothing of what was done is remembered outside the reflection. */
  isOwn: boolean
  /** The one on the screen, where something is asked for each. */
  site: Site | undefined
  /** Whose turn it can be, in order, and `TEAM` for all; none where a key must not change it. */
  seats: readonly string[]
  onTurn: (seat: string) => void
  onHelp: () => void
}

/** A strategy form: one at a time on the whole sheet. */
export interface OpenStrategy {
  readonly itemId: string
  readonly strategyId: string
}

interface RowKeys {
  sheet: RefObject<HTMLDivElement | null>
  /** The strategy that is being written, and the row it is written at. */
  openStrategy: OpenStrategy | undefined
  setOpenStrategy: (open: OpenStrategy | undefined) => void
  /** Remembers the row a person works on: for the keys, and to come back to. */
  noteRow: (itemId: string) => void
}

/** Single-key shortcuts of the rubric screen; off while typing and where the setting says so. */
export function useRowKeys(input: Input): RowKeys {
  const sheet = useRef<HTMLDivElement>(null)
  const current = useRef<string>(undefined)
  const [openStrategy, setOpenStrategy] = useState<OpenStrategy>()
  const { shortcuts } = useReadable(useStorage().settings)
  const latest = useRef(input)
  useEffect(() => {
    latest.current = input
  })
  const { store, rubric, section, isOwn } = input
  const noteRow = useCallback(
    (itemId: string) => {
      if (current.current === itemId) return
      current.current = itemId
      if (!isOwn) savePlace(store.id, { rubricId: rubric.id, sectionId: section.id, itemId })
    },
    [store, rubric, section, isOwn],
  )
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const undoes = (event.ctrlKey || event.metaKey) && event.key === 'z' && !event.shiftKey
      if (isTyping(event) || event.altKey || document.querySelector('dialog[open]')) return
      if (undoes) {
        event.preventDefault()
        store.undo()
        return
      }
      if (event.ctrlKey || event.metaKey || !shortcuts) return
      const done = actOn(event.key, latest.current, current.current, {
        sheet: sheet.current,
        note: noteRow,
        openStrategy: (itemId) => setOpenStrategy({ itemId, strategyId: newId() }),
      })
      if (done) event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [store, shortcuts, noteRow])
  useEffect(() => {
    const page = sheet.current
    const follow = (event: FocusEvent) => {
      const row = event.target instanceof Element ? event.target.closest('[id^="item-"]') : null
      if (row) noteRow(row.id.slice('item-'.length))
    }
    page?.addEventListener('focusin', follow)
    return () => page?.removeEventListener('focusin', follow)
  }, [noteRow])
  return { sheet, openStrategy, setOpenStrategy, noteRow }
}

interface Row {
  sheet: HTMLElement | null
  note: (itemId: string) => void
  openStrategy: (itemId: string) => void
}

function actOn(key: string, input: Input, current: string | undefined, row: Row): boolean {
  const { rubric, section, person, agrees, seats, site, onTurn, onHelp, store } = input
  const skills = section.skills.filter(({ eachSite }) => !eachSite || site)
  const items = skills.flatMap(askedItems)
  const index = items.findIndex(({ id }) => id === current)
  const item = items[Math.max(index, 0)]
  if (!item) return false
  const answer = answerFor(key, rubric, item)
  if (answer !== undefined) {
    const isSited = skills.some((skill) => skill.eachSite && skill.items.includes(item))
    const place = ownPlace({ rubric, item, person, agrees, site: isSited ? site : undefined })
    store.apply([answerEdit(place, answer === 'none' ? undefined : answer)])
    if (index < 0) goTo(item, row)
    return true
  }
  const seat = seats.indexOf(agrees ? TEAM : person.id)
  const neighbour = seats[(seat + (key === ']' ? 1 : seats.length - 1)) % seats.length]
  switch (key.toLowerCase()) {
    case 'j':
      return goTo(items[index + 1], row)
    case 'k':
      return goTo(items[index - 1], row)
    case 's':
      row.openStrategy(item.id)
      return true
    case '[':
    case ']':
      if (neighbour !== undefined) onTurn(neighbour)
      return true
    case '?':
      onHelp()
      return true
    default:
      return false
  }
}

function answerFor(key: string, rubric: Rubric, item: Item): Answer | 'none' | undefined {
  const picks = picksOf(rubric, item)
  // What is written or placed is not taken back by a single key.
  if (!picks) return undefined
  if (key === '0' || key === 'Backspace') return 'none'
  const reason = ({ u: 'unknown', n: 'notOurs' } as const)[key.toLowerCase()]
  if (reason && setAsideOf(rubric, item).some(({ id }) => id === reason)) {
    return { kind: 'setAside', reason }
  }
  return /^[1-9]$/.test(key) ? picks[Number(key) - 1] : undefined
}

/** What the digits stand for, in order; `undefined` for kinds that no single key answers. */
function picksOf(rubric: Rubric, item: Item): readonly Answer[] | undefined {
  switch (item.kind) {
    case 'rating':
      return scaleOf(rubric, item).levels.map(({ id }) => ({ kind: 'level', level: id }))
    case 'status':
      return STATUSES.map((status) => ({ kind: 'status', status }))
    case 'choice':
      // A digit that chose one of many would drop the others.
      return item.many ? [] : item.options.map(({ id }) => ({ kind: 'options', options: [id] }))
    case 'text':
    case 'table':
    case 'placement':
      return undefined
    default:
      return assertNever(item)
  }
}

function goTo(item: Item | undefined, { sheet, note }: Row): boolean {
  if (!item) return false
  const row = sheet?.querySelector<HTMLElement>(`[id="item-${item.id}"]`)
  row?.focus({ preventScroll: true })
  row?.scrollIntoView({ block: 'nearest' })
  note(item.id)
  return true
}

function isTyping(event: KeyboardEvent): boolean {
  const { target } = event
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  if (target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox'
}
