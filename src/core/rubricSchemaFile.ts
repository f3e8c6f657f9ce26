import { toJsonSchema } from '@valibot/to-json-schema'
import { RubricSchema } from './rubricSchema.ts'

/**
 * What stands in `rubrics/rubric.schema.json`, made from the schema the app itself uses, so that an
 * editor can complete names, explain them and mark slips while an author types. Whatever JSON Schema
 * cannot say is left to `npm run rubrics:check`.
 */
export function rubricSchemaFile(): object {
  const schema = toJsonSchema(RubricSchema, {
    typeMode: 'input',
    // These change a text instead of checking it.
    ignoreActions: ['trim', 'normalize'],
  })
  return {
    ...explain(schema),
    title: 'Hub Reflect rubric',
    description: 'One rubric definition. docs/rubric-authoring.md explains every member.',
  }
}

/** One sentence for each member, shown by editors. A test knows if one is missing. */
const HELP: { readonly [member: string]: string } = {
  $schema: 'Points an editor at this schema.',
  format: 'Says that this file is a rubric.',
  formatVersion: 'The format of the file, not of its words.',
  id: 'A name for machines. Never change it once someone has used the rubric.',
  version: 'The version of the words, for example 1.2.0.',
  lang: 'The language of the words, for example en-US.',
  title: 'The full title.',
  shortTitle: 'The title where room is scarce: at most 40 characters.',
  subtitle: 'A longer printed title, where the source has one.',
  goal: 'What all of this is for, in one sentence.',
  about: 'Paragraphs that help to answer, shown at the head.',
  family: 'What it belongs to: hub-leadership, network-health, improvement or workshop.',
  status: 'based-on: the structure is the source’s. community-draft: structure and words are ours.',
  itemNoun: 'What one item is called on screen.',
  one: 'For one of them.',
  many: 'For several of them.',
  scales: 'The sets of boxes that items are rated with.',
  levels: 'The boxes from low to high.',
  label: 'The whole sentence at the head of a box or on a button.',
  short: 'Two or three words for narrow places.',
  asksForStrategy: 'True where a mark asks to name a strategy.',
  setAside: 'Answers beside the boxes: "unknown" and "notOurs".',
  sections: 'The parts of the rubric, in printed order.',
  number: 'The number people see and write on paper. Never given to anything else.',
  name: 'The name people see.',
  challenges: 'What others found hard here.',
  skills: 'The skills of a section, in printed order.',
  items: 'What is answered, in printed order.',
  strategies: 'Strategies from the literature, offered where a team wants to grow.',
  eachSite: 'True where everything in it is asked once for each site the team names.',
  kind: 'How it is answered: rating, choice, status, text, table or placement.',
  answeredBy: 'each: one answer a person. together: one answer for the whole team.',
  note: 'True where a few words may stand beside the answer.',
  options: 'What can be chosen.',
  hint: 'What it means, where the label alone does not say.',
  columns: 'The columns of a table. Each is of kind text, choice or date.',
  rows: 'Rows that are always there.',
  cells: 'What stands in a row until somebody writes over it, by column id.',
  grows: 'True where people may add rows.',
  across: 'The axis from left to right.',
  up: 'The axis from bottom to top.',
  low: 'What stands at the low end of an axis.',
  high: 'What stands at the high end of an axis.',
  zones: 'The zones of the map, in the order of the list.',
  letter: 'The capital a zone is told by.',
  area: 'Where a zone lies on the map, in percent from the lower left corner.',
  left: 'The left edge, 0 to 100.',
  right: 'The right edge, 0 to 100.',
  bottom: 'The lower edge, 0 to 100.',
  top: 'The upper edge, 0 to 100.',
  guide: 'Questions that lead to a zone.',
  steps: 'Asked in turn; the first no ends it.',
  question: 'A question answered with yes or no.',
  no: 'The zone that a no leads to.',
  yes: 'The zone that every yes leads to.',
  text: 'The words people read.',
  scale: 'The id of one of the scales.',
  length: 'How long an answer in words is: short or long.',
  retired: 'True once the item is no longer asked.',
  replacedBy: 'The id of the item that is asked in its place.',
  what: 'What people do, in one sentence.',
  evidence: 'What one could look for to know that it works.',
  provenance: 'source, adapted or drafted: where the words come from.',
  source: 'Keys of the list of sources.',
  sourceNote: 'Where in the source, or what it says, in a few words.',
  sources: 'Everything the rubric draws on.',
  key: 'A short name in capitals, for example W-REL.',
  url: 'A web address.',
  credit: 'The credit line on screen and on every printed page.',
}

/** Adds to every member what it means. */
function explain(schema: unknown): object {
  if (Array.isArray(schema)) return schema.map(explain)
  if (typeof schema !== 'object' || schema === null) return {}
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => {
      if (keyword === 'properties') return [keyword, explainMembers(value)]
      const isNested = ['items', 'oneOf', 'anyOf'].includes(keyword)
      return [keyword, isNested ? explain(value) : value]
    }),
  )
}

function explainMembers(members: object): object {
  return Object.fromEntries(
    Object.entries(members).map(([name, member]) => [
      name,
      { ...explain(member), ...(name in HELP && { description: HELP[name] }) },
    ]),
  )
}
