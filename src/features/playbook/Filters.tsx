import {
  COLLECTED,
  UNSOURCED,
  type Facet,
  type PlaybookFacets,
  type PlaybookFilter,
} from '#core/playbook.ts'
import { useMessages } from '#messages/messages.ts'
import { Select } from '#ui/Select.tsx'
import { TextField } from '#ui/TextField.tsx'
import styles from './playbook.module.css'

interface Props {
  filter: PlaybookFilter
  facets: PlaybookFacets
  change: (patch: Partial<PlaybookFilter>) => void
}

/** What to look for. Everything takes effect at once; there is nothing to send. */
export function Filters({ filter, facets, change }: Props) {
  const words = useMessages().playbook
  const { query, rubricId, sectionId, source } = filter
  const hasDomain = rubricId !== ''
  return (
    <form
      role="search"
      aria-label={words.title}
      className={styles['filters']}
      onSubmit={(event) => event.preventDefault()}
    >
      <div className={styles['search']}>
        <TextField
          type="search"
          enterKeyHint="search"
          label={words.search}
          hint={words.searchHint}
          value={query}
          onChange={(event) => change({ query: event.target.value })}
        />
      </div>
      <Select
        label={words.domain}
        value={rubricId}
        onChange={(event) => change({ rubricId: event.target.value, sectionId: '' })}
      >
        <option value="">{words.allDomains}</option>
        <Options facets={facets.rubrics} chosen={rubricId} />
      </Select>
      <div className={styles['sections']} data-waiting={!hasDomain}>
        <Select
          label={words.section}
          value={sectionId}
          disabled={!hasDomain}
          onChange={(event) => change({ sectionId: event.target.value })}
        >
          <option value="">{hasDomain ? words.allSections : words.domainFirst}</option>
          <Options facets={facets.sections} chosen={sectionId} />
        </Select>
      </div>
      <Select
        label={words.source}
        value={source}
        onChange={(event) => change({ source: event.target.value })}
      >
        <option value="">{words.allSources}</option>
        <Options facets={facets.sources} chosen={source} />
      </Select>
    </form>
  )
}

function Options({ facets, chosen }: { facets: readonly Facet[]; chosen: string }) {
  const words = useMessages().playbook
  const labelOf = ({ id, label }: Facet) =>
    id === COLLECTED || id === UNSOURCED ? words.sourceNames[id] : label
  // What an address names is chosen before the strategies are there to say its name.
  const isKnown = chosen === '' || facets.some(({ id }) => id === chosen)
  return (
    <>
      {facets.map((facet) => (
        <option key={facet.id} value={facet.id}>
          {words.option(labelOf(facet), facet.count)}
        </option>
      ))}
      {!isKnown && <option value={chosen}>{chosen}</option>}
    </>
  )
}
