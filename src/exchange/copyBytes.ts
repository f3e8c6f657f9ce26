const LINE_FEED = 10

/** A line of a file: bytes without line end, and where it stands. */
export interface Line {
  readonly number: number
  readonly bytes: Uint8Array
  /** Where the next line begins, in bytes. */
  readonly end: number
  /** True if a line feed closes it: a last line without one may be cut. */
  readonly closed: boolean
}

/** The lines of a file, one by one; a byte order mark is passed over. */
export function* linesOf(bytes: Uint8Array): Generator<Line> {
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  for (let number = 1; start < bytes.length; number += 1) {
    const found = bytes.indexOf(LINE_FEED, start)
    const stop = found === -1 ? bytes.length : found
    const end = found === -1 ? stop : stop + 1
    const isDos = bytes[stop - 1] === 13 && stop > start
    yield {
      number,
      bytes: bytes.subarray(start, isDos ? stop - 1 : stop),
      end,
      closed: found !== -1,
    }
    start = end
  }
}

/** The byte that ends a line. */
export const LINE_END = Uint8Array.of(LINE_FEED)

/** White space, and the zero bytes of a file that never arrived. */
export function isBlank(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13) || byte === 0
}

/**
 * UTF-8 bytes of a file some other program saved as UTF-16; `undefined` if it is not UTF-16, and
 * `broken` if it begins like it but is not valid. Every change is checked by its hash afterwards.
 */
export function utf8FromUtf16(bytes: Uint8Array): Uint8Array | 'broken' | undefined {
  const [first, second] = bytes
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x7b && second === 0)
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x7b)
  if (!isLittle && !isBig) return undefined
  try {
    const decoder = new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be', { fatal: true })
    return new TextEncoder().encode(decoder.decode(bytes))
  } catch {
    return 'broken'
  }
}
