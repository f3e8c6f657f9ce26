import { counted } from './common.ts'
import { families } from './families.ts'

type Noun = { readonly one: string; readonly many: string }

/** What a list of rubrics says of each. Part of the words of every room that has such a list. */
export const rubricFacts = {
  families,
  origins: {
    'based-on': 'Based on published work',
    'community-draft': 'Community draft',
  },
  /** A line of facts: a dot never begins a line. */
  facts: (facts: readonly string[]) => facts.join('\u00A0· '),
  sections: (count: number) => counted(count, 'section', 'sections'),
  items: (count: number, noun: Noun) => counted(count, noun.one, noun.many),
  /** Of times that are rounded already. */
  aboutMinutes: (once: number, eachSite: number) => {
    if (eachSite === 0) return `about ${once} minutes`
    return once === 0
      ? `about ${eachSite} minutes for each site`
      : `about ${once} minutes, and ${eachSite} for each site`
  },
}
