import { assertNever } from '#core/assert.ts'
import type { Messages } from '#messages/messages.ts'
import { problemText } from '#messages/problemText.ts'
import { localDay } from '#platform/ids.ts'
import type { Fault } from './checks.ts'

/** A time as people say it, where this device is. */
export function sayTime(at: number, { common }: Messages): string {
  return `${common.day(localDay(at))}, ${common.time(at)}`
}

/** Bytes as people say them, for example "1.2 GB". */
export function sayBytes(bytes: number): string {
  const isLarge = bytes >= 1_000_000_000
  return new Intl.NumberFormat('en-US', {
    style: 'unit',
    unit: isLarge ? 'gigabyte' : 'megabyte',
    maximumSignificantDigits: 2,
  }).format(bytes / (isLarge ? 1_000_000_000 : 1_000_000))
}

/** What is wrong, and what to do, in a sentence each. */
export function tellFault(fault: Fault, messages: Messages): { what: string; todo: string } {
  const words = messages.ready
  switch (fault.kind) {
    case 'offlineIncomplete':
      return words.offlineIncomplete(fault.missing)
    case 'offlineFailed':
    case 'offlineUnavailable':
    case 'offlineUnknown':
    case 'notKept':
    case 'keepingUnknown':
      return words[fault.kind]
    case 'problem': {
      const { title, sentence, nextStep } = problemText(fault.problem, messages)
      return { what: `${title}. ${sentence}`, todo: nextStep }
    }
    case 'roomLow':
      return words.roomLow(sayBytes(fault.free))
    case 'fontsMissing':
      return words.fontsMissing(messages.common.list(fault.names))
    case 'clockBehind':
      return words.clockBehind(sayTime(fault.now, messages), sayTime(fault.past, messages))
    case 'clockAhead':
      return words.clockAhead(sayTime(fault.now, messages))
    case 'pdfBroken':
      return { what: words.pdfBroken[fault.fault], todo: words.pdfTodo }
    case 'checkFailed':
      return words.checkFailed(fault.detail)
    default:
      return assertNever(fault)
  }
}
