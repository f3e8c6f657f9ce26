/** A part of a line as it may be quoted: its beginning. */
const quoted = (text: string) =>
  text.length > 60 ? `“${text.slice(0, 58).replace(/\s+\S*$/, '')}…”` : `“${text}”`

/** What could make a line easier to answer. Never a must. */
export const hints = {
  twoIdeas: (first: string, second: string) =>
    `This may be two ideas: ${quoted(first)} and ${quoted(second)} One mark cannot say which is meant. Make two lines of it, if it is two.`,
  long: (length: number, room: number) =>
    `This takes the room of ${length} letters, and the printed row has room for ${room}. A shorter line is easier to answer.`,
  same: (number: string) =>
    `${number} says the same. Keep one of them, or say how this one differs.`,
  similar: (number: string) =>
    `${number} says nearly the same. Keep one of them, or say how this one differs.`,
  noVerb: 'The other lines begin with a verb: what people do. Begin this one with a verb too.',
  jargon: (word: string, instead: string) =>
    `“${word}” is a word of the office. “${instead}” may serve.`,
  capitals: 'Capitals throughout are hard to read. Write it as in a sentence.',
  mixed: {
    question: 'This is a question among statements. Make it a statement too.',
    statement: 'This is a statement among questions. Make it a question too.',
  },
  reworded:
    'The wording is not the source’s any more. If it says something else now, “adapted” is the honest mark.',
}

/** What is left to do before a rubric can be used, where the validator speaks of files. */
export const faults = {
  empty: (field: string) => `${field} is still empty. Write it.`,
  noNumber: 'There is no free number left here. Begin another skill or section for it.',
  unusedScale: 'Nothing is rated with these boxes. Use them or take them out.',
  noScale: 'Choose the boxes it is rated with.',
  noZone: 'Choose the zone it leads to.',
  mapNeedsSites: 'A map shows sites. Turn on “Ask once for each site” in its skill.',
  noRows: 'This table can have no row. Add one, or let people add rows.',
  needsSource: 'Say which source this comes from, or mark it as ours.',
  unlisted: 'This names a source that is not in the list any more. Choose its sources anew.',
  asksUpward: 'Once a box asks for a strategy, every higher one does too.',
  idTaken: 'Another rubric here has this file name. Choose another.',
}
