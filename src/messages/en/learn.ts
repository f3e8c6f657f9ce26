/** What a team says of itself and what one leader says of theirs. */
interface Voice {
  readonly practice: string
  readonly ownCommitment: string
  readonly domains: string
  readonly domainsHint: string
  readonly knows: string
  readonly learns: string
  readonly carried: string
  readonly initials: string
}

const we: Voice = {
  practice: 'What we want to practice today',
  ownCommitment: 'In our own words',
  domains: 'What we know and want to learn',
  domainsHint: 'One domain each is plenty. It helps you find each other later.',
  knows: 'Knows well',
  learns: 'Wants to learn about',
  carried: 'Our next steps from last time',
  initials:
    'Put your initials in the box where the team is at this moment. Not where it should be.',
}

const me: Voice = {
  practice: 'What I want to practice today',
  ownCommitment: 'In my own words',
  domains: 'What I know and want to learn',
  domainsHint: 'One domain each is plenty.',
  knows: 'A domain I know well',
  learns: 'A domain I want to learn about',
  carried: 'My next steps from last time',
  initials: 'Mark the box where my team is at this moment. Not where it should be.',
}

/** Words of Learn: what the session is about, before anyone rates. */
export const learn = {
  voices: { team: we, individual: me },
  title: 'Learn',
  lead: 'What we look at today, and how it works. A few minutes are enough.',
  leadAlone: 'What I look at today, and how it works. A few minutes are enough.',
  contents: 'On this page',
  headed: (head: string) => `${head}:`,
  missingRubric:
    'The rubric of this reflection is not on this device. Its answers are kept. Open a copy of it to see both.',

  domain: 'The rubric',
  domainHub: 'The domain',
  goal: 'Goal',
  sections: (count: number) => (count === 1 ? 'Its section' : `Its ${count} sections`),
  inScope: 'Today',
  partly: (chosen: number, all: number) => `Today we look at ${chosen} of ${all}.`,
  partlyAlone: (chosen: number, all: number) => `Today I look at ${chosen} of ${all}.`,
  marks: 'Marks',

  how: 'How the rubric works',
  howRead: (noun: string) => `Read the ${noun}. Talk about what it means, not about who does it.`,
  howStrategy: (levels: string) =>
    `If it is “${levels}”, name a strategy you use, and how you know that it works.`,
  howEnough: 'One or two sections are enough. Say “we don’t know” where nobody does.',
  howEnoughAlone: 'One or two sections are enough. “We don’t know” is an answer too.',
  levels: '” or “',
  example: 'An example. Nothing here is kept.',
  exampleInitials: (initials: string) => `${initials} here`,
  exampleStrategy: 'A strategy by name',
  exampleEvidence: 'How we know',
  howOther:
    'This rubric has no boxes for initials. Answer what is asked, together or each for yourself, as it says. Nothing is a test, and nothing is counted up.',

  choose: 'Choose one or several',
  commitmentsFrom:
    'The first four belong to the hosts of the workshop. Yours may stand in their place.',
  ownHint: 'Press Enter, or go on, to add it to the list.',
  addCommitment: 'Add',

  person: 'Person',
  open: 'Not said yet',
  ofPerson: (column: string, initials: string) => `${column}: ${initials}`,
  byDomain: 'Domain by domain',
  sitTogether: 'Who could sit together',
  pair: (teacher: string, learner: string) =>
    `${teacher} knows what ${learner} wants to learn: sit together.`,
  mutual: (one: string, other: string) =>
    `${one} and ${other} each know what the other wants to learn: sit together.`,
  nobody: 'Nobody yet',

  hub: 'The hub and its network',
  hubRole:
    'The hub is the core group that does what a network cannot do without: it supports the members and keeps joint work going.',
  hubRoleSource: 'The slides, after “Learning to Improve”, page 196',
  hubTasks:
    'It looks for problems that last, helps to test changes, and manages what is learned, so that it stays and spreads.',
  hubTasksSource: 'The Network Health Project',
  hubNetwork:
    'Members do the improving, each in their own place. The hub brings them together, and learns from them.',
  hubReach:
    'How people work together inside a local team is least in the hub’s hands. A low mark there is no failure of the hub.',
  hubReachSource: 'Understanding Variation in Improvement Networks',
  lifeCycle: 'The life of a network',
  lifeCycleHint: 'Stages overlap, and networks return to earlier ones.',
  lifeCycleSource: 'Stages as on the slides',

  carriedHint: 'Check off what is done. The rest can be changed on Plan.',
  stepBy: (who: string, by: string) => [who, by].filter((part) => part !== '').join(', by '),
  toPlan: 'To Plan',
  toReflect: 'On to Reflect',
}
