import type { Reason } from '#core/compare.ts'
import { counted } from './common.ts'

type Noun = { readonly one: string; readonly many: string }

/** What a team says of itself and what one leader says of theirs. */
interface Voice {
  readonly lead: string
}

const we: Voice = {
  lead: 'Where our initials stood then and where they stand now, side by side. Two sittings are no trend: people, moods and methods change too.',
}

const me: Voice = {
  lead: 'Where I placed myself then and where I do now, side by side. Two sittings are no trend: much else changes too.',
}

/** Why methods are not compared, after how many they are. */
const reasons: Readonly<Record<Reason, string>> = {
  onlyNow: 'asked only this time',
  onlyThen: 'asked only in the earlier sitting',
  otherLevels: 'had other boxes then',
  notShown: 'not shown to all yet',
  unmarkedThen: 'without initials in a box then',
  unmarkedNow: 'without initials in a box this time',
  unmarked: 'without initials in a box both times',
}

/** Words of the comparison with an earlier sitting. */
export const earlier = {
  voices: { team: we, individual: me },
  title: 'An earlier sitting beside this one',
  show: 'Compare with an earlier sitting',
  hide: 'Put it away',
  choose: 'Which sitting?',
  chooseNone: 'Choose one',
  sitting: (day: string, people: readonly string[]) =>
    people.length > 0 ? `${day}, with ${people.join(', ')}` : day,
  noDay: 'A sitting without a date',
  comparedWith: (day: string) => `Compared with ${day}`,
  opening: 'Opening the earlier sitting…',
  missing:
    'The sitting this one started from is not on this device. Open a saved copy of it to compare.',
  unreadable: 'This sitting cannot be read just now. Nothing of it is lost.',
  onlyBoth: 'Only people who were in both',
  compared: (count: number, all: number, noun: Noun) =>
    `Compared: ${count} of ${counted(all, noun.one, noun.many)}.`,
  both: (count: number) => `${counted(count, 'person was', 'people were')} in both sittings.`,
  bothNone: 'Nobody is known to have been in both sittings.',
  onlyThen: (initials: readonly string[]) => `Only then: ${initials.join(', ')}.`,
  onlyNow: (initials: readonly string[]) => `Only now: ${initials.join(', ')}.`,
  rubricsThen: (titles: readonly string[]) => `Rated only then: ${titles.join(', ')}.`,
  rubricsNow: (titles: readonly string[]) => `Rated only now: ${titles.join(', ')}.`,
  noRubric: 'The earlier sitting rated nothing of this rubric.',
  nothing: (noun: Noun) => `No ${noun.one} has initials in a box both times yet.`,
  when: 'When',
  whenThen: 'Then',
  whenNow: 'Now',
  reworded: (before: string) => `Wording changed. Then: “${before}”`,
  otherLabels: 'The boxes had other words then.',
  moved: (initials: string, from: number, to: number) => `${initials} from box ${from} to ${to}`,
  atSite: (text: string, site: string) => `${text} (${site})`,
  notCompared: (count: number, noun: Noun) =>
    `Not compared: ${counted(count, noun.one, noun.many)}`,
  reason: (reason: Reason, count: number, noun: Noun) =>
    `${counted(count, noun.one, noun.many)} ${reasons[reason]}`,
}
