import { expect, test } from 'vitest'
import type { ForeignKind, Problem } from '#core/problem.ts'
import { en } from '#messages/en.ts'
import { problemText } from '#messages/problemText.ts'

/** One of each kind; the compiler asks for a new one here. */
const EACH: { readonly [Kind in Problem['kind']]: Extract<Problem, { kind: Kind }> } = {
  storageUnavailable: { kind: 'storageUnavailable', detail: 'no indexedDB' },
  storageFull: { kind: 'storageFull' },
  storageBlocked: { kind: 'storageBlocked' },
  storageSilent: { kind: 'storageSilent' },
  storageNewer: { kind: 'storageNewer', found: 3, known: 1 },
  storageGone: { kind: 'storageGone', detail: 'UnknownError' },
  storageLost: { kind: 'storageLost', had: 412, has: 1 },
  storageFailed: { kind: 'storageFailed', detail: 'AbortError' },
  fileTooLarge: { kind: 'fileTooLarge', bytes: 50_000_000, limit: 32_000_000 },
  fileEmpty: { kind: 'fileEmpty' },
  fileUnreadable: { kind: 'fileUnreadable', detail: 'NotFoundError' },
  fileNotText: { kind: 'fileNotText' },
  fileForeign: { kind: 'fileForeign', looksLike: 'pdf' },
  fileNewer: { kind: 'fileNewer', version: 2, known: 1 },
  fileHeaderBroken: { kind: 'fileHeaderBroken', why: 'cut' },
  fileNothingUsable: { kind: 'fileNothingUsable', lines: 1 },
  fileRereadFailed: { kind: 'fileRereadFailed', detail: 'checksum' },
  rubricInvalid: {
    kind: 'rubricInvalid',
    faults: [{ path: 'id', place: 'Rubric', sentence: 'The id is missing.' }],
  },
  rubricMissing: { kind: 'rubricMissing', rubricId: 'net' },
  reflectionMissing: { kind: 'reflectionMissing' },
  pdfFailed: { kind: 'pdfFailed', detail: 'x' },
  saveFileFailed: { kind: 'saveFileFailed', detail: 'x' },
  offlineIncomplete: { kind: 'offlineIncomplete', missing: ['a.js', 'b.js'] },
}

test.each(Object.values(EACH))('$kind has a title, a sentence and a next step', (problem) => {
  const text = problemText(problem, en)
  expect(
    Object.keys(text).filter((name) => ['title', 'sentence', 'nextStep'].includes(name)),
  ).toHaveLength(3)
  expect(text.title).toMatch(/^[A-Z][^.!]{5,50}$/)
  expect(text.sentence).toMatch(/^[A-Z].{15,}[.!]$/)
  expect(text.nextStep).toMatch(/^[A-Z].{10,}[.!]$/)
  // What a developer needs to know is no use to anyone else.
  for (const word of ['undefined', 'Error', 'null', 'IndexedDB', '[object']) {
    expect(JSON.stringify(text)).not.toContain(word)
  }
})

test.each<[Problem, string]>([
  [EACH.storageLost, 'This device had 412 entries and now has 1 entry.'],
  [{ ...EACH.storageLost, has: 0 }, 'This device had 412 entries and now has none.'],
  [EACH.fileTooLarge, 'It has 50 MB; a saved copy never has more than 32 MB.'],
  [EACH.fileForeign, 'It looks like a PDF,'],
  [{ kind: 'fileForeign', looksLike: undefined }, 'It does not come from this app.'],
  [{ kind: 'fileHeaderBroken', why: 'rearranged' }, 'Another program'],
  [EACH.rubricInvalid, 'Rubric: The id is missing.'],
  [{ kind: 'rubricInvalid', faults: [] }, 'It does not follow the rules for rubrics.'],
  [
    { kind: 'rubricInvalid', faults: [...EACH.rubricInvalid.faults, ...EACH.rubricInvalid.faults] },
    '2 mistakes. The first: Rubric: The id is missing.',
  ],
])('%o says what matters', (problem, words) => {
  expect(problemText(problem, en).sentence).toContain(words)
})

test('every foreign file has a name', () => {
  const kinds: readonly ForeignKind[] = ['word', 'zip', 'picture', 'webPage', 'table', 'binary']
  for (const looksLike of kinds) {
    const { sentence } = problemText({ kind: 'fileForeign', looksLike }, en)
    expect(sentence).toMatch(/^It looks like an? [\w ]+, not like a saved copy or a rubric\.$/i)
  }
})
