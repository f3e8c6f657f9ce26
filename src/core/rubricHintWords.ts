// What `rubricHints.ts` knows of English: verbs that open a line, words that open none, and jargon.
// Data of the language a rubric is written in, not words of the app.

const split = (words: string) => words.trim().split(/\s+/)

/** Plain verbs of things people do, that are hardly ever anything else. */
export const VERBS: ReadonlySet<string> = new Set(
  split(`
    accept act adapt add adjust admit adopt agree align allow analyze apply appoint argue arrange
    ask assess assign attend avoid become begin believe borrow bring broaden build buy carry
    celebrate choose clarify co-create collect combine come commit communicate compare confirm
    connect consider consult contribute convene convince create decide deepen define deliver
    describe develop discuss dissolve distribute do earn encourage engage enlist ensure equip
    establish evaluate examine explain explore facilitate find follow foster gather generate get
    give go grow hear hire hold identify improve include inform inquire integrate introduce invest
    invite involve join keep know learn leave lend let listen maintain make manage meet merge
    motivate negotiate nudge nurture observe offer organize own participate pick prefer prepare
    prevent prioritize promote propose protect prove provide publish put raise reach read rebalance
    recall recognize recommend recruit reduce refine reflect remind remove reorganize replace
    require resolve respond retell rethink revise revisit rotate save see seek select sell send set
    sharpen show simplify solve speak specify spend spot strengthen summarize sustain take teach
    tell thank think understand vary verify weigh welcome widen write
  `),
)

/** Verbs that are as often nouns: after "and" they are verbs only with something that follows. */
export const VERBS_OR_NOUNS: ReadonlySet<string> = new Set(
  split(`
    address aim answer attempt balance benefit blame book budget call care challenge change chart
    check claim close coach comment complete contact cost cover credit debrief delay demand design
    document draft draw drop ease email end exchange experience experiment express feel fix focus
    form fund group guard guess guide hand help host influence interest interview judge label lead
    limit link list look lower mail map mark market master match matter measure mentor mind model
    monitor name need note notice number open order pause pay pilot place plan point practice praise
    predict present press process produce progress project promise pull question rank rate reason
    record regard regret repeat report research respect rest result retire return review reward risk
    role run sample say scan schedule score search secure sense service shadow shape share shift
    sign signal sketch sort sound spell sponsor spread staff stage stand start state step stop store
    stress study suggest support surprise survey talk target task team test tie time track trade
    train transfer transport travel trust try turn update use value view visit voice vote wait walk
    want warn watch win wonder work worry
  `),
)

/** What follows a verb and hardly ever a noun. */
export const OBJECTS: ReadonlySet<string> = new Set(
  split(`
    a all an another any both each either every everyone everything her him his how it its many more
    most my new no nobody one other others our ours out people some somebody someone something that
    the their them themselves these this those together what when where whether which who whom why
    your yours us up
  `),
)

/** After these, a verb belongs to a part of the sentence that is not an idea of its own. */
export const SUBORDINATE: ReadonlySet<string> = new Set(
  split(`
    although as because can could how if lest may might must once shall should since so than that to
    unless until what whatever when whenever where whereas whether which while who whom whose why will
    would
  `),
)

/** "Help teams plan and run …": what follows these is one thing, done by somebody else. */
export const CAUSING: ReadonlySet<string> = new Set(
  split('allow enable encourage expect have help invite let watch'),
)

/** A line that begins like this puts something before its verb. */
export const LEADING: ReadonlySet<string> = new Set(
  split('after as at before during each every for from if in once on when whenever where with'),
)

/** First words of a line that begins with no verb. */
export const NO_VERBS: ReadonlySet<string> = new Set(
  split(`
    a all an are both coaches everybody everyone he i is it leaders many members most my our people she
    some students teachers teams that the their there these they this those we your
  `),
)

/** A word or phrase of the office, and what most people would say. */
export const JARGON: readonly (readonly [jargon: string, plain: string])[] = [
  ['actionable', 'that people can act on'],
  ['bandwidth', 'time'],
  ['best-in-class', 'very good'],
  ['buy-in', 'agreement'],
  ['cadence', 'schedule'],
  ['deliverables', 'what is due'],
  ['going forward', 'from now on'],
  ['granular', 'detailed'],
  ['holistic', 'whole'],
  ['ideate', 'think up'],
  ['impactful', 'that makes a difference'],
  ['in order to', 'to'],
  ['incentivize', 'reward'],
  ['learnings', 'lessons'],
  ['leverage', 'use'],
  ['low-hanging fruit', 'the easiest steps'],
  ['move the needle', 'make a difference'],
  ['operationalize', 'put into practice'],
  ['paradigm', 'way of thinking'],
  ['synergies', 'gains from working together'],
  ['synergy', 'working together'],
  ['touch base', 'talk'],
  ['utilize', 'use'],
]

/** A period after these ends no sentence. */
export const ABBREVIATIONS =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|no|dr|mr|ms|mrs|st|prof|approx|u\.s)\.$/i

/** Words that tell nothing of what a line is about. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(
  split(`
    a all an and any are as at be been by can do does each every for from had has have how i in into is it its of on or our
    so that the their them then there these they this those to us was we were what when which who will
    with you your
  `),
)
