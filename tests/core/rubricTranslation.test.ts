import { describe, expect, it, test } from 'vitest'
import { itemsOf, type Rubric } from '#core/rubric.ts'
import {
  langOf,
  translatableTexts,
  translateRubric,
  translationOf,
  type Translation,
} from '#core/rubricTranslation.ts'
import { parseTranslation, parseTranslationText } from '#core/rubricTranslationParse.ts'
import { aRubric, aRubricOfAllKinds } from '../support/builders.ts'

function aTranslation(overrides: Partial<Translation> = {}): Translation {
  return {
    rubric: 'test-rubric',
    rubricVersion: '1.0.0',
    lang: 'es-US',
    credit: 'Traducción de quienes crearon esta aplicación.',
    texts: { title: 'Gestionar la red', 'a.one.1/text': 'Adaptar la guía de membresía.' },
    ...overrides,
  }
}

function whole(rubric: Rubric): Translation {
  const texts = translatableTexts(rubric).map(({ key, text }) => [key, `¡${text}!`] as const)
  return aTranslation({ rubric: rubric.id, texts: Object.fromEntries(texts) })
}

const file = (translation: object) => ({
  format: 'hub-reflect-translation',
  formatVersion: 1,
  ...translation,
})

describe('the texts that can be translated', () => {
  it('are named by ids, never by positions', () => {
    const keys = translatableTexts(aRubricOfAllKinds()).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    for (const key of [
      'title',
      'itemNoun.many',
      'four-boxes/levels.need.label',
      'four-boxes/setAside.unknown.label',
      'k/name',
      'k.rate.1/text',
      'k.ask.many/options.teach.label',
    ]) {
      expect(keys).toContain(key)
    }
  })

  it('are all that people read, and nothing that points somewhere', () => {
    const rubric = aRubricOfAllKinds()
    const said = JSON.stringify(translateRubric(rubric, whole(rubric)))
    const plain = JSON.parse(JSON.stringify(rubric)) as Rubric
    // Whatever the translation did not touch must be ids, numbers, tags or sources.
    const untouched = ['id', 'kind', 'number', 'provenance', 'source', 'sources', 'scale', 'lang']
    expect(said).not.toContain(`"¡${rubric.id}!"`)
    for (const { item } of itemsOf(plain)) expect(said).toContain(`"text":"¡${item.text}!"`)
    for (const member of untouched) expect(JSON.stringify(plain)).toContain(`"${member}"`)
  })
})

describe('a translated rubric', () => {
  it('says what is translated in the new language and the rest in the old, never blank', () => {
    const rubric = aRubric()
    const translated = translateRubric(rubric, aTranslation())
    const [first, second] = itemsOf(translated).map(({ item }) => item.text)
    expect(translated.title.text).toBe('Gestionar la red')
    expect(first).toBe('Adaptar la guía de membresía.')
    expect(second).toBe('What makes you say so?')
    expect(langOf(translated, first ?? '')).toBe('es-US')
    expect(langOf(translated, second ?? '')).toBe('en-US')
    expect(translationOf(translated)?.missing).toContain('What makes you say so?')
    expect(translationOf(rubric)).toBeUndefined()
  })

  it('keeps ids, numbers, structure and tags, and adds the credit of its translator', () => {
    const rubric = aRubricOfAllKinds()
    const { translation: _note, ...translated } = translateRubric(rubric, whole(rubric))
    const back = JSON.parse(
      JSON.stringify({ ...translated, lang: rubric.lang }).replaceAll(/¡|!(?=")/g, ''),
    ) as Rubric
    expect(translated.credit).toContain('Traducción')
    expect({ ...back, credit: rubric.credit }).toEqual(JSON.parse(JSON.stringify(rubric)))
  })

  it('marks what is missing in the text itself where nothing else can, as on paper', () => {
    const mark = (text: string, lang: string) => `${text} [${lang}]`
    const translated = translateRubric(aRubric(), aTranslation(), { mark })
    expect(translated.goal.text).toMatch(/ \[en-US\]$/)
    expect(translated.title.text).toBe('Gestionar la red')
  })
})

describe('a translation file', () => {
  it('is read with the list of what it lacks', () => {
    const read = parseTranslation(file(aTranslation()), aRubric())
    expect(read.ok && read.value.translation.lang).toBe('es-US')
    expect(read.ok && read.value.missing).toContain('goal')
    expect(read.ok && read.value.missing).not.toContain('title')
  })

  it('lacks nothing when every key is there', () => {
    const rubric = aRubricOfAllKinds()
    const read = parseTranslation(file(whole(rubric)), rubric)
    expect(read).toMatchObject({ ok: true, value: { missing: [] } })
  })

  test.each([
    ['no object', [], /holds one object/],
    ['another format', { format: 'hub-reflect-rubric' }, /says "format"/],
    ['a newer format', file({ ...aTranslation(), formatVersion: 2 }), /newer than this app/],
    ['a list of texts', file({ ...aTranslation(), texts: 'x' }), /stand in one object/],
    ['a member too many', file({ ...aTranslation(), name: 'x' }), /no member “name”/],
    ['a member too few', { ...file(aTranslation()), format: undefined }, /says "format"/],
    ['another rubric', file(aTranslation({ rubric: 'other' })), /translates “other”/],
    ['the same language', file(aTranslation({ lang: 'en-US' })), /itself is in “en-US”/],
    [
      'a key of nothing',
      file(aTranslation({ texts: { 'a.one.9/text': 'x' } })),
      /no text “a.one.9/,
    ],
    ['an empty text', file(aTranslation({ texts: { title: ' ' } })), /empty/],
    [
      'a text that does not fit its row',
      file(aTranslation({ texts: { 'a.one.1/text': 'palabra '.repeat(40) } })),
      /five lines of the printed row/,
    ],
    [
      'a hidden character',
      file(aTranslation({ texts: { title: 'Gestionar\u202E la red' } })),
      /hidden character/,
    ],
    [
      'a reserved key',
      JSON.parse('{"__proto__":{},"format":"hub-reflect-translation"}'),
      /reserve/,
    ],
  ])('with %s is refused with a sentence', (_what, raw: unknown, sentence) => {
    const read = parseTranslation(raw, aRubric())
    expect(read.ok).toBe(false)
    expect(read.ok ? '' : read.problem.map((each) => each.sentence).join(' ')).toMatch(sentence)
  })

  it('that is no JSON is told by line and column', () => {
    const read = parseTranslationText('{"format": "hub-reflect-translation",}', aRubric())
    expect(read).toMatchObject({
      ok: false,
      problem: [{ place: expect.stringMatching(/^Line 1/) }],
    })
  })
})
