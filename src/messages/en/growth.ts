import { counted } from './common.ts'

/** What a team says of itself and what one leader says of theirs. */
interface Voice {
  readonly lead: string
  readonly empty: string
  readonly hard: string
  readonly borrowed: string
  readonly borrowedHint: string
}

const we: Voice = {
  lead: 'We say what is hard there, see what others do, and borrow what fits.',
  empty: 'Nothing is chosen yet. One or two places are plenty: where would growing help us most?',
  hard: 'What is hard for us?',
  borrowed: 'What we want to try',
  borrowedHint: 'What we borrow comes here with its credit. Our own ideas are welcome too.',
}

const me: Voice = {
  lead: 'I say what is hard there, see what others do, and borrow what fits.',
  empty: 'Nothing is chosen yet. One or two places are plenty: where would growing help me most?',
  hard: 'What is hard for me?',
  borrowed: 'What I want to try',
  borrowedHint: 'What I borrow comes here with its credit. My own ideas are welcome too.',
}

/** Words of growth edges: choosing where to grow, what is hard, and what to borrow. */
export const growth = {
  voices: { team: we, individual: me },
  choose: 'Choose where to grow',
  chooseAnother: 'Choose another place',
  chooserLead: 'A skill is a good size. Those with initials in the boxes on the left come first.',
  chooserLeadPlain: 'A skill is a good size.',
  skillMissing: 'Choose one skill first.',
  onTheLeft: (count: number) => `${counted(count, 'mark', 'marks')} in the boxes on the left`,
  alreadyChosen: 'Already chosen',
  grow: 'Grow here',
  cancel: 'Cancel',
  goneSkill: 'A skill that is no longer in this rubric',
  hardEmpty: 'Not said yet what is hard.',
  editOf: (skill: string) => `Edit: ${skill}`,
  removeOf: (skill: string) => `Remove: ${skill}`,
  removed: (skill: string) => `Removed: ${skill}. Undo brings it back with all that was written.`,
  challenges: 'Often hard here: tap what fits',
  others: 'What others do',
  room: 'Named in this sitting',
  /** Before the initials of those who named it, if they are known. */
  namedAt: (number: string, isBy: boolean) => `Named here at ${number}${isBy ? ' by' : ''}`,
  named: (section: string) => `From the playbook, for “${section}”`,
  elsewhere: (count: number) =>
    `${counted(count, 'more strategy', 'more strategies')} from other sections`,
  evidence: 'What to look for',
  evidenceTheirs: 'How they know',
  none: 'This rubric brings no strategies by name, and nobody here has named one in this section yet.',
  noneInRubric: 'This rubric brings no strategies by name.',
  toPlaybook: 'Look in the playbook',
  borrow: 'Borrow',
  takeBack: 'Take back',
  borrowed: 'Borrowed',
  borrowOf: (name: string) => `Borrow: ${name}`,
  takeBackOf: (name: string) => `Take back: ${name}`,
  isBorrowed: (name: string) => `Borrowed: ${name}`,
  isTakenBack: (name: string) => `Taken back: ${name}`,
  /** A borrowed strategy as it is kept, on paper too. */
  credited: (name: string, credit: string) => `${name} (${credit})`,
  creditPeople: (initials: readonly string[]) => `from ${initials.join(', ')}`,
  creditRoom: 'named in this sitting',
  creditSource: (titles: readonly string[]) => `from ${titles.join(', ')}`,
  creditAdapted: (titles: readonly string[]) => `adapted from ${titles.join(', ')}`,
  creditOurs: 'drafted by the makers of this app',
  creditTheirs: 'drafted by the makers of the rubric',
  lookFirst: 'Look first for',
  wholeSkill: 'The whole skill',
  makeStep: 'Make it a next step',
  makeStepOf: (name: string) => `Make it a next step: ${name}`,
  undoStepOf: (name: string) => `Undo: ${name} is no next step`,
  isStep: 'One of the next steps',
  toPlan: 'See it in Plan',
  deletedElsewhere: 'Removed on another device, but changed since. Keep it?',
  keep: 'Keep it',
}
