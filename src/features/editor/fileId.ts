import { UNNAMED } from './fresh.ts'

const LONGEST = 60

/** A title as the name of a file: lower-case letters, digits and hyphens. */
export function fileIdOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '')
  return plain === '' ? UNNAMED : plain
}

/** True while nobody has written the file name: it is the short title's, or that of a fresh copy. */
export function isFileIdMade({ id, shortTitle }: { id: string; shortTitle: string }): boolean {
  return id === fileIdOf(shortTitle) || /-copy(?:-\d+)?$/.test(id)
}
