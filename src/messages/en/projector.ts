import { counted } from './common.ts'

/** Words of the projector view. */
export const projector = {
  back: { team: 'Back to the session', individual: 'Back to the reflection' },
  previous: 'Previous',
  next: 'Next',
  place: (position: number, all: number) => `${position} of ${all}`,
  follow: 'Follow the session',
  fullScreen: 'Full screen',
  controls: 'Projector controls',
  timesUp: 'Time is up. Take the time you need.',
  clockStands: 'Paused',

  welcome: 'Welcome',
  whoIsHere: 'Who is here',
  nobody: 'Names will stand here as people are added.',
  expectTitle: 'What to expect',
  expect: {
    setup: 'Say hello, and choose how to take part',
    learn: 'What this is about, and how the boxes work',
    reflect: 'Each of us marks where we see our team today',
    share: 'What works, how we know, and where we want to grow',
    plan: 'One next step, with a name and a day',
    summary: 'What we take home',
  },
  minutes: (count: number) => counted(count, 'minute', 'minutes'),
  noScore: 'This is a conversation. Nobody is scored.',

  commitments: 'What we practice today',
  sections: 'What it is made of',

  done: (count: number, all: number) => `${count} of ${all} are done`,
  allDone: 'Everyone is done',
  isDone: 'done',
  isNotDone: 'still at it',
  doneHint: 'Marks stay private until the team shows them to all at once.',

  notMarked: 'No marks yet',
  agreed: (level: string) => `We agree on: ${level}`,
  answered: (count: number, all: number) => `${count} of ${counted(all, 'answer', 'answers')}`,

  talkFirst: 'Talk about this first',
  question: 'What do you see from where you stand?',
  strengths: 'What works for us',
  howWeKnow: 'How we know',
  growth: 'Where we want to grow',
  hard: 'What is hard',
  borrowed: 'To try',

  stepsTitle: 'Next steps',
  by: (when: string) => `by ${when}`,
  sign: (sign: string) => `First sign: ${sign}`,

  nothing: {
    learn: 'What the session is about will stand here once a rubric is chosen.',
    reflect: 'The rubric will stand here once one is chosen.',
    share: 'Strategies and growth edges will stand here as people name them.',
    plan: 'What is one next step? Who takes it, by when, and what is the first sign that it works?',
  },

  thanks: 'Thank you',
  home: 'What we take home',
  homeStrategies: (count: number) => counted(count, 'strategy by name', 'strategies by name'),
  homeEdges: (count: number) => counted(count, 'growth edge', 'growth edges'),
  homeSteps: (count: number) => counted(count, 'next step', 'next steps'),
  homeNothing: 'What we heard from each other.',
}
