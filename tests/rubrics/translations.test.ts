import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseRubricText } from '#core/rubricParse.ts'
import { translateRubric } from '#core/rubricTranslation.ts'
import { parseTranslationText } from '#core/rubricTranslationParse.ts'

const FOLDER = 'rubrics/translations'

function readBoth(name: string) {
  const [id = ''] = name.split('.')
  const rubric = parseRubricText(readFileSync(`rubrics/${id}.json`, 'utf8'))
  if (!rubric.ok) throw new Error(JSON.stringify(rubric.problem.faults))
  const read = parseTranslationText(readFileSync(`${FOLDER}/${name}`, 'utf8'), rubric.value)
  return { rubric: rubric.value, read }
}

describe.each(readdirSync(FOLDER))('%s', (name) => {
  it('translates every text of its rubric, and each fits where it is printed', () => {
    const { read } = readBoth(name)
    expect(read.ok ? read.value.missing : read.problem).toEqual([])
  })

  it('is named by its rubric and language, and made from the version that is shipped', () => {
    const { rubric, read } = readBoth(name)
    if (!read.ok) throw new Error(JSON.stringify(read.problem))
    const { translation } = read.value
    expect(name).toBe(`${translation.rubric}.${translation.lang}.json`)
    expect(translation.rubricVersion).toBe(rubric.version)
  })
})

it('has the whole of the network rubric in Spanish', () => {
  const { rubric, read } = readBoth('hub-network-organization.es-US.json')
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  const translated = translateRubric(rubric, read.value.translation)
  expect(translated.title.text).toBe('Desarrollar y gestionar la red como organización')
  expect(translated.credit).toMatch(/traducción/)
})
