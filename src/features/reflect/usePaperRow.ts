import { useEffect, useRef, useState } from 'react'
import { answerEdit, type Answer, type AnswerPlace } from '#core/answer.ts'
import type { Edit } from '#core/change.ts'
import type { Participant } from '#core/reflection.ts'
import { changesOf, isSeparator, readTyped, type TypedToken } from '#core/typedInitials.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import type { UnplacedTexts } from '#storage/unplacedTexts.ts'
import { useReadable, useStore } from '#storage/useStorage.ts'
import type { PaperBox, PaperRow } from './paperTables.ts'

interface Input {
  store: ReflectionStore
  rubricId: string
  row: PaperRow
  boxes: readonly PaperBox[]
  /** Everybody at the table. */
  people: readonly Participant[]
  loose: UnplacedTexts
  /** Told when somebody who stood in one box of the row stands in another now. */
  onMoved: (person: Participant, row: PaperRow, box: PaperBox) => void
}

/** What a field of the row shows, and what typing in it does. */
export interface PaperRowFields {
  textOf(box: PaperBox): string
  /** What is wrong with what stands in it. */
  faultsOf(box: PaperBox): readonly TypedToken[]
  enter(box: PaperBox): void
  /** @param isWhole true if what was typed last ends what stands before it */
  type(box: PaperBox, text: string, isWhole: boolean): void
  leave(box: PaperBox): void
}

interface Typing {
  readonly box: PaperBox
  readonly text: string
  /** Who stood there when the text said so last. */
  readonly before: readonly string[]
}

/** One row of the printed page: whose initials stand in which of its boxes. */
export function usePaperRow(input: Input): PaperRowFields {
  const { store, rubricId, row, people, loose } = input
  // The trigger: who stands where is asked of the store itself.
  useStore(store, (from) => from.responsesOf({ rubricId, itemId: row.item.id }))
  const left = useReadable(loose)
  const [typing, setTyping] = useState<Typing>()
  const latest = useRef({ input, typing })
  useEffect(() => {
    latest.current = { input, typing }
  })
  useLastWords(latest)
  const textAt = (box: PaperBox) =>
    [
      ...standingIn(input, box).map(({ initials }) => initials),
      ...(left.get(keyOf(input, box)) ?? []),
    ].join(' ')
  return {
    textOf: (box) => (typing?.box.id === box.id ? typing.text : textAt(box)),
    faultsOf(box) {
      const isTyped = typing?.box.id === box.id
      const whole = (left.get(keyOf(input, box)) ?? []).join(' ')
      const tokens = readTyped(isTyped ? typing.text : whole, people)
      const isUnderWay = isTyped && !endsWhole(typing.text, people)
      // The beginning of someone's initials is no fault while it is being typed.
      return tokens.filter(
        ({ kind }, index) =>
          kind === 'nobody' || (kind === 'several' && !(isUnderWay && index === tokens.length - 1)),
      )
    },
    enter(box) {
      const text = textAt(box)
      const before = standingIn(input, box).map(({ id }) => id)
      setTyping({ box, text: text === '' ? '' : `${text} `, before })
    },
    type(box, text, isWhole) {
      const before = typing?.box.id === box.id ? typing.before : []
      const next = { box, text, before }
      setTyping(isWhole ? settle(input, next) : next)
    },
    leave(box) {
      if (typing?.box.id !== box.id) return
      settle(input, typing)
      setTyping(undefined)
    },
  }
}

/** A page that goes away, or a field that vanishes, gets no blur. */
function useLastWords(latest: { current: { input: Input; typing: Typing | undefined } }) {
  useEffect(() => {
    const settleLast = () => {
      const { input, typing } = latest.current
      if (typing) settle(input, typing)
    }
    window.addEventListener('pagehide', settleLast)
    return () => {
      window.removeEventListener('pagehide', settleLast)
      settleLast()
    }
  }, [latest])
}

/** Writes the marks that the text says, and keeps the rest of it. @returns it as it stands now */
function settle(input: Input, { box, text, before }: Typing): Typing {
  const { store, row, people, loose, onMoved } = input
  const tokens = readTyped(text, people)
  const { placed, takenBack } = changesOf(before, tokens)
  const edits: Edit[] = []
  for (const id of placed) {
    const place = placeOf(input, id)
    const answer = store.response(place)?.answer
    const person = people.find((one) => one.id === id)
    if (answer && !isSame(answer, box.answer) && person) onMoved(person, row, box)
    edits.push(answerEdit(place, box.answer))
  }
  for (const id of takenBack) {
    const place = placeOf(input, id)
    // Whoever was moved meanwhile stays where they are.
    if (isSame(store.response(place)?.answer, box.answer)) edits.push(answerEdit(place, undefined))
  }
  store.apply(edits)
  loose.set(
    keyOf(input, box),
    tokens.flatMap((token) => (token.kind === 'person' ? [] : [token.text])),
  )
  return { box, text: settledText(text, tokens, people), before: peopleIn(tokens) }
}

/** The initials as they are known, if all of them are whole; what is being typed stays as it is. */
function settledText(
  text: string,
  tokens: readonly TypedToken[],
  people: readonly Participant[],
): string {
  if (!endsWhole(text, people)) return text
  const words = tokens.map((token) =>
    token.kind === 'person'
      ? (people.find(({ id }) => id === token.id)?.initials ?? token.text)
      : token.text,
  )
  return words.map((word) => `${word} `).join('')
}

function endsWhole(text: string, people: readonly Participant[]): boolean {
  return isSeparator(text.slice(-1), people)
}

function peopleIn(tokens: readonly TypedToken[]): readonly string[] {
  return tokens.flatMap((token) => (token.kind === 'person' ? [token.id] : []))
}

/** The people whose mark stands in a box, in the order they sit. */
function standingIn(input: Input, box: PaperBox): readonly Participant[] {
  return input.people.filter(({ id }) =>
    isSame(input.store.response(placeOf(input, id))?.answer, box.answer),
  )
}

function placeOf({ rubricId, row }: Input, participantId: string): AnswerPlace {
  return { participantId, rubricId, itemId: row.item.id, siteId: row.site?.id }
}

/** A name of its own for each box of a reflection. */
function keyOf({ rubricId, row }: Pick<Input, 'rubricId' | 'row'>, box: PaperBox): string {
  return [rubricId, row.item.id, row.site?.id ?? '', box.id].join('/')
}

function isSame(one: Answer | undefined, other: Answer): boolean {
  if (one?.kind === 'level' && other.kind === 'level') return one.level === other.level
  return one?.kind === 'setAside' && other.kind === 'setAside' && one.reason === other.reason
}

/**
 * Gives the boxes what was left loose in them and is somebody's by now: they were added in Set up
 * meanwhile.
 */
export function placeLoose(input: Omit<Input, 'row'>, rows: readonly PaperRow[]): void {
  for (const row of rows) {
    for (const box of input.boxes) {
      const texts = input.loose.get().get(keyOf({ ...input, row }, box))
      if (texts) settle({ ...input, row }, { box, text: texts.join(' '), before: [] })
    }
  }
}
