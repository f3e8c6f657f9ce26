import { common, counted } from './common.ts'

/** What a team says of itself and what one leader says of theirs. */
interface Voice {
  readonly lead: string
  readonly strengths: string
  readonly strengthsLead: string
  readonly count: (count: number) => string
  readonly noStrategies: string
  readonly howWeKnow: string
  readonly noEvidence: string
  readonly solutionsLead: string
  readonly track: string
  readonly on: string
  readonly onHint: string
  readonly off: string
  readonly offHint: string
}

const we: Voice = {
  lead: 'What we carry home is what we learn from each other: what works and how we know, where we want to grow, and what could help.',
  strengths: 'Our strengths',
  strengthsLead:
    'One poster for each section. Where are we strong? Write down what we do there and how we know it works.',
  count: (count) => `${counted(count, 'strategy', 'strategies')} so far: as many as possible`,
  noStrategies: 'Nothing here yet. The first strategy is the hardest; the next ones follow it.',
  howWeKnow: 'How we know',
  noEvidence: 'Not said yet how we know.',
  solutionsLead:
    'What is known to be hard in each section, and what could help. Collect everyone’s ideas, one a line.',
  track: 'What tells us that our network is on track, or drifting off it?',
  on: 'On track: what we see then',
  onHint: 'For example: teams bring their data without being asked.',
  off: 'Drifting off: what we see first',
  offHint: 'For example: the same three people talk at every meeting.',
}

const me: Voice = {
  ...we,
  lead: 'What I carry home: what works and how I know, where I want to grow, and what could help.',
  strengths: 'My strengths',
  strengthsLead:
    'One poster for each section. Where am I strong? I write down what I do there and how I know it works.',
  howWeKnow: 'How I know',
  noEvidence: 'Not said yet how I know.',
  solutionsLead: 'What is known to be hard in each section, and what could help me with it.',
  track: 'What tells me that my network is on track, or drifting off it?',
  on: 'On track: what I see then',
  off: 'Drifting off: what I see first',
}

/** Words of Share: talk first, strengths, growth edges, challenges and solutions. */
export const share = {
  title: 'Share',
  voices: { team: we, individual: me },
  contents: 'On this page',
  toPlan: 'On to Plan',

  privateSections: (count: number) =>
    count === 1 ? '1 section is still private' : `${count} sections are still private`,
  privateLead:
    'Until everyone’s marks are shown, nothing of those sections stands here: neither initials nor strategies.',
  toReveal: 'Show everyone’s marks in Reflect',
  privatePoster: 'Still private. Strategies can be added once everyone’s marks are shown.',

  talkFirst: 'Talk about these first',
  talkFirstShort: 'Talk first',
  talkFirstRule: 'Marks two or more boxes apart, from at least half of us; the widest first.',
  /** @param left true while the clock of the step runs */
  minutesEach: (minutes: number, left: boolean) =>
    `About ${counted(minutes, 'minute', 'minutes')} each: a third of ${left ? 'the time left for Share' : 'the time for Share'}`,
  askHigh: (level: string) => `What do you see that tells you “${level}”?`,
  askLow: 'What would we need to see before you would say that too?',
  talkFirstNone:
    'Nothing lies far apart: we see our work much the same way. A good question then: what would surprise us?',
  talkFirstPrivate:
    'This shows once everyone’s marks are shown: then we see where to start talking.',
  noMarks: 'No marks yet. Once there are some, this shows where we see things differently.',

  addStrategy: 'Add a strategy',
  addStrategyTo: (section: string) => `Add a strategy: ${section}`,
  belongsTo: (noun: string) => `Which ${noun} does it belong to?`,
  strongFirst: 'Where we stand strong',
  others: 'Others',

  examplesTitle: 'What counts as evidence: two examples',
  examplesFrom: 'From On or Off Track (McMahon, Li and Sherer, 2026), in our words.',
  exampleParts: { challenge: 'Challenge', strategy: 'Strategy', evidence: 'Evidence' },
  examples: [
    {
      challenge: 'Connections within teams went down. The survey showed it.',
      strategy:
        'Turn attention to the connections inside each team, with a weekly report on the improvement work.',
      evidence:
        'A count of the teams that sent all of their reports. The next survey: better results on team connections.',
    },
    {
      challenge: 'The first cohort was slow to build skills, after a weak start.',
      strategy:
        'Begin the second cohort with two days in person: the why, the aim, the methods, and what was tested and learned before.',
      evidence:
        'Groups got going more smoothly, took part more, and collected more data than those of year one.',
    },
  ],

  hintNone: 'If you have them: a count, a date, where you saw it, and what it was before.',
  hintAll: 'A count, a date, a source, before and after: others can build on this.',
  hintPoints: {
    count: 'a count',
    date: 'a date',
    source: 'a source',
    change: 'before and after',
  },
  hintAsks: {
    count: 'how many, out of how many?',
    date: 'since when?',
    source: 'where did you see it?',
    change: 'what was it before?',
  },
  hintList: (points: readonly string[]) => common.list(points),
  /** @param have empty if nothing was found */
  hint: (have: string, ask: string) =>
    have === '' ? `Could you add: ${ask}` : `You have ${have}. Could you add: ${ask}`,
  hintsOff: 'Do not show these hints',
  hintsOn: 'Show hints on evidence',

  solutions: 'Challenges and solutions',
  solutionsShort: 'Solutions',
  challengeColumn: 'Challenge',
  solutionColumn: 'What could help',
  helpsWith: (challenge: string) => `What could help: ${challenge}`,
  addChallenge: 'Add a challenge',
  addChallengeTo: (section: string) => `Add a challenge: ${section}`,
  removeChallenge: (challenge: string) => `Remove: ${challenge}`,
  removedChallenge: 'Removed. Undo brings it back with all that was written.',
  unnamedChallenge: 'a challenge without words',

  trackTitle: 'On track, off track',
  trackShort: 'On track?',
}
