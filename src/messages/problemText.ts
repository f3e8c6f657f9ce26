import { assertNever } from '#core/assert.ts'
import type { FileProblem, Problem, RubricFault, StorageProblem } from '#core/problem.ts'
import type { StartMessages } from './messages.ts'

/** A problem as a person is told of it. */
export interface ProblemText {
  readonly title: string
  /** What is wrong, and what is not. */
  readonly sentence: string
  /** What to do. */
  readonly nextStep: string
}

/** The words for a problem. A new kind of problem does not compile until it has some. */
export function problemText(problem: Problem, { problems: words }: StartMessages): ProblemText {
  switch (problem.kind) {
    case 'storageUnavailable':
    case 'storageFull':
    case 'storageBlocked':
    case 'storageSilent':
    case 'storageNewer':
    case 'storageGone':
    case 'storageLost':
    case 'storageFailed':
      return storageText(problem, words)
    case 'rubricInvalid':
      return faultText(problem.faults, words)
    case 'rubricMissing':
      return { ...words.rubricMissing, sentence: words.rubricMissing.sentence(problem.rubricId) }
    case 'reflectionMissing':
      return words.reflectionMissing
    case 'pdfFailed':
      return words.pdfFailed
    case 'saveFileFailed':
      return words.saveFileFailed
    case 'offlineIncomplete': {
      const { sentence, ...rest } = words.offlineIncomplete
      return { ...rest, sentence: sentence(problem.missing.length) }
    }
    default:
      return fileText(problem, words)
  }
}

type Words = StartMessages['problems']

function storageText(problem: StorageProblem, words: Words): ProblemText {
  if (problem.kind !== 'storageLost') return words[problem.kind]
  const { sentence, ...rest } = words.storageLost
  return { ...rest, sentence: sentence(problem.had, problem.has) }
}

function fileText(problem: FileProblem, words: Words): ProblemText {
  switch (problem.kind) {
    case 'fileTooLarge': {
      const { sentence, ...rest } = words.fileTooLarge
      return { ...rest, sentence: sentence(problem.bytes, problem.limit) }
    }
    case 'fileEmpty':
    case 'fileUnreadable':
    case 'fileNotText':
    case 'fileNewer':
    case 'fileRereadFailed':
      return words[problem.kind]
    case 'fileForeign': {
      const { sentence, ...rest } = words.fileForeign
      return { ...rest, sentence: sentence(problem.looksLike) }
    }
    case 'fileHeaderBroken': {
      const { sentence, ...rest } = words.fileHeaderBroken
      return { ...rest, sentence: sentence[problem.why] }
    }
    case 'fileNothingUsable': {
      const { sentence, ...rest } = words.fileNothingUsable
      return { ...rest, sentence: sentence(problem.lines) }
    }
    default:
      return assertNever(problem)
  }
}

function faultText(faults: readonly RubricFault[], words: Words): ProblemText {
  const [first] = faults
  const { title, sentence, unnamed, nextStep } = words.rubricInvalid
  const named = first ? `${first.place}: ${first.sentence}` : unnamed
  return { title, sentence: sentence(Math.max(1, faults.length), named), nextStep }
}
