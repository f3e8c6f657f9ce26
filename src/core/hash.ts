import { sha256 } from '@noble/hashes/sha2.js'
import { canonicalJson, type Json } from './json.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/**
 * The id of a JSON value: the first 128 bits of the SHA-256 of its canonical spelling, as 22
 * base64url characters. Synchronous, because a mark must have its id in the frame of the tap.
 */
export function contentId(value: Json): string {
  return toBase64url(sha256(toUtf8(canonicalJson(value))).subarray(0, 16))
}

/** SHA-256 of bytes that come in pieces. */
export interface Digest {
  add(bytes: Uint8Array): void
  /** The hash of everything added so far, as 64 lower-case hexadecimal characters. */
  hex(): string
}

/** A SHA-256 that grows; adding may go on after `hex`. */
export function createDigest(): Digest {
  const state = sha256.create()
  return {
    add(bytes) {
      state.update(bytes)
    },
    hex: () => toHex(state.clone().digest()),
  }
}

/** SHA-256 of a text's UTF-8 bytes as 64 lower-case hexadecimal characters. */
export function sha256Hex(text: string): string {
  return toHex(sha256(toUtf8(text)))
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** UTF-8 bytes of a text; a lone surrogate becomes U+FFFD, as TextEncoder does it. */
export function toUtf8(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 3)
  let length = 0
  for (const character of text) {
    const point = wellFormedPoint(character)
    if (point < 0x80) {
      bytes[length++] = point
    } else if (point < 0x800) {
      bytes[length++] = 0xc0 | (point >> 6)
      bytes[length++] = 0x80 | (point & 0x3f)
    } else if (point < 0x10000) {
      bytes[length++] = 0xe0 | (point >> 12)
      bytes[length++] = 0x80 | ((point >> 6) & 0x3f)
      bytes[length++] = 0x80 | (point & 0x3f)
    } else {
      bytes[length++] = 0xf0 | (point >> 18)
      bytes[length++] = 0x80 | ((point >> 12) & 0x3f)
      bytes[length++] = 0x80 | ((point >> 6) & 0x3f)
      bytes[length++] = 0x80 | (point & 0x3f)
    }
  }
  return bytes.slice(0, length)
}

function wellFormedPoint(character: string): number {
  const point = character.codePointAt(0) ?? 0xfffd
  return point >= 0xd800 && point <= 0xdfff ? 0xfffd : point
}

function toBase64url(bytes: Uint8Array): string {
  let text = ''
  for (let index = 0; index < bytes.length; index += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(index, index + 3)
    const group = (first << 16) | (second << 8) | third
    const characters = Math.min(4, Math.ceil(((bytes.length - index) * 8) / 6))
    for (let place = 0; place < characters; place += 1) {
      text += ALPHABET[(group >> (18 - 6 * place)) & 0x3f]
    }
  }
  return text
}
