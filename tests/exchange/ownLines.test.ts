import { describe, expect, it } from 'vitest'
import { contentId } from '#core/hash.ts'
import type { Json } from '#core/json.ts'
import { readCopy, writeCopy } from '#exchange/copyFile.ts'
import { LONGEST_LINE, type Copy, type OwnWork } from '#exchange/copyFormat.ts'
import { aCopiedDraft, aRequest, copyText, encoder, ownRubric, storedRubric } from './samples.ts'

const OWN: OwnWork = { rubrics: [ownRubric()], drafts: [aCopiedDraft()] }
const NOTHING = { changes: [], rubrics: [] }

function read(text: string): Copy {
  const copy = readCopy(encoder.encode(text))
  if (!copy.ok) throw new Error(JSON.stringify(copy.problem))
  return copy.value
}

const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, Json>)

/** A copy with one line put in before its closing line. */
function withLine(line: object | string): Copy {
  const lines = copyText().trimEnd().split('\n')
  const text = typeof line === 'string' ? line : JSON.stringify(line)
  return read([...lines.slice(0, -1), text, lines.at(-1), ''].join('\n'))
}

/** A draft's line of any content, named by its content as it should be. */
function named(draft: unknown): object {
  // Safe: these tests want what the types forbid.
  return { draft, hash: contentId(draft as Json) }
}

describe('A copy of everything', () => {
  it('gives back own rubrics with when and how they came, and rubrics under way', () => {
    const from = { id: 'our-own', hash: ownRubric().hash }
    const own: OwnWork = {
      rubrics: [ownRubric({ from: 'file' })],
      drafts: [aCopiedDraft(), aCopiedDraft({ id: 'draft-2', from, content: null })],
    }
    const copy = read(copyText({ own }))
    expect(copy).toMatchObject({ ending: 'intact', rejectedCount: 0, own })
    expect(copy.changes).toHaveLength(11)
    expect(copy.rubrics.map(({ hash }) => hash).toSorted()).toEqual(
      [storedRubric().hash, ownRubric().hash].toSorted(),
    )
  })

  it('counts versions of one rubric once, and says the numbers in its first line', () => {
    const other = {
      ...storedRubric({ id: 'our-own', version: '2.0.0' }),
      at: 1,
      from: 'file' as const,
    }
    const own = { rubrics: [ownRubric(), other], drafts: [aCopiedDraft()] }
    const written = writeCopy(aRequest({ own }))
    expect(written.ok && written.value.own).toEqual({ rubrics: 1, drafts: 1 })
    expect(written.ok && linesOf(written.value.text)[0]).toMatchObject({
      counts: { ownRubrics: 1, drafts: 1, changes: 11 },
    })
    expect(linesOf(copyText())[0]?.['counts']).not.toHaveProperty('drafts')
  })

  it('is the same, byte for byte, whatever order rubrics come in', () => {
    const other = { ...storedRubric({ id: 'second' }), at: 5, from: 'file' as const }
    const drafts = [aCopiedDraft(), aCopiedDraft({ id: 'a-draft' })]
    const text = copyText({ own: { rubrics: [ownRubric(), other], drafts } })
    const turned = { rubrics: [other, ownRubric()], drafts: drafts.toReversed() }
    expect(copyText({ own: turned })).toBe(text)
  })

  it('has a definition once that is somebody’s own and names a reflection’s too', () => {
    const own: OwnWork = { rubrics: [{ ...storedRubric(), at: 7, from: 'file' }], drafts: [] }
    const copy = read(copyText({ own }))
    expect(copy.rubrics).toHaveLength(1)
    expect(copy.own).toEqual(own)
  })

  it('can do without a reflection', () => {
    expect(read(copyText({ ...NOTHING, own: OWN }))).toMatchObject({ changes: [], own: OWN })
    const drafts = read(copyText({ ...NOTHING, own: { rubrics: [], drafts: OWN.drafts } }))
    expect(drafts.own.drafts).toEqual(OWN.drafts)
  })

  it('leaves the members of a draft out that have no value', () => {
    // Safe: the editor's forms do hold them.
    const content = { title: 'x', goal: undefined } as unknown as Json
    const own = { rubrics: [], drafts: [aCopiedDraft({ content })] }
    expect(read(copyText({ own })).own.drafts[0]?.content).toEqual({ title: 'x' })
  })

  it('is saved without what no line can carry, and says how many', () => {
    const huge = aCopiedDraft({ id: 'huge', content: 'x'.repeat(LONGEST_LINE) })
    // Safe: a definition of an older, laxer version.
    const lax = { ...ownRubric(), rubric: {} } as unknown as OwnWork['rubrics'][number]
    const own = { rubrics: [ownRubric(), lax], drafts: [huge, aCopiedDraft()] }
    const written = writeCopy(aRequest({ own }))
    expect(written.ok && written.value).toMatchObject({ unfit: 2, own: { rubrics: 1, drafts: 1 } })
    expect(written.ok && read(written.value.text)).toMatchObject({ rejectedCount: 0, own: OWN })
  })
})

describe('A version of the app that knows no own rubrics', () => {
  it('is told no newer format, reads the definition of an own rubric, and leaves drafts out', () => {
    // How the first version told lines apart: by the first of these members it found. It passed over
    // members it did not know, and a line without any of these was left out by its number.
    const kindOf = (line: Record<string, Json>) =>
      ['format', 'definition', 'end', 'id'].find((member) => Object.hasOwn(line, member))
    const lines = linesOf(copyText({ own: OWN }))
    expect(lines[0]?.['formatVersion']).toBe(1)
    const own = lines.filter((line) => line['hash'] === ownRubric().hash)
    expect(own.map(kindOf)).toEqual(['definition'])
    expect(own[0]?.['definition']).toEqual(ownRubric().rubric)
    expect(lines.filter((line) => kindOf(line) === undefined)).toHaveLength(1)
    expect(lines.filter((line) => kindOf(line) === 'id')).toHaveLength(11)
    expect(lines.at(-1)).toMatchObject({ end: true, count: 11 })
  })
})

describe('A damaged or hostile line', () => {
  const draft = JSON.parse(JSON.stringify(aCopiedDraft())) as Record<string, Json>
  const deep = (levels: number): Json => (levels === 0 ? 'x' : { a: deep(levels - 1) })

  it.each<[string, unknown]>([
    ['no draft at all', null],
    ['a list', []],
    ['an id that leaves the address', { ...draft, id: '../../x' }],
    ['an id that is a number', { ...draft, id: 7 }],
    ['no id', { ...draft, id: '' }],
    ['an id far too long', { ...draft, id: 'x'.repeat(101) }],
    ['no content', { id: 'draft-1', changedAt: 1 }],
    ['a time no calendar has', { ...draft, changedAt: 8.7e15 }],
    ['a time as text', { ...draft, changedAt: '2026' }],
    ['an origin that is none', { ...draft, from: { id: 'x' } }],
    ['an origin that is text', { ...draft, from: 'x' }],
    ['content nested deep', { ...draft, content: deep(40) }],
    ['a reserved name', { ...draft, content: { constructor: { prototype: {} } } }],
    ['a prototype', { ...draft, content: JSON.parse('{"__proto__":{"polluted":1}}') as Json }],
  ])('of a draft with %s is left out, and nothing else', (_, content) => {
    const copy = withLine(named(content))
    expect(copy.rejected).toEqual([{ line: 14, why: 'unknown' }])
    expect(copy.own.drafts).toEqual([])
    expect(copy.changes).toHaveLength(11)
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  it('of a draft whose words were changed is left out as that', () => {
    const bent = JSON.stringify(named(draft)).replace('Half a rubric', 'Quite another')
    expect(withLine(bent).rejected).toEqual([{ line: 14, why: 'altered' }])
    expect(withLine({ draft, hash: 'x' }).rejected).toEqual([{ line: 14, why: 'altered' }])
  })

  it('of a draft with a number JSON cannot carry is left out', () => {
    const line = JSON.stringify(named({ ...draft, content: [null, 0] }))
    for (const numbers of ['[1e400,0]', '[null,-0]']) {
      expect(withLine(line.replace('[null,0]', numbers)).rejected).toEqual([
        { line: 14, why: 'unknown' },
      ])
    }
  })

  it('of an own rubric that breaks the rules, or was changed, is left out', () => {
    const { hash, rubric } = ownRubric()
    const own = { at: 1, from: 'file' }
    const broken = withLine({ hash, definition: { ...rubric, sections: [] }, own })
    expect(broken.rejected).toEqual([{ line: 14, why: 'rubricInvalid' }])
    const bent = withLine({ hash, definition: { ...rubric, credit: 'Me' }, own })
    expect(bent.rejected).toEqual([{ line: 14, why: 'altered' }])
    expect([broken.own.rubrics, bent.own.rubrics]).toEqual([[], []])
  })

  it.each<[unknown, object | undefined]>([
    [
      { at: 5, from: 'editor' },
      { at: 5, from: 'editor' },
    ],
    [
      { at: 5, from: 'a newer way' },
      { at: 5, from: 'file' },
    ],
    [{ at: 1e300 }, { at: 0, from: 'file' }],
    [{}, { at: 0, from: 'file' }],
    [true, undefined],
    [null, undefined],
    [['file'], undefined],
  ])('of a whole rubric marked as own by %j keeps the rubric', (own, mark) => {
    const { hash, rubric } = ownRubric()
    const copy = withLine({ hash, definition: rubric, own })
    expect(copy.rejected).toEqual([])
    expect(copy.rubrics).toHaveLength(2)
    expect(copy.own.rubrics).toEqual(mark ? [{ hash, rubric, ...mark }] : [])
  })

  it('is all there is of a draft in two copies glued together: the newer counts', () => {
    const older = aCopiedDraft({ content: 'older', changedAt: 5 })
    const copies = [aCopiedDraft(), older].map((each) =>
      copyText({ own: { rubrics: [], drafts: [each] } }),
    )
    expect(read(copies.join('')).own.drafts).toEqual([aCopiedDraft()])
    expect(read(copies.toReversed().join('')).own.drafts).toEqual([aCopiedDraft()])
  })
})
