import type { Rubric } from '#core/rubric.ts'
import { parseRubricText, type RubricInvalid } from '#core/rubricParse.ts'
import { fail, type Result } from '#core/result.ts'

/** A file larger than this is not even decoded: bytes. The largest of ours has under 100,000. */
const LARGEST_FILE = 8_000_000

/**
 * Reads a rubric from the bytes of a file. A byte order mark is passed over; any encoding but UTF-8
 * is refused, because a wrong guess would garble names for good.
 */
export function readRubricFile(bytes: Uint8Array): Result<Rubric, RubricInvalid> {
  if (bytes.length > LARGEST_FILE) {
    const megabytes = (bytes.length / 1_000_000).toFixed(0)
    return refuse(
      `This file has ${megabytes} MB; a rubric has far less than 1. Is it the right file?`,
    )
  }
  const text = decode(bytes)
  return text === undefined
    ? refuse('This is not a text file in UTF-8. Save it again with the encoding UTF-8.')
    : parseRubricText(text)
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function refuse(sentence: string): Result<Rubric, RubricInvalid> {
  return fail({ kind: 'rubricInvalid', faults: [{ path: '', place: 'The whole file', sentence }] })
}
