import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { rubricSchemaFile } from '#core/rubricSchemaFile.ts'

const written: unknown = JSON.parse(readFileSync('rubrics/rubric.schema.json', 'utf8'))

it('keeps rubrics/rubric.schema.json equal to the schema of the app (node scripts/rubric-schema.mjs)', () => {
  expect(written).toEqual(JSON.parse(JSON.stringify(rubricSchemaFile())))
})

it('tells an editor what is required, what is not known and how an id looks', () => {
  expect(written).toMatchObject({
    additionalProperties: false,
    required: expect.arrayContaining(['id', 'title', 'sections', 'credit']) as unknown,
    properties: {
      id: { type: 'string', pattern: expect.any(String) as unknown },
      sections: { type: 'array', minItems: 1 },
    },
  })
})
