import { counted } from './common.ts'
import { fileResult } from './fileResult.ts'
import { rubricFacts } from './rubricFacts.ts'

type Noun = { readonly one: string; readonly many: string }

/** Words of the page that makes blank rubrics. */
export const print = {
  ...fileResult,
  title: 'Print blank rubrics',
  lead: 'A rubric on paper, to fill in by hand. The row numbers are the same on screen, so that what was written with a pen can be entered later.',
  rubric: 'Rubric',
  families: rubricFacts.families,
  language: 'Language',
  original: 'As written',
  sections: 'Sections',
  sectionHolds: (items: number, noun: Noun) => counted(items, noun.one, noun.many),
  sectionsMissing: 'Choose at least one section.',
  paperHints: { letter: '8½ × 11 in, landscape', a4: '210 × 297 mm, landscape' },
  boxes: 'Boxes',
  boxNames: { usual: 'Usual', large: 'Large' },
  boxHints: {
    usual: 'Up to 6 people on one sheet.',
    large: '7 people or more, or large handwriting.',
  },
  lines: 'A line under each method for a strategy and how you know',
  preview: 'How the page will look',
  previewSketch: 'A sketch of the first page',
  previewLabel: (number: string, boxes: number) =>
    `Drawing of the first page. Each row has its number, ${number} first, its text and ${
      boxes === 0 ? 'room for the answer' : counted(boxes, 'empty box', 'empty boxes')
    }.`,
  method: (noun: Noun) => noun.one.charAt(0).toUpperCase() + noun.one.slice(1),
  holds: (sections: number, items: number, noun: Noun) =>
    `${counted(sections, 'section', 'sections')}, ${counted(items, noun.one, noun.many)}`,
  opening: 'Opening the rubric…',
  cueTitle: 'A cue card for whoever leads a session',
  cueLead: 'One page: the steps with their minutes, what to say, what to have ready.',
  cueLength: 'Length of the session',
}
