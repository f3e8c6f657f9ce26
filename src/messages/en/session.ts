import { counted } from './common.ts'
import { fileResult } from './fileResult.ts'

const minutes = (count: number) => counted(count, 'minute', 'minutes')

/** What a facilitator may say and do at a step. Written by us, after how such workshops go. */
interface Notes {
  readonly say: string
  readonly tips: readonly string[]
}

const notes = {
  setup: {
    say: 'Welcome. Today we look at our own practice together. Nobody is scored, and a low mark is as useful as a high one.',
    tips: [
      'Let people enter their own initials, so that the tablet has been in every hand once.',
      'Ask for one commitment each: how do you want to take part today?',
      'Pairs, two minutes: who are you, why are you here, one piece of advice you would give.',
    ],
  },
  learn: {
    say: 'Look for one domain you know well and one you want to learn about. You do not need to read it all.',
    tips: [
      'Say in one sentence what the domain is for, and why a hub would look at itself.',
      'Show one row: the method, the four boxes, the initials. Then ask for questions.',
      'Say that anyone may skip a row: “we don’t know” and “not our job” are answers too.',
    ],
  },
  reflect: {
    say: 'Put your initials where you see our team at this moment in time. One or two sections are enough.',
    tips: [
      'First each alone, without talk: early initials steer the later ones.',
      'Twelve to sixteen methods take 10 to 15 minutes. Walk around, and remind people of the time once.',
      'For “pretty good” and “great”, ask: which strategy do you use? A name is enough for now.',
      'When all have rated, show the marks at once. Look before anyone explains.',
    ],
  },
  share: {
    say: 'We start where we see it most differently. What do you see from where you stand?',
    tips: [
      'Ask both ends of a row before the middle, and ask what they see, not who is right.',
      'Strengths: a strategy, and how we know that it works. As many as possible.',
      'Growth edges: read what others do, borrow it, and keep their name on it.',
      'If it is quiet, wait ten seconds. Then: what made it work, and for whom?',
    ],
  },
  plan: {
    say: 'What is one next step? Who takes it, by when, and what is the first sign that it works?',
    tips: [
      'One step that happens is worth more than five that do not.',
      'A name and a day for each step carry further than “the team” and “soon”.',
      'Agree on the day when you look at it again.',
    ],
  },
  summary: {
    say: 'Thank you. Take one strategy home that was not yours when you came.',
    tips: [
      'Read the strategies out by name, and thank those who named them.',
      'Save the PDF and a copy before anyone closes the tablet.',
      'Two minutes for the questions about the tool. Names are not needed.',
    ],
  },
} satisfies Record<string, Notes>

/** Words of the session: its clock and the facilitator's notes. */
export const session = {
  open: { team: 'Session: clock and notes', individual: 'Session clock' },
  title: 'Session',
  minutes,
  timesUpShort: 'Time’s up',
  stages: {
    paused: 'The clock is paused.',
    lastMinute: 'The last minute.',
    up: 'Time is up. Take the time you need.',
  },
  told: {
    lastMinute: (step: string) => `${step}: one minute left.`,
    up: (step: string) => `${step}: time is up. Take the time you need.`,
  },
  clockOf: (step: string) => `Time left for ${step}`,
  planned: (step: string, count: number) => `${step}: ${minutes(count)}`,
  start: 'Start the clock',
  startFor: (step: string, count: number) => `Start ${step}, ${minutes(count)}`,
  pause: 'Pause',
  goOn: 'Go on',
  addMinute: '+1 min',
  next: (step: string, count: number) => `Next: ${step}, ${minutes(count)}`,
  startAgain: 'Start again',
  putAway: 'Put the clock away',
  noPlan: 'No length is chosen for this session, so these are the minutes of an hour together.',
  noPlanAlone: 'No length is chosen for this session. Change the minutes as you go.',
  choosePlan: 'Choose a length in Set up',
  chime: 'A soft sound when time is up',
  awake: {
    on: 'The screen stays on while the clock runs.',
    refused:
      'The browser does not keep the screen on right now, perhaps to spare the battery. Plug the device in, or touch it now and then.',
    unable:
      'This browser cannot keep the screen on. Turn off the sleep timer of the device for the session.',
  },
  projector: 'Open projector view',
  notesTitle: 'For the facilitator',
  sayAloud: 'To say aloud',
  hideNotes: 'Hide these notes on this device',
  showNotes: 'Show notes for the facilitator',
  notes,
  plans: {
    minutes45: '45 minutes',
    minutes60: '60 minutes',
    minutes90: '90 minutes',
    halfDay: 'Half a day',
  },
  /** The facilitator's card on paper. */
  cue: {
    ...fileResult,
    make: 'Print a cue card',
    title: (plan: string) => `Cue card: ${plan}`,
    lead: 'The session on one page, for whoever leads it. The minutes are a proposal: add to a step what the room needs.',
    clock: 'Minute',
    fromTo: (from: number, to: number) => `${from} to ${to}`,
    step: 'Step',
    sayAndDo: 'Say, and look after',
    readyTitle: 'Have ready',
    ready: [
      'The tablet charged, and “Ready for the room” run on it',
      'Everyone’s initials, or a minute to enter them',
      'Blank rubrics and pens, in case',
      'Markers, and a poster for each section with its skills',
      'The projector view tried on the wall',
    ],
    talkFirstTitle: 'Talk first',
    talkFirst:
      'About rows where marks lie two or more boxes apart, and at least half of the team, never fewer than two, put a mark. The widest first, three at most.',
    quietTitle: 'When it is quiet',
    quiet:
      'Wait. Then ask each side: what do you see from where you stand? How do you know? What made it work, and for whom?',
    provenance:
      'Words and times are ours, after how such workshops go; not from a published guide.',
  },
}
