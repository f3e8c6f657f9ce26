import * as v from 'valibot'
import {
  credit,
  CreditedTextSchema,
  IdSchema,
  ItemSchema,
  SetAsideSchema,
  WordsSchema,
} from './rubricItemSchema.ts'

/** What a rubric file says it is. */
export const RUBRIC_FORMAT = 'hub-reflect-rubric'
/** The newest definition format this version reads and the one it writes. */
export const RUBRIC_FORMAT_VERSION = 1

const LevelSchema = v.strictObject({
  id: IdSchema,
  /** The whole sentence at the head of the column. */
  label: WordsSchema,
  /** Two or three words for narrow places. */
  short: WordsSchema,
  /** True where a rating at this level asks to name a strategy. */
  asksForStrategy: v.boolean(),
})

const ScaleSchema = v.strictObject({
  id: IdSchema,
  levels: v.pipe(
    v.array(LevelSchema),
    v.minLength(2, 'A scale has at least two levels.'),
    v.maxLength(6, 'A scale has at most six levels.'),
  ),
  setAside: v.pipe(
    v.array(SetAsideSchema),
    v.maxLength(2, 'A scale has at most two set-aside answers.'),
  ),
})

const SkillSchema = v.strictObject({
  id: IdSchema,
  number: v.pipe(v.string(), v.regex(/^\d{1,2}(\.\d{1,2})?$/, 'A skill number looks like "1.2".')),
  name: CreditedTextSchema,
  /** True where everything in it is asked once for each site that the team names. */
  eachSite: v.optional(v.boolean()),
  items: v.pipe(
    v.array(ItemSchema),
    v.minLength(1, 'A skill has at least one item.'),
    v.maxLength(99, 'A skill has at most 99 items.'),
  ),
})

const ChallengeSchema = v.strictObject({ id: IdSchema, text: WordsSchema, ...credit })

const NamedStrategySchema = v.strictObject({
  id: IdSchema,
  name: v.pipe(WordsSchema, v.maxLength(80, 'A strategy name has at most 80 characters.')),
  /** What people do. */
  what: WordsSchema,
  /** What one could look for to know that it works. */
  evidence: WordsSchema,
  ...credit,
})

/** Paragraphs that help to answer: shown at the head, never answered. */
const AboutSchema = v.optional(
  v.pipe(v.array(CreditedTextSchema), v.maxLength(10, 'At most ten paragraphs.')),
)

const SectionSchema = v.strictObject({
  id: IdSchema,
  number: v.pipe(v.string(), v.regex(/^\d{1,2}$/, 'A section number is a whole number.')),
  name: CreditedTextSchema,
  about: AboutSchema,
  challenges: v.pipe(v.array(ChallengeSchema), v.maxLength(50, 'At most 50 challenges.')),
  skills: v.pipe(
    v.array(SkillSchema),
    v.minLength(1, 'A section has at least one skill.'),
    v.maxLength(99, 'A section has at most 99 skills.'),
  ),
  strategies: v.pipe(v.array(NamedStrategySchema), v.maxLength(99, 'At most 99 strategies.')),
})

const SourceSchema = v.strictObject({
  key: v.pipe(
    v.string(),
    v.regex(
      /^[A-Z0-9-]{2,20}$/,
      'A source key has 2 to 20 capitals, digits and hyphens, for example "W-REL".',
    ),
  ),
  title: WordsSchema,
  url: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^https?:\/\/[^\s"<>\\]+$/,
        'A web address starts with "https://" and has no spaces.',
      ),
    ),
  ),
})

/** The shape of a rubric file. What a schema cannot say is in `rubricRules.ts`. */
export const RubricSchema = v.strictObject({
  $schema: v.optional(v.string()),
  format: v.literal(RUBRIC_FORMAT, `A rubric file says "format": "${RUBRIC_FORMAT}".`),
  formatVersion: v.literal(
    RUBRIC_FORMAT_VERSION,
    `A rubric file says "formatVersion": ${RUBRIC_FORMAT_VERSION}.`,
  ),
  id: IdSchema,
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, 'A version looks like "1.2.0".')),
  lang: v.pipe(
    v.string(),
    v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'A language looks like "en-US".'),
  ),
  title: CreditedTextSchema,
  shortTitle: v.pipe(WordsSchema, v.maxLength(40, 'A short title has at most 40 characters.')),
  /** A longer printed title, where the source has one. */
  subtitle: v.optional(WordsSchema),
  goal: CreditedTextSchema,
  about: AboutSchema,
  /** What it belongs to. Rubrics of different families are never mixed on one screen. */
  family: v.optional(
    v.picklist(
      ['hub-leadership', 'network-health', 'improvement', 'workshop'],
      'A family is "hub-leadership", "network-health", "improvement" or "workshop".',
    ),
  ),
  /** `based-on`: the structure is the source's. `community-draft`: structure and words are ours. */
  status: v.picklist(
    ['based-on', 'community-draft'],
    'A status is "based-on" or "community-draft".',
  ),
  /** What an item is called on screen: "method" in the hub rubrics. */
  itemNoun: v.strictObject({ one: WordsSchema, many: WordsSchema }),
  scales: v.pipe(v.array(ScaleSchema), v.maxLength(20, 'A rubric has at most 20 scales.')),
  sections: v.pipe(
    v.array(SectionSchema),
    v.minLength(1, 'A rubric has at least one section.'),
    v.maxLength(99, 'A rubric has at most 99 sections.'),
  ),
  sources: v.pipe(v.array(SourceSchema), v.maxLength(300, 'A rubric has at most 300 sources.')),
  /** The credit line shown on screen and on every page of paper. */
  credit: WordsSchema,
})
