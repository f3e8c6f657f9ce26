import { useEffect, useRef, useState } from 'react'
import * as v from 'valibot'
import type { Mode } from '#core/reflection.ts'
import { localDay, now } from '#platform/ids.ts'
import { useStorage } from '#storage/useStorage.ts'
import { emptyValues, FIRST_RUBRIC, isBegun, type SetupValues } from './setupForm.ts'

const PAUSE_MS = 300

/** A form that was begun and not finished, as it was left. */
const UnfinishedSchema = v.object({
  team: v.string(),
  /** Only if someone chose it: a day nobody touched is the day of the sitting. */
  date: v.optional(v.string()),
  facilitator: v.string(),
  adding: v.string(),
  people: v.record(v.string(), v.object({ name: v.string(), initials: v.string() })),
  rubrics: v.optional(v.array(v.object({ key: v.string(), sections: v.array(v.string()) }))),
  way: v.optional(v.picklist(['private', 'open', 'paper', 'devices'])),
  plan: v.optional(v.string()),
  /** The earlier reflection it starts from. */
  from: v.optional(v.string()),
  /** Of the only rubric there was, in a form that an older version kept. */
  sections: v.optional(v.array(v.string())),
})

export interface Unfinished {
  /** What was left earlier on this device; `undefined` if nothing was. Read once. */
  readonly restored: SetupValues | undefined
  /**
   * Keeps what the form holds, after a pause in typing or when the page goes away. A form with
   * nothing in it is not kept.
   */
  remember(values: SetupValues): void
  /** The form was emptied on purpose. */
  forget(): void
  /** The form became a reflection: nothing of it is kept from now on. */
  finish(): void
}

/**
 * Keeps a form that has no reflection yet, so that a reload or a call to the door costs nothing.
 * @param from id of the earlier reflection it starts from: such a form is kept beside an empty one
 */
export function useUnfinished(mode: Mode, from?: string): Unfinished {
  const { settings } = useStorage()
  const name = from === undefined ? mode : (`${mode}Again` as const)
  const [emptyDate] = useState(() => localDay(now()))
  const [restored] = useState(() => fromKept(settings.get().unfinished[name], emptyDate, from))
  const waiting = useRef<{ values: SetupValues; timer: number }>(undefined)
  const [keep] = useState(() => {
    const write = (values: SetupValues | undefined) => {
      const { unfinished } = settings.get()
      const kept = values && toKept(values, emptyDate, from)
      if (kept === undefined && unfinished[name] === undefined) return
      settings.set({ unfinished: { ...unfinished, [name]: kept } })
    }
    let isOver = false
    const stop = () => {
      clearTimeout(waiting.current?.timer)
      waiting.current = undefined
    }
    const flush = () => {
      const values = waiting.current?.values
      stop()
      if (values) write(values)
    }
    return {
      remember(values: SetupValues) {
        stop()
        if (isOver) return
        waiting.current = { values, timer: window.setTimeout(flush, PAUSE_MS) }
      },
      forget() {
        stop()
        write(undefined)
      },
      finish() {
        isOver = true
        stop()
        write(undefined)
      },
      flush,
    }
  })
  useEffect(() => {
    window.addEventListener('pagehide', keep.flush)
    document.addEventListener('visibilitychange', keep.flush)
    return () => {
      window.removeEventListener('pagehide', keep.flush)
      document.removeEventListener('visibilitychange', keep.flush)
      keep.flush()
    }
  }, [keep])
  return { restored, remember: keep.remember, forget: keep.forget, finish: keep.finish }
}

function fromKept(
  kept: unknown,
  emptyDate: string,
  from: string | undefined,
): SetupValues | undefined {
  const parsed = v.safeParse(UnfinishedSchema, kept)
  if (!parsed.success || parsed.output.from !== from) return undefined
  const { team, facilitator, adding, people, way, plan } = parsed.output
  const { date = emptyDate, sections = [], rubrics } = parsed.output
  const empty = emptyValues(date)
  return {
    team,
    date,
    facilitator,
    adding,
    people,
    rubrics: rubrics ?? [{ key: FIRST_RUBRIC, sections }],
    way: way ?? empty.way,
    plan: plan ?? empty.plan,
  }
}

function toKept(values: SetupValues, emptyDate: string, from: string | undefined) {
  if (from === undefined && !isBegun(values, emptyDate)) return undefined
  const { date, ...others } = values
  const kept = from === undefined ? others : { ...others, from }
  return date === emptyDate ? kept : { ...kept, date }
}
