// Two soft tones, made here: no file, no network.

let context: AudioContext | undefined

/** Browsers make no sound before a tap: call it in the handler of one. Where there is no sound, nothing happens. */
export function readyChime(): void {
  if (typeof AudioContext === 'undefined') return
  context ??= new AudioContext()
  if (context.state === 'suspended') void context.resume()
}

/** Plays it, if the browser lets us. */
export function playChime(): void {
  if (context?.state !== 'running') return
  playTone(context, 659, 0)
  playTone(context, 523, 0.45)
}

/** @param after seconds from now */
function playTone(sound: AudioContext, frequency: number, after: number): void {
  const start = sound.currentTime + after
  const tone = sound.createOscillator()
  const volume = sound.createGain()
  tone.frequency.value = frequency
  volume.gain.setValueAtTime(0, start)
  volume.gain.linearRampToValueAtTime(0.16, start + 0.03)
  volume.gain.exponentialRampToValueAtTime(0.001, start + 1.4)
  tone.connect(volume).connect(sound.destination)
  tone.start(start)
  tone.stop(start + 1.5)
}
