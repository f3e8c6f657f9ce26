import { expect, it } from 'vitest'
import { countLines, sourceUses } from '#core/sourceUse.ts'
import {
  aCreditedText,
  aNamedStrategy,
  aRatingItem,
  aRubric,
  aSection,
  aSkill,
} from '../support/builders.ts'

const DECK = { key: 'DECK', title: 'On or Off Track' }
const LN = { key: 'LN', title: '“A network” of learners', url: 'https://example.org/ln' }

/** Drafted: goal, section, challenge, skill. Source: title, item. Adapted: strategy. */
const network = aRubric({
  sources: [DECK, LN],
  sections: [
    aSection({
      skills: [aSkill({ items: [aRatingItem({ provenance: 'source', source: ['DECK', 'LN'] })] })],
      strategies: [aNamedStrategy({ provenance: 'adapted', source: ['LN'] })],
    }),
  ],
})
const hub = aRubric({
  id: 'hub',
  sources: [
    { ...DECK, url: 'https://example.org/deck' },
    { key: 'LN', title: 'Another text' },
  ],
  goal: aCreditedText('Grow.', { provenance: 'adapted', source: ['LN'] }),
})

it('counts the lines of a rubric by where they come from', () => {
  expect(countLines(network)).toEqual({ source: 2, adapted: 1, drafted: 4 })
  expect(countLines(network, LN)).toEqual({ source: 1, adapted: 1, drafted: 0 })
})

it('holds every source once, by title, with who draws on it and an address if any has one', () => {
  const uses = sourceUses([network, hub]).map(({ source, rubrics }) => [
    source.title,
    source.url,
    rubrics.map(({ rubric, lines }) => `${rubric.id} ${lines.source} ${lines.adapted}`),
  ])
  expect(uses).toEqual([
    ['“A network” of learners', 'https://example.org/ln', ['test-rubric 1 1']],
    ['Another text', undefined, ['hub 0 1']],
    ['On or Off Track', 'https://example.org/deck', ['test-rubric 2 0', 'hub 1 0']],
  ])
})
