import { useEffect, useRef, useState } from 'react'
import * as v from 'valibot'
import type { Mode } from '#core/reflection.ts'
import { localDay, now } from '#platform/ids.ts'
import { useStorage } from '#storage/useStorage.ts'
import { FIRST_RUBRIC, isBegun, type SetupValues } from './setupForm.ts'

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

/** Keeps a form that has no reflection yet, so that a reload or a call to the door costs nothing. */
export function useUnfinished(mode: Mode): Unfinished {
  const { settings } = useStorage()
  const [emptyDate] = useState(() => localDay(now()))
  const [restored] = useState(() => fromKept(settings.get().unfinished[mode], emptyDate))
  const waiting = useRef<{ values: SetupValues; timer: number }>(undefined)
  const [keep] = useState(() => {
    const write = (values: SetupValues | undefined) => {
      const { unfinished } = settings.get()
      const kept = values && toKept(values, emptyDate)
      if (kept === undefined && unfinished[mode] === undefined) return
      settings.set({ unfinished: { ...unfinished, [mode]: kept } })
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

function fromKept(kept: unknown, emptyDate: string): SetupValues | undefined {
  const parsed = v.safeParse(UnfinishedSchema, kept)
  if (!parsed.success) return undefined
  const { date = emptyDate, sections = [], rubrics, ...others } = parsed.output
  return { ...others, date, rubrics: rubrics ?? [{ key: FIRST_RUBRIC, sections }] }
}

function toKept(values: SetupValues, emptyDate: string) {
  if (!isBegun(values, emptyDate)) return undefined
  const { date, ...others } = values
  return date === emptyDate ? others : values
}
