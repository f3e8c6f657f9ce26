import type { ItemReport } from '#core/itemReport.ts'
import type { RubricReport, SectionReport } from '#core/report.ts'
import { aboutBlocks } from './about.ts'
import type { Block, Group, TextBlock } from './blocks.ts'
import { heading, line, pageOf, paragraphs, type Composing } from './composing.ts'
import { markedGroups, markedRowsTable } from './markedRows.ts'
import { markedSheetBlocks } from './markedSheet.ts'
import { markedSiteBlocks } from './markedSites.ts'
import { headsKey, headsOf, partsOf, type Heads, type Part } from './parts.ts'

/** The whole rubric in scope with everyone's marks, as on the printed form. */
export function composeRubric(composing: Composing, of: RubricReport): readonly Block[] {
  const { voice, words } = composing
  const title: TextBlock = {
    kind: 'text',
    isHeading: true,
    section: voice.rubricPart,
    bookmark: { title: voice.rubricPart, depth: 0 },
    paragraphs: [line(voice.rubricPart, 'partTitle'), line(of.rubric.goal.text, 'note')],
  }
  const run = startRun(composing, of)
  for (const section of of.sections) run.add(section)
  const empty = of.sections.length === 0 ? [paragraphs(line(words.paper.noSites, 'body'))] : []
  return [
    { kind: 'page', setup: pageOf(composing, of, 'landscape') },
    title,
    ...aboutBlocks(of.rubric.about),
    ...empty,
    ...run.end(),
  ]
}

/** Rows that go on under the same head, over the borders of sections. */
interface OpenTable {
  readonly heads: Heads
  readonly groups: Group[]
}

/**
 * Collects sections one after the other. Rows with the same boxes share one table whose head repeats
 * on every page; the names of sections stand between them. Help, maps and wide tables part it.
 */
function startRun(composing: Composing, of: RubricReport) {
  const blocks: Block[] = []
  let open: OpenTable | undefined
  const close = () => {
    if (open) blocks.push(markedRowsTable(composing, of, open))
    open = undefined
  }
  const addRows = (part: Extract<Part<ItemReport>, { kind: 'rows' }>, band?: TextBlock) => {
    const heads = headsOf(of.rubric, itemsIn(part))
    const groups = markedGroups(composing, of, { part, heads, band })
    if (open && headsKey(open.heads) === headsKey(heads)) open.groups.push(...groups)
    else {
      close()
      open = { heads, groups: [...groups] }
    }
  }
  return {
    add(section: SectionReport) {
      const parts = partsOf(
        section.skills.map(({ skill, site, items }) => ({
          skill,
          site,
          entries: items,
        })),
      )
      const title = sectionHeading(section)
      const [first] = parts
      const hasBand = first?.kind === 'rows' && !section.section.about
      if (!hasBand) {
        close()
        blocks.push(title, ...aboutBlocks(section.section.about))
      }
      parts.forEach((part, index) => {
        if (part.kind === 'rows') {
          addRows(part, index === 0 && hasBand ? title : undefined)
          return
        }
        close()
        blocks.push(
          ...(part.kind === 'table'
            ? markedSheetBlocks(composing, of, { section: section.section, part })
            : markedSiteBlocks(composing, of, part)),
        )
      })
    },
    end(): readonly Block[] {
      close()
      return blocks
    },
  }
}

function itemsIn({ skills }: Extract<Part<ItemReport>, { kind: 'rows' }>) {
  return skills.flatMap(({ entries }) => entries.map(({ item }) => item))
}

function sectionHeading({ section }: SectionReport): TextBlock {
  const title = `${section.number}\u00A0 ${section.name.text}`
  return heading(title, 'heading', { above: 4, section: title, bookmark: { title, depth: 1 } })
}
