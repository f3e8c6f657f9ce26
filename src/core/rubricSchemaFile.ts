import { toJsonSchema } from '@valibot/to-json-schema'
import { RubricSchema } from './rubric.ts'

/**
 * What stands in `rubrics/rubric.schema.json`, made from the schema the app itself uses, so that an
 * editor can complete names and mark slips while an author types. Whatever JSON Schema cannot say is
 * left to `npm run rubrics:check`.
 */
export function rubricSchemaFile(): object {
  const schema = toJsonSchema(RubricSchema, {
    typeMode: 'input',
    // These change a text instead of checking it.
    ignoreActions: ['trim', 'normalize'],
  })
  return {
    ...schema,
    title: 'Hub Reflect rubric',
    description: 'One rubric definition. See docs/rubric-authoring.md.',
  }
}
