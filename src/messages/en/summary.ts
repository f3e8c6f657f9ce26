import { counted } from './common.ts'
import { fileResult } from './fileResult.ts'
import { rubricFacts } from './rubricFacts.ts'

type Noun = { readonly one: string; readonly many: string }

/** What a team says of itself and what one leader says of theirs: the same sentences, another voice. */
interface Voice {
  readonly howToRead: string
  /** Where there are no boxes. */
  readonly howToReadAnswers: string
  readonly picture: string
  readonly strengths: string
  readonly strengthsEmpty: string
  readonly withoutStrategy: (noun: Noun) => string
  readonly withoutStrategyLead: string
  readonly setAside: string
  readonly answers: string
  readonly growthEdges: string
  readonly nextSteps: string
  readonly practice: (commitments: readonly string[]) => string
  readonly track: string
  readonly onTrack: string
  readonly offTrack: string
  readonly emptyTitle: string
  readonly empty: string
  readonly emptyAnswersTitle: string
  readonly emptyAnswers: string
}

const we: Voice = {
  howToRead:
    'Initials show where each of us placed our team. There is no score: a box on the left is as useful as one on the right.',
  howToReadAnswers:
    'This is what we see today, in our own words. There is no score: an open question is as useful as an answer.',
  picture: 'Where we placed ourselves',
  strengths: 'What we do well, by name',
  strengthsEmpty:
    'No strategy is named yet. Where we are pretty good or great, a name lets others borrow it.',
  withoutStrategy: (noun) => `Strong ${noun.many} without a named strategy`,
  withoutStrategyLead:
    'Someone placed these in one of the two upper boxes. What do we do there, and how do we know?',
  setAside: 'What we set aside',
  answers: 'What else we said',
  growthEdges: 'Where we want to grow',
  nextSteps: 'What we do next',
  practice: (commitments) => `We wanted to practice: ${commitments.join(' · ')}`,
  track: 'How we tell that we are on track',
  onTrack: 'We are on track when',
  offTrack: 'We may be drifting when',
  emptyTitle: 'Our picture will be here',
  empty:
    'As soon as someone puts initials in a box, this page shows where each of us stands, what works by name, and where we see things differently.',
  emptyAnswersTitle: 'Our answers will be here',
  emptyAnswers:
    'As soon as something is answered, this page gathers what we said, what we chose, and what is still open.',
}

const me: Voice = {
  howToRead:
    'My initials show where I placed my practice. There is no score: a box on the left is as useful as one on the right.',
  howToReadAnswers:
    'This is what I see today, in my own words. There is no score: an open question is as useful as an answer.',
  picture: 'Where I placed myself',
  strengths: 'What I do well, by name',
  strengthsEmpty:
    'No strategy is named yet. Where I am pretty good or great, a name makes it easier to share.',
  withoutStrategy: (noun) => `Strong ${noun.many} without a named strategy`,
  withoutStrategyLead:
    'I placed these in one of the two upper boxes. What do I do there, and how do I know?',
  setAside: 'What I set aside',
  answers: 'What else I said',
  growthEdges: 'Where I want to grow',
  nextSteps: 'What I do next',
  practice: (commitments) => `I wanted to practice: ${commitments.join(' · ')}`,
  track: 'How I tell that I am on track',
  onTrack: 'I am on track when',
  offTrack: 'I may be drifting when',
  emptyTitle: 'My picture will be here',
  empty:
    'As soon as I choose a first box, this page shows where I stand, what works by name, and what to look at next.',
  emptyAnswersTitle: 'My answers will be here',
  emptyAnswers:
    'As soon as something is answered, this page gathers what I said, what I chose, and what is still open.',
}

/** Words of the summary and of its export. */
export const summary = {
  ...fileResult,
  voices: { team: we, individual: me },
  facilitatedBy: (name: string) => `Facilitated by ${name}`,
  toRubric: 'Go to the rubric',
  skill: 'Skill',
  coverage: 'Answered',
  coverageNone: 'Nothing answered yet',
  coveragePeople: (people: string) => `${people},`,
  times: (initials: string, count: number, noun: Noun) =>
    `${initials} (${counted(count, noun.one, noun.many)})`,
  nobody: 'Nobody',
  more: (count: number) => `+${count}`,
  morePeople: (count: number) => (count === 1 ? ' more person' : ' more people'),
  showFewer: 'Show fewer',
  showAll: (count: number) => `Show all ${count}`,
  evidence: 'How we know',
  evidenceMine: 'How I know',
  evidenceKinds: {
    process: 'Process measure',
    outcome: 'Outcome measure',
    survey: 'Survey',
    observation: 'Something seen',
    words: 'What members say',
    artefact: 'A document or product',
    notYet: 'Not known yet',
  },
  noEvidence: 'No evidence written yet.',
  unnamedStrategy: 'A strategy without a name',
  differences: 'What we see differently',
  talkFirst: 'Talk about these first',
  talkFirstRule: (noun: Noun) =>
    `Up to three ${noun.many} where initials lie at least two boxes apart and half of us or more placed a mark, the widest first. Worth a conversation: what does each of us see?`,
  differencesRule: (noun: Noun) =>
    `More ${noun.many} where initials lie at least two boxes apart, the widest first.`,
  differencesNone: (noun: Noun) => `On no ${noun.one} do our initials lie two or more boxes apart.`,
  agreed: 'What we agreed on',
  agreedLead: 'One box we settled on together, beside the marks of each of us.',
  moves: 'Moved after the reveal',
  movesLead: 'Who put a mark elsewhere once everyone’s were seen. Both places are kept.',
  movedTo: 'to',
  solutions: 'Challenges and what could help',
  waiting: 'Some sections are still private',
  waitingLead:
    'Their marks come to this page, and to paper, after the reveal. Until then nobody sees them here.',
  contested: 'Two answers, both kept',
  contestedLead:
    'These were given on two devices without knowledge of each other. Open the row and tap the box that is right.',
  goTo: (number: string) => `Go to ${number}`,
  hidden: (count: number) =>
    `${counted(count, 'answer', 'answers')} to sections that are not part of this sitting ${count === 1 ? 'is' : 'are'} kept, and not shown here.`,
  leftOut: (title: string, answers: number) =>
    answers === 0
      ? `${title} is left out of this sitting.`
      : `${title} is left out of this sitting. ${counted(answers, 'answer is', 'answers are')} kept.`,
  families: rubricFacts.families,
  rubrics: 'Rubrics of this sitting',
  section: 'Section',
  row: 'Row',
  site: (position: number) => `Site ${position}`,
  sitesApart: 'We place it differently',
  noted: 'Noted',
  notPlaced: 'Not placed yet',
  notAnswered: (count: number, noun: Noun) =>
    `${counted(count, noun.one, noun.many)} not answered yet`,
  stepBy: (when: string) => `By ${when}`,
  stepSign: (sign: string) => `First sign it works: ${sign}`,
  stepDone: 'Done',
  stepCarried: 'From last time',
  stepFrom: (strategy: string) => `From: ${strategy}`,
  borrowed: 'To try',
  legend: 'Where the words come from',
  missingRubric:
    'The rubric of this reflection is not on this device. The marks are kept; open a saved copy of the reflection to bring the rubric back.',
  sheetTitle: 'Make the PDF',
  paperHints: { letter: '8½ × 11 in', a4: '210 × 297 mm' },
  presets: 'Whom it is for',
  presetNames: {
    record: 'Team record',
    own: 'My own copy',
    handout: 'Hand-out',
    network: 'For our network',
  },
  presetHints: {
    record: 'Everything, with initials.',
    own: 'Everything.',
    handout: 'The first page and the strategies, with initials.',
    network:
      'What works and what we plan, without names. Boxes show numbers; the names and initials of the people here and of the facilitator become “someone” wherever they were written. Names of people who are not on the list cannot be known: read it before you share it.',
  },
  presetHintsMine: {
    record: 'Everything.',
    own: 'Everything, for me.',
    handout: 'The first page and my strategies.',
    network:
      'What works and what I plan, without my name: it becomes “someone” wherever it was written. Names of people who are not on the list cannot be known: read it before you share it.',
  },
  /** Stands for a name in what people wrote. */
  someone: 'someone',
  parts: 'What goes in',
  partNames: {
    summary: 'Summary',
    catalogue: 'Strategy catalog',
    session: 'Challenges and solutions',
    rubric: 'Full rubric',
    notes: 'Notes',
    feedback: 'Answers about this tool',
  },
  partHints: {
    summary: 'The first page, to hand to anyone.',
    catalogue: 'Every strategy with how we know it works.',
    session: 'What could help, and what tells us we are on track.',
    rubric: 'Every method with all marks, landscape.',
    notes: 'What is open and set aside, how this was made, sources.',
    feedback: 'What we wrote about the app itself.',
  },
  partHintsMine: {
    summary: 'The first page, to hand to anyone.',
    catalogue: 'Every strategy with how I know it works.',
    session: 'What could help, and what tells me I am on track.',
    rubric: 'Every method with my marks, landscape.',
    notes: 'What is open and set aside, how this was made, sources.',
    feedback: 'What I wrote about the app itself.',
  },
  partsMissing: 'Choose at least one part.',
  fileName: (name: string) => `The file will be called ${name}`,
  undrawable: 'Some letters will be drawn as pictures',
  undrawableLead:
    'Our typeface does not have them, so this device draws them. They look right on paper, but cannot be searched there.',
  undrawableWhere: (text: string, where: string) => `${text} (${where})`,
  undrawableMore: (count: number) => `and ${counted(count, 'other place', 'other places')}`,
}
