/** Whether the screen is kept on. `refused`: the browser could, but will not now (battery, policy). */
export type Awake = 'off' | 'on' | 'refused' | 'unable'

/**
 * Keeps the screen on, again and again: browsers let go of it whenever the page is out of sight.
 *
 * @param onState told whenever it changes
 * @returns a function that lets the screen sleep
 */
export function keepAwake(onState: (awake: Awake) => void): () => void {
  // Older browsers have none.
  const wakeLock: WakeLock | undefined = navigator.wakeLock
  if (!wakeLock) {
    onState('unable')
    return () => undefined
  }
  let isOver = false
  let held: WakeLockSentinel | undefined
  const ask = async () => {
    if (isOver || document.visibilityState !== 'visible') return
    const lock = await wakeLock.request('screen').catch(() => undefined)
    if (isOver) return void lock?.release()
    held = lock
    onState(lock ? 'on' : 'refused')
  }
  const onVisible = () => void ask()
  document.addEventListener('visibilitychange', onVisible)
  void ask()
  return () => {
    isOver = true
    document.removeEventListener('visibilitychange', onVisible)
    void held?.release()
    onState('off')
  }
}
