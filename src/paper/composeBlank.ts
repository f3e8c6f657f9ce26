import { askedItems, isTogether, itemsOf, type Item, type Section } from '#core/rubric.ts'
import type { Messages } from '#messages/messages.ts'
import { aboutBlocks, aboutParagraphs, isShortHelp } from './about.ts'
import { SPACES, type BlankForm, type Space, type SpacedForm } from './blankForm.ts'
import { blankRowsTable, FORM_PADDING, FORM_TABLE, type BlankEntry } from './blankRows.ts'
import { blankSheetBlocks } from './blankSheet.ts'
import { blankSiteBlocks } from './blankSites.ts'
import type { Block, PageSetup, Table } from './blocks.ts'
import { legendLines } from './composeNotes.ts'
import { cell, gap, heading, line, sheet, strongLevels } from './composing.ts'
import { text, type Inline } from './inline.ts'
import type { Paragraph } from './paragraph.ts'
import { partsOf, type Part } from './parts.ts'

/**
 * The rubric as a form to fill in by hand: landscape, a section on a page of its own unless it fits
 * whole below the one before.
 */
export function composeBlank(form: BlankForm): readonly Block[] {
  const sections = form.rubric.sections.filter(
    ({ id, skills }) =>
      (form.sectionIds === undefined || form.sectionIds.includes(id)) &&
      skills.some((skill) => askedItems(skill).length > 0),
  )
  return [
    { kind: 'page', setup: blankPage(form) },
    ...topBand(form, sections),
    ...sections.map((section, index): Block => {
      const spaces = spacesOf(section)
      const moves = index > 0 ? 'always' : 'ifWhole'
      return {
        kind: 'fit',
        // Rows of boxes may begin below the instructions and go on; what is written stays together.
        ...(index > 0 || spaces.length > 1 ? { elseNewPage: moves } : {}),
        ...(index === 0 ? { instead: whoIsHere(form) } : {}),
        variants: spaces.map((space) => sectionBlocks(form, section, space)),
      }
    }),
  ]
}

function blankPage({ rubric, paper, words, appVersion, fingerprint }: BlankForm): PageSetup {
  const { width, height, margin } = sheet(paper, 'landscape')
  const definition = words.paper.definition(rubric.id, rubric.version)
  return {
    width,
    height,
    margin,
    running: rubric.title.text,
    footer: {
      left: [rubric.title.text],
      right: words.paper.page,
      fine: [definition, words.paper.app(appVersion), fingerprint, rubric.credit],
      code: (page) => `${rubric.id} ${rubric.version} p${page}`,
    },
    watermark: undefined,
  }
}

// --- Sections -------------------------------------------------------------------------------------

/** The room a section may get, the most first; where nothing is written it makes no difference. */
function spacesOf({ skills }: Section): readonly Space[] {
  const isWritten = skills
    .flatMap(askedItems)
    .some(({ kind }) => kind === 'text' || kind === 'table')
  return isWritten ? SPACES : SPACES.slice(-1)
}

function sectionBlocks(whole: BlankForm, section: Section, space: Space): readonly Block[] {
  const isOneAnswer = section.skills.flatMap(askedItems).every(isTogether)
  const form: SpacedForm = { ...whole, space, isTogether: isOneAnswer }
  const skills = section.skills
    .map((skill) => ({
      skill,
      site: undefined,
      entries: askedItems(skill).map((item): BlankEntry => ({ item })),
    }))
    .filter(({ entries }) => entries.length > 0)
  return [
    sectionTitle(section, isOneAnswer ? form.words.paper.blank.together : undefined),
    ...aboutBlocks(section.about, form.paper),
    ...partsOf(skills).flatMap((part, index) => [
      ...(index > 0 && part.kind === 'rows' ? [gap(3)] : []),
      ...partBlocks(form, section, part),
    ]),
  ]
}

function sectionTitle({ number, name }: Section, tag: string | undefined): Block {
  const title = `${number}\u00A0 ${name.text}`
  const tags: readonly Inline[] =
    tag === undefined ? [] : [text(' \u00A0\u00A0', 'heading'), { kind: 'tag', words: tag }]
  return {
    kind: 'text',
    isHeading: true,
    paragraphs: [{ inlines: [text(title, 'heading'), ...tags], above: 5 }],
    section: title,
    bookmark: { title, depth: 1 },
  }
}

function partBlocks(form: SpacedForm, section: Section, part: Part<BlankEntry>): readonly Block[] {
  switch (part.kind) {
    case 'rows':
      return [{ kind: 'table', table: blankRowsTable(form, part.skills), above: 1.6 }]
    case 'table':
      return blankSheetBlocks(form, section, part)
    case 'sites':
      return blankSiteBlocks(form, part)
  }
}

// --- Top band -------------------------------------------------------------------------------------

function topBand(form: BlankForm, sections: readonly Section[]): readonly Block[] {
  const { rubric, words } = form
  const { blank } = words.paper
  // Short help stands beside the box for names; longer help below both.
  const beside = isShortHelp(rubric.about) ? aboutParagraphs(rubric.about) : []
  const left: readonly Block[] = [
    {
      kind: 'text',
      paragraphs: [
        line(rubric.title.text, 'partTitle'),
        {
          inlines: [text(`${blank.goal} `, 'bodyStrong'), text(rubric.goal.text, 'body')],
          above: 1,
        },
        ...instructions(form, sections).map((said, index) => bullet(said, index === 0 ? 1.4 : 0.3)),
        ...beside.map((paragraph, index) =>
          index === 0 ? { ...paragraph, above: 1.8 } : paragraph,
        ),
      ],
    },
  ]
  const right: readonly Block[] = [
    { kind: 'framed', above: 0, blocks: [{ kind: 'text', paragraphs: legendBox(blank) }] },
    { kind: 'text', paragraphs: [{ inlines: [], above: 0 }, ...legendLines(words.paper.notes)] },
  ]
  const columns = [
    { share: 2.35, blocks: left },
    { share: 1, blocks: right },
  ]
  const side: Block = { kind: 'side', columns, gap: 10, above: 0 }
  const title = { title: rubric.title.text, depth: 0 }
  const chooser = sections.length > 1 ? [sectionChooser(form, sections)] : []
  return [
    { kind: 'text', paragraphs: [], bookmark: title },
    side,
    ...(beside.length > 0 ? [] : aboutBlocks(rubric.about, form.paper)),
    ...chooser,
  ]
}

const PEOPLE = 6
const PERSON_ROW = 10

/** Names and initials of those at the table, so that the boxes can be read later. */
function whoIsHere(form: BlankForm): readonly Block[] {
  const { whoIsHere: title, name, initialsOf } = form.words.paper.blank
  const { frame } = sheet(form.paper, 'landscape')
  const [wide, narrow] = [frame * 0.36, frame * 0.14]
  const head = [name, initialsOf, name, initialsOf].map((said) =>
    cell([line(said, 'note')], { align: 'bottom' }),
  )
  const table: Table = {
    columns: [wide, narrow, wide, narrow],
    line: FORM_TABLE,
    verticals: [0, 1, 2, 3, 4],
    padding: FORM_PADDING,
    head: { cells: head },
    groups: [
      {
        rows: Array.from({ length: PEOPLE }, () => ({
          lowest: PERSON_ROW,
          cells: head.map(() => cell([])),
        })),
      },
    ],
  }
  return [heading(title, 'heading', { above: 5 }), { kind: 'table', table, above: 1.4 }]
}

/** How to fill in what this form asks for. */
function instructions(
  { rubric, words }: BlankForm,
  sections: readonly Section[],
): readonly string[] {
  const asked = new Set(sections.map(({ id }) => id))
  const placed = itemsOf(rubric).filter(({ section }) => asked.has(section.id))
  const has = (kind: Item['kind']) => placed.some(({ item }) => item.kind === kind)
  return words.paper.blank.instructions(rubric.itemNoun, strongLevels(rubric), {
    family: rubric.family,
    rates: has('rating'),
    picks: placed.some(({ item }) => ['choice', 'status'].includes(item.kind) && !isTogether(item)),
    maps: has('placement'),
    together: placed.some(({ item }) => isTogether(item)),
  })
}

function bullet(words: string, above: number): Paragraph {
  return {
    lead: { inlines: [text('•', 'table')], width: 3.5 },
    inlines: [text(words, 'table')],
    above,
  }
}

/** "My initials ____ Team ____ Date ____", to fill in by hand. */
function legendBox(blank: Messages['paper']['blank']): readonly Paragraph[] {
  return [blank.initials, blank.team, blank.date].map((label) => ({
    lead: { inlines: [text(label, 'noteStrong')], width: 19 },
    inlines: [text(' ', 'body'), { kind: 'blank', width: 'rest' }],
    above: 3.6,
  }))
}

function sectionChooser({ words }: BlankForm, sections: readonly Section[]): Block {
  const inlines: readonly Inline[] = [
    text(`${words.paper.blank.sections}\u00A0\u00A0 `, 'noteStrong'),
    ...sections.flatMap(({ number, name }): readonly Inline[] => [
      { kind: 'tickBox' },
      text(
        `\u00A0\u00A0${number}\u00A0\u00A0${name.text.replaceAll(' ', '\u00A0')} \u00A0\u00A0\u00A0`,
        'table',
      ),
    ]),
  ]
  return { kind: 'text', paragraphs: [{ inlines, above: 3.4 }] }
}
