import type { Rubric } from '#core/rubric.ts'
import { rubricFromCsv } from '#core/rubricCsv.ts'
import { isRubricCsv } from '#core/rubricCsvTable.ts'
import { parseRubricText, type RubricInvalid } from '#core/rubricParse.ts'
import { fail, type Result } from '#core/result.ts'

/** A file larger than this is not even decoded: bytes. The largest of ours has under 100,000. */
const LARGEST_FILE = 8_000_000

/** Names of files that hold tables, whatever their first line says. */
const TABLE_NAME = /\.(?:csv|tsv)$/i

/**
 * Reads a rubric from the bytes of a file: JSON, or a table as `rubricToCsv` writes it. A byte order
 * mark is passed over; any encoding but UTF-8 is refused, because a wrong guess would garble names for
 * good.
 *
 * @param name the file's name, if there is one
 */
export function readRubricFile(bytes: Uint8Array, name = ''): Result<Rubric, RubricInvalid> {
  if (bytes.length > LARGEST_FILE) {
    const megabytes = (bytes.length / 1_000_000).toFixed(0)
    return refuse(
      `This file has ${megabytes} MB; a rubric has far less than 1. Is it the right file?`,
    )
  }
  const text = decode(bytes)
  return text === undefined
    ? refuse(
        'This is not a text file in UTF-8. Save it again with the encoding UTF-8; in a spreadsheet, as “CSV UTF-8”.',
      )
    : readText(text, name)
}

function readText(text: string, name: string): Result<Rubric, RubricInvalid> {
  return TABLE_NAME.test(name) || isRubricCsv(text) ? rubricFromCsv(text) : parseRubricText(text)
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
