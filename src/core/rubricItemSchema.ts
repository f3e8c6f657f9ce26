import * as v from 'valibot'

// The parts of a rubric that are answered. `rubricSchema.ts` puts them into sections and skills.

export const IdSchema = v.pipe(
  v.string(),
  v.regex(
    /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/,
    'An id has only lower-case letters, digits, dots and hyphens, for example "net.culture.trust.1".',
  ),
  v.maxLength(80, 'An id has at most 80 characters.'),
)

export const WordsSchema = v.pipe(
  v.string(),
  v.trim(),
  v.normalize('NFC'),
  v.minLength(1, 'This text is empty. Write it, or take the member out if it is optional.'),
  v.maxLength(600, 'This text is longer than 600 characters. Say it shorter.'),
)

export const ProvenanceSchema = v.picklist(
  ['source', 'adapted', 'drafted'],
  'Provenance is "source", "adapted" or "drafted".',
)

export const credit = {
  provenance: ProvenanceSchema,
  /** Keys of `sources`; empty only for what is drafted. */
  source: v.pipe(v.array(v.string()), v.maxLength(20, 'This names more than 20 sources.')),
  /** What the source says or where in it, in a few words. */
  sourceNote: v.optional(WordsSchema),
}

export const CreditedTextSchema = v.strictObject({ text: WordsSchema, ...credit })

export const SetAsideSchema = v.strictObject({
  id: v.picklist(['unknown', 'notOurs'], 'A set-aside answer is "unknown" or "notOurs".'),
  label: WordsSchema,
})

const setAside = {
  /** Answers beside the others: never a low mark, never the same as no answer. */
  setAside: v.optional(
    v.pipe(v.array(SetAsideSchema), v.maxLength(2, 'An item has at most two set-aside answers.')),
  ),
}

const itemBase = {
  id: IdSchema,
  /** The row number on screen and paper, for example "1.2b". Never given to another item. */
  number: v.pipe(
    v.string(),
    v.regex(/^\d{1,2}(\.\d{1,2})?[a-z]?$/, 'A row number looks like "1.2b".'),
  ),
  text: WordsSchema,
  ...credit,
  /** True once the item is no longer asked. Its id is never used again. */
  retired: v.optional(v.boolean()),
  replacedBy: v.optional(IdSchema),
}

const answering = {
  /** `together`: one answer for the whole team. `each`, or left out: one answer a person. */
  answeredBy: v.optional(
    v.picklist(['each', 'together'], 'An item is answered by "each" or "together".'),
  ),
  ...setAside,
}

const note = {
  /** True where a few words may stand beside the answer. */
  note: v.optional(v.boolean()),
}

const RatingItemSchema = v.strictObject({
  kind: v.literal('rating'),
  ...itemBase,
  /** Id of one of the rubric's scales. */
  scale: IdSchema,
})

const LengthSchema = v.picklist(['short', 'long'], 'A text is "short" or "long".')

const TextItemSchema = v.strictObject({
  kind: v.literal('text'),
  ...itemBase,
  ...answering,
  length: LengthSchema,
})

const OptionSchema = v.strictObject({
  id: IdSchema,
  label: WordsSchema,
  /** What it means, where the label alone does not say. */
  hint: v.optional(WordsSchema),
})

const OptionsSchema = v.pipe(
  v.array(OptionSchema),
  v.minLength(2, 'There are at least two options to choose from.'),
  v.maxLength(30, 'There are at most 30 options to choose from.'),
)

const ChoiceItemSchema = v.strictObject({
  kind: v.literal('choice'),
  ...itemBase,
  ...answering,
  ...note,
  /** False: one option. True: any number of them. */
  many: v.boolean(),
  options: OptionsSchema,
})

const StatusItemSchema = v.strictObject({
  kind: v.literal('status'),
  ...itemBase,
  ...answering,
  ...note,
})

const columnBase = { id: IdSchema, label: WordsSchema, hint: v.optional(WordsSchema) }

const ColumnSchema = v.variant(
  'kind',
  [
    v.strictObject({ kind: v.literal('text'), ...columnBase, length: LengthSchema }),
    v.strictObject({ kind: v.literal('choice'), ...columnBase, options: OptionsSchema }),
    v.strictObject({ kind: v.literal('date'), ...columnBase }),
  ],
  'A column is of kind "text", "choice" or "date".',
)

const RowSchema = v.strictObject({
  id: IdSchema,
  label: WordsSchema,
  /** What stands in its text columns until somebody writes over it, by column id. */
  cells: v.optional(v.record(IdSchema, WordsSchema)),
  ...credit,
})

const TableItemSchema = v.strictObject({
  kind: v.literal('table'),
  ...itemBase,
  ...answering,
  columns: v.pipe(
    v.array(ColumnSchema),
    v.minLength(1, 'A table has at least one column.'),
    v.maxLength(12, 'A table has at most 12 columns.'),
  ),
  /** Rows that are always there. May be empty where the table grows. */
  rows: v.pipe(v.array(RowSchema), v.maxLength(30, 'A table has at most 30 rows of its own.')),
  /** True where people may add rows. */
  grows: v.boolean(),
})

const PercentSchema = v.pipe(
  v.number(),
  v.minValue(0, 'The map goes from 0 to 100.'),
  v.maxValue(100, 'The map goes from 0 to 100.'),
)

const AxisSchema = v.strictObject({ label: WordsSchema, low: WordsSchema, high: WordsSchema })

const ZoneSchema = v.strictObject({
  id: IdSchema,
  letter: v.pipe(v.string(), v.regex(/^[A-Z]$/, 'The letter of a zone is one capital.')),
  name: v.pipe(WordsSchema, v.maxLength(60, 'The name of a zone has at most 60 characters.')),
  /** How one knows that a site is here. */
  text: WordsSchema,
  ...credit,
  /** Where it lies on the map, in percent of its width and height, from the lower left corner. */
  area: v.strictObject({
    left: PercentSchema,
    right: PercentSchema,
    bottom: PercentSchema,
    top: PercentSchema,
  }),
})

const GuideSchema = v.strictObject({
  /** Asked in turn; the first "no" ends it. */
  steps: v.pipe(
    v.array(
      v.strictObject({
        id: IdSchema,
        question: WordsSchema,
        /** The zone that a "no" leads to. */
        no: IdSchema,
      }),
    ),
    v.minLength(1, 'A guide has at least one question.'),
    v.maxLength(9, 'A guide has at most nine questions.'),
  ),
  /** The zone that every "yes" leads to. */
  yes: IdSchema,
})

const PlacementItemSchema = v.strictObject({
  kind: v.literal('placement'),
  ...itemBase,
  ...answering,
  ...note,
  across: AxisSchema,
  up: AxisSchema,
  /** In the order of the list. */
  zones: v.pipe(
    v.array(ZoneSchema),
    v.minLength(2, 'A map has at least two zones.'),
    v.maxLength(9, 'A map has at most nine zones.'),
  ),
  guide: v.optional(GuideSchema),
})

/** One thing that is answered. A new kind starts here; the compiler then names the other three places. */
export const ItemSchema = v.variant(
  'kind',
  [
    RatingItemSchema,
    ChoiceItemSchema,
    StatusItemSchema,
    TextItemSchema,
    TableItemSchema,
    PlacementItemSchema,
  ],
  'An item is of kind "rating", "choice", "status", "text", "table" or "placement".',
)
