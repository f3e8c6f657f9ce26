import { useSyncExternalStore } from 'react'
import { pwa, type PwaState } from './register.ts'

/** What the worker is doing, as state of a component. */
export function useAppUpdate(): PwaState {
  return useSyncExternalStore(pwa.subscribe, pwa.get)
}
