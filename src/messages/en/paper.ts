import type { Family, Provenance } from '#core/rubric.ts'
import { counted } from './common.ts'

interface Noun {
  readonly one: string
  readonly many: string
}

const provenance: Record<Provenance, string> = {
  source: 'stated by the source, in our words',
  adapted: 'adapted from a source',
  drafted: 'drafted by the makers of this app',
}

/** “Pretty good” or “Great”. */
function anyOf(levels: readonly string[]): string {
  const choices = new Intl.ListFormat('en-US', { type: 'disjunction' })
  return choices.format(levels.map((level) => `“${level}”`))
}

/** How a team speaks of itself. */
const team = {
  kicker: 'Reflection summary',
  howToRead: (noun: Noun) =>
    `How to read: initials show where each of us placed our team today. A small raised number says for how many ${noun.many}.`,
  howToReadPicks:
    'How to read: initials show who said what. A check mark is what we answered together.',
  howToReadTogether: 'How to read: a check mark or a sentence is what we answered together today.',
  inWords: 'In our words',
  coverageHead: 'People',
  strengths: 'What we do well, by name',
  noStrengths: (levels: readonly string[]) =>
    levels.length === 0
      ? 'We have not named a strategy yet.'
      : `We have not named a strategy yet. Wherever we said ${anyOf(levels)}, a name lets others borrow what we do.`,
  growth: 'Where we want to grow',
  noGrowth: 'We have not chosen yet. Where would a little more effort help most?',
  borrowed: 'To try:',
  nextStep: 'Our next step',
  whatWeDo: 'What we do',
  howWeKnow: 'How we know',
  session: 'What we worked out',
  practice: 'What we wanted to practice',
  rubricPart: 'The full rubric with our marks',
  notesPart: 'Notes',
  method: (noun: Noun) => [
    'Every mark is one person’s view of one moment. There is no score, total or average, and a low mark is a useful result.',
    `“Talk about these first” lists up to three ${noun.many} where two marks lie two or more boxes apart and at least half of us placed one. The widest come first, then those with more marks, then printed order.`,
    'Strategies with evidence come first, then those that more people stand for.',
    `“5 of 7” counts people with at least one answer for the skill.`,
  ],
  methodOfAnswers: [
    'Every answer is our own view of one moment. There is no score, total or average, and “not yet” is a useful result.',
    'What we answered together counts for all of us.',
  ],
}

type Voice = typeof team

/** How one leader alone speaks. */
const individual: Voice = {
  kicker: 'My reflection',
  howToRead: (noun) =>
    `How to read: the number in a box says for how many ${noun.many} I placed my mark there today.`,
  howToReadPicks: 'How to read: a check mark is what I chose today.',
  howToReadTogether: 'How to read: a check mark or a sentence is what I answered today.',
  inWords: 'In my words',
  coverageHead: 'Marked',
  strengths: 'What I do well, by name',
  noStrengths: (levels) =>
    levels.length === 0
      ? 'I have not named a strategy yet.'
      : `I have not named a strategy yet. Wherever I said ${anyOf(levels)}, a name makes it easier to share.`,
  growth: 'Where I want to grow',
  noGrowth: 'I have not chosen yet. Where would a little more effort help most?',
  borrowed: 'To try:',
  nextStep: 'My next step',
  whatWeDo: 'What I do',
  howWeKnow: 'How I know',
  session: 'What I worked out',
  practice: 'What I wanted to practice',
  rubricPart: 'The full rubric with my marks',
  notesPart: 'Notes',
  method: (noun) => [
    'Every mark is my own view of one moment. There is no score, total or average, and a low mark is a useful result.',
    'Strategies with evidence come first.',
    `“3 of 5” counts the ${noun.many} of a skill that I have answered.`,
  ],
  methodOfAnswers: [
    'Every answer is my own view of one moment. There is no score, total or average, and “not yet” is a useful result.',
  ],
}

const summary = {
  facilitator: (name: string) => `facilitated by ${name}`,
  people: (count: number) => counted(count, 'person', 'people'),
  of: (count: number, all: number) => `${count} of ${all}`,
  more: (count: number) => `+${count}`,
  talkFirst: 'Talk about these first',
  talkFirstRule: 'Marks two or more boxes apart, from at least half of us, widest first.',
  talkFirstRuleShort: 'Marks two or more boxes apart, widest first.',
  noTalkFirst: 'Marks lie two or more boxes apart only where few of us placed one yet.',
  howToReadCounts:
    'How to read: a number says how many of us chose a box or an answer today. Names are left out.',
  waiting: (sections: string) =>
    `Still private, and not on this paper: ${sections}. These marks come after the reveal.`,
  noDifferences: 'No two marks lie two or more boxes apart.',
  inCatalogue: 'in the strategy catalog',
  inNotes: 'in the notes',
  inRubric: 'in the full rubric',
  inPart: (title: string) => `under “${title}”`,
  inApp: 'in the app',
  moreDifferences: (count: number, where: string) => `${count} more ${where}.`,
  moreSteps: (count: number, where: string) =>
    `${counted(count, 'more step', 'more steps')} ${where}.`,
  moreStrategies: (count: number, where: string) =>
    `${counted(count, 'more strategy', 'more strategies')} ${where}.`,
  moreSites: (count: number, where: string) =>
    `${counted(count, 'more site', 'more sites')} ${where}.`,
  moreAnswers: (count: number, where: string) =>
    `${counted(count, 'more question', 'more questions')} answered in words ${where}.`,
  moreChallenges: (count: number, where: string) =>
    `${counted(count, 'more challenge', 'more challenges')} ${where}.`,
  allChallenges: (count: number, where: string) =>
    `${counted(count, 'challenge was', 'challenges were')} written down ${where}.`,
  moreGrowth: (count: number, where: string) =>
    `${counted(count, 'more area', 'more areas')} ${where}.`,
  step: {
    who: 'Who',
    by: 'By when',
    sign: 'First sign that it works',
    from: (strategy: string) => `From: ${strategy}`,
  },
  stepDone: 'done',
  stepCarried: 'from last time',
}

const catalogue = {
  title: 'Strategy catalog',
  empty: 'No strategies are named yet.',
  for: 'For',
  otherStrategies: 'Other strategies',
  index: 'Strategies from A to Z',
}

const rubric = {
  skill: 'Leadership skill',
  topic: 'Topic',
  site: 'Site',
  answer: 'Answer',
  continued: '(continued)',
  agreed: 'Agreed',
  agreedLegend: 'is what we settled on together, beside the marks of each of us.',
  agreedOn: 'We agree on',
  strategies: 'Strategies:',
  tick: '✓',
  together: 'Together',
  notChosen: 'Not chosen:',
  notPlaced: 'Not placed yet.',
  nothing: 'Nothing is written here yet.',
  note: 'Note',
  setAside: 'Set aside',
}

const session = {
  solutions: 'Challenges and what could help',
  challenge: 'What is challenging',
  solution: 'What could help',
  ownChallenge: 'Another challenge',
  track: 'On track, or drifting off it',
  on: 'We are on track when',
  off: 'We may be drifting when',
  onMine: 'I am on track when',
  offMine: 'I may be drifting when',
  feedback: 'About this tool',
  otherQuestion: 'Another question',
}

const notes = {
  people: 'Who is who',
  setAside: 'Set aside',
  setAsideNote: (noun: Noun) =>
    `Set-aside ${noun.many} count as answered. They are never counted as low.`,
  withoutStrategy: 'Strengths still without a strategy',
  withoutStrategyNote: (noun: Noun) =>
    `These ${noun.many} have a mark in a box that asks for a strategy, and nobody has named one yet.`,
  beside: 'What we wrote beside our answers',
  growth: 'All growth edges',
  differences: 'What we see differently',
  steps: 'All next steps',
  agreed: 'What we agreed on',
  moves: 'Moved after the reveal',
  movesNote: 'Who put a mark elsewhere once all marks were seen. Both places are kept.',
  conflicts: 'Two versions, both kept',
  conflictsNote:
    'These were written on two devices at the same time. The first is the one shown in this paper.',
  hidden: (count: number) =>
    `${counted(count, 'mark stands', 'marks stand')} outside the sections printed here. Nothing is lost: they are still in the app.`,
  method: 'How this was made',
  legend: 'Where the words come from',
  sources: 'Sources',
  provenance,
}

/** What a form asks for, which decides how it says to fill it in. */
interface Asked {
  readonly family: Family
  readonly rates: boolean
  /** Things to tick that each person ticks alone. */
  readonly picks: boolean
  readonly maps: boolean
  readonly together: boolean
}

const ONLY_RATES: Asked = {
  family: 'hub-leadership',
  rates: true,
  picks: false,
  maps: false,
  together: false,
}

function readIt(noun: Noun, family: Family): string {
  if (family === 'network-health') return `Read each ${noun.one} and think of your whole network.`
  if (family === 'workshop') return `Read each ${noun.one} and write what comes to mind.`
  if (family === 'improvement') return `Read each ${noun.one} and think of your work today.`
  return `Read each ${noun.one} and think of your own hub team.`
}

const blank = {
  title: 'Blank rubric',
  goal: 'Goal.',
  instructions: (noun: Noun, levels: readonly string[], asked: Asked = ONLY_RATES) => [
    readIt(noun, asked.family),
    ...(asked.rates
      ? [
          asked.family === 'network-health'
            ? 'Put your initials in the box that best fits what you see today. Several people share a box.'
            : 'Put your initials in the box that best fits where your team is today. Several people share a box.',
        ]
      : []),
    ...(asked.rates && levels.length > 0
      ? [`Where you say ${anyOf(levels)}, name a strategy you use, and how you know it works.`]
      : []),
    ...(asked.maps
      ? ['Give each site a number, and write its number and your initials on the map.']
      : []),
    ...(asked.picks && !asked.rates ? ['Put your initials in the boxes that fit.'] : []),
    ...(asked.together
      ? ['Where it says “We answer this together”, talk first, then write one answer for the team.']
      : []),
    'Take one section, two, or all of them. Skip what you do not know.',
  ],
  initials: 'My initials',
  team: 'Team',
  date: 'Date',
  sections: 'We look at',
  whoIsHere: 'Who is here',
  name: 'Name',
  initialsOf: 'Initials',
  strategyLine: 'Strategy we use',
  evidenceLine: 'How we know',
  writeHere: 'In your own words',
  together: 'We answer this together',
  chooseOne: 'Choose one.',
  chooseAny: 'Choose any that fit.',
  eachSite: 'For each site',
  note: 'Note',
  site: 'Site',
  sites: 'Our sites',
  zone: 'Zone',
  copySheet: 'Copy this sheet for more sites.',
  mapHow: 'Write each site on the map where you see it now: its number, and your initials.',
  guide: 'Not sure which zone?',
  guideStep: (no: string) => `No: ${no}. Yes: go on.`,
  guideLast: (no: string, yes: string) => `No: ${no}. Yes: ${yes}.`,
}

/** Words of paper: the PDF of a reflection and the blank rubric. */
export const paper = {
  voices: { team, individual },
  summary,
  catalogue,
  rubric,
  session,
  notes,
  blank,
  page: (page: number, pages: number) => `page ${page} of ${pages}`,
  sample: 'Sample',
  sampleNote: 'Sample: not a real team',
  definition: (id: string, version: string) => `${id} ${version}`,
  app: (version: string) => `Hub Reflect ${version}`,
  subject: 'A reflection in initials, strategies and next steps. Not a test and not a score.',
  blankSubject: 'A blank rubric to fill in by hand.',
  unnamedTeam: 'Unnamed team',
  waitsForReveal: 'These marks are still private. They come after the reveal.',
  noSites: 'This is asked for each site, and no site is named yet.',
  fileName: {
    reflection: 'Reflection',
    blank: 'Blank rubric',
    withoutNames: 'Without names',
    /** The names of a few; of many, the first and how many more. */
    rubrics: (names: readonly string[]) =>
      names.length > 2 ? `${names[0] ?? ''} and ${names.length - 1} more` : names.join(' and '),
  },
  where: {
    team: "the team's name",
    facilitator: "the facilitator's name",
    initials: (initials: string) => `the initials ${initials}`,
    personName: (initials: string) => `the name of ${initials}`,
    personRole: (initials: string) => `the role of ${initials}`,
    strategyName: 'the name of a strategy',
    strategyHow: (name: string) => `what we do in “${name}”`,
    strategyEvidence: (name: string) => `the evidence for “${name}”`,
    growthHard: 'a growth edge',
    growthBorrowed: 'an idea to try at a growth edge',
    nextStep: 'a next step',
    answer: (number: string) => `the answer to ${number}`,
    note: (number: string) => `a note beside ${number}`,
    site: 'the name of a site',
    commitment: 'what you want to practice',
    track: 'what tells you are on track',
    solution: 'a challenge and what could help',
    feedback: 'an answer about the tool',
    rubric: (title: string) => `the rubric “${title}”`,
  },
}
