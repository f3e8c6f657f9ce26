import type { Storage } from '#storage/storage.ts'
import { createSignal, type Signal } from '#storage/signal.ts'

/** What was typed into boxes and is nobody's initials yet, by box: kept until it is put right. */
export type Loose = ReadonlyMap<string, readonly string[]>

const loose = new WeakMap<Storage, Map<string, Signal<Loose>>>()

/** Outlasts the page, so that going to Set up to add somebody loses nothing. */
export function looseOf(storage: Storage, reflectionId: string): Signal<Loose> {
  const ofStorage = loose.get(storage) ?? new Map<string, Signal<Loose>>()
  loose.set(storage, ofStorage)
  const signal = ofStorage.get(reflectionId) ?? createSignal<Loose>(new Map())
  ofStorage.set(reflectionId, signal)
  return signal
}

/** Says what of a box is loose now. */
export function setLoose(signal: Signal<Loose>, key: string, texts: readonly string[]): void {
  const before = signal.get()
  if (texts.length === 0 && !before.has(key)) return
  const next = new Map(before)
  if (texts.length === 0) next.delete(key)
  else next.set(key, texts)
  signal.set(next)
}
