import { counted } from './common.ts'

/** What a team says of itself and what one leader says of theirs. */
interface Voice {
  readonly lead: string
  readonly empty: string
  readonly what: string
  readonly whatMissing: string
  readonly ideas: string
  readonly closing: string
}

const we: Voice = {
  lead: 'What do we do next, who looks after it, and how will we see that it works?',
  empty: 'One next step is plenty. Small enough to begin within two weeks is a good size.',
  what: 'What will we do?',
  whatMissing: 'What is it? A few words are enough.',
  ideas: 'What we wanted to try',
  closing:
    'That is enough for today. Our next sitting can start from this one, and opens with what is still open.',
}

const me: Voice = {
  lead: 'What do I do next, by when, and how will I see that it works?',
  empty: 'One next step is plenty. Small enough to begin within two weeks is a good size.',
  what: 'What will I do?',
  whatMissing: 'What is it? A few words are enough.',
  ideas: 'What I wanted to try',
  closing:
    'That is enough for today. My next sitting can start from this one, and opens with what is still open.',
}

/** Words of Plan: next steps and a few questions about the tool. */
export const plan = {
  title: 'Plan',
  voices: { team: we, individual: me },
  steps: 'Next steps',
  add: 'Write a next step',
  addAnother: 'Write another',
  formTitle: 'A next step',
  whatHint: 'One thing. Begin with a verb: draft, ask, try, visit.',
  whatLong: 'This is a long one. Could it be two steps?',
  who: 'Who looks after it?',
  whoHint: 'Tap initials, or write a name.',
  whoMissing: 'Who looks after it? One name is enough.',
  whoChips: 'People of this sitting',
  by: 'By when?',
  byHint: 'In words, or choose a date.',
  byDate: 'Date',
  byWords: 'In words',
  byPicks: 'Quick answers for by when',
  /** As they stand after “By”. */
  byTexts: ['two weeks from now', 'our next meeting'],
  byTextsMine: ['two weeks from now', 'the end of the month'],
  sign: 'The first sign that it works',
  signHint: 'Something we could see or count within weeks.',
  signHintMine: 'Something I could see or count within weeks.',
  from: 'From which strategy?',
  fromHint: 'Keeps the credit with the step.',
  fromNone: 'None of these',
  fromBorrowed: 'Borrowed',
  fromRoom: 'Named in this sitting',
  fromStored: 'As it stands',
  /** What two devices wrote differently. */
  fields: { what: 'What', who: 'Who', by: 'By when', sign: 'First sign', from: 'From' },
  empty: 'A step without words yet',
  done: 'Done',
  doneOf: (what: string) => `Done: ${what}`,
  byThen: (when: string) => `By ${when}`,
  signIs: (sign: string) => `First sign: ${sign}`,
  fromIs: (strategy: string) => `From: ${strategy}`,
  up: 'Up',
  down: 'Down',
  upOf: (what: string) => `Move up: ${what}`,
  downOf: (what: string) => `Move down: ${what}`,
  movedTo: (place: number, all: number) => `Now ${place} of ${all}`,
  editOf: (what: string) => `Edit: ${what}`,
  removeOf: (what: string) => `Remove: ${what}`,
  removed: (what: string) => `Removed: ${what}`,
  deletedElsewhere: 'Removed on another device, but changed since. Keep it?',
  keepIt: 'Keep it',
  ideasLead: 'Written at the growth edges, and not a next step yet.',
  makeStep: 'Make it a next step',
  makeStepOf: (strategy: string) => `Make it a next step: ${strategy}`,
  carried: 'From last time',
  carriedLead: 'These were still open. Check off what is done; keep or let go of the rest.',
  carriedFrom: (day: string) => `From the sitting of ${day}`,
  keep: 'Keep for now',
  keepOf: (what: string) => `Keep for now: ${what}`,
  letGo: 'Let go',
  letGoOf: (what: string) => `Let go: ${what}`,
  kept: (what: string) => `Kept among the next steps below: ${what}`,
  letGoDone: (what: string) => `Let go: ${what}`,
  look: 'Look again',
  lookLead: 'These are only dates: nothing here will remind anyone.',
  feedback: 'A few questions about this tool',
  feedbackCount: (count: number) => `${counted(count, 'answer', 'answers')} written`,
  feedbackLead:
    'Nobody has to answer. What you write stays with this sitting on this device, and is kept out of the PDF unless you choose it there. Leave out names and addresses.',
  feedbackMissing: 'The questions cannot be read just now. Everything else works.',
  toSummary: 'Go to the summary',
}
