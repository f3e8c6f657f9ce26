import { openFont, type FontFile } from './fontFile.ts'
import type { Face } from './theme.ts'

/** Where the bytes of our faces come from. */
export type FontSource = (face: Face) => Promise<Uint8Array>

const FACES: readonly Face[] = ['regular', 'italic', 'semibold', 'serif']

// Spelt out one by one, so that the bundler finds the files.
const FILES: Readonly<Record<Face, URL>> = {
  regular: new URL('./fonts/source-sans-3-regular.ttf', import.meta.url),
  italic: new URL('./fonts/source-sans-3-italic.ttf', import.meta.url),
  semibold: new URL('./fonts/source-sans-3-semibold.ttf', import.meta.url),
  serif: new URL('./fonts/source-serif-4-semibold.ttf', import.meta.url),
}

/** The faces that come with the app. @throws if one cannot be fetched */
export const ownFonts: FontSource = async (face) => {
  const response = await fetch(FILES[face])
  if (!response.ok) throw new Error(`The ${face} face answered ${response.status}.`)
  return new Uint8Array(await response.arrayBuffer())
}

const opened = new Map<FontSource, Promise<Readonly<Record<Face, FontFile>>>>()

/** All faces, opened once and kept. @throws if one is missing or broken */
export async function openFonts(source: FontSource): Promise<Readonly<Record<Face, FontFile>>> {
  const known = opened.get(source)
  if (known) return known
  const opening = openAll(source)
  opened.set(source, opening)
  try {
    return await opening
  } catch (failure) {
    opened.delete(source)
    throw failure
  }
}

async function openAll(source: FontSource): Promise<Readonly<Record<Face, FontFile>>> {
  const [regular, italic, semibold, serif] = await Promise.all(
    FACES.map(async (face) => openFont(await source(face))),
  )
  if (!regular || !italic || !semibold || !serif) throw new Error('A face is missing.')
  return { regular, italic, semibold, serif }
}
