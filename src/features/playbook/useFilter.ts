import { useEffect, useRef, useState } from 'react'
import { NO_FILTER, type PlaybookFilter } from '#core/playbook.ts'

/** What the address calls each part of the filter. */
const NAMES = { query: 'q', rubricId: 'domain', sectionId: 'section', source: 'source' } as const
const FIELDS = ['query', 'rubricId', 'sectionId', 'source'] as const
const PAGE = '#/playbook'

/** How long after the last keystroke the address follows, in milliseconds. */
const ADDRESS_MS = 400

/** What is looked for. The address follows, so that a way back leads to the same list. */
export function useFilter(): [PlaybookFilter, (patch: Partial<PlaybookFilter>) => void] {
  const [filter, setFilter] = useState(() => readFilter(location.hash))
  const following = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    const follow = () => {
      clearTimeout(following.current)
      if (isHere()) setFilter(readFilter(location.hash))
    }
    window.addEventListener('hashchange', follow)
    return () => {
      window.removeEventListener('hashchange', follow)
      clearTimeout(following.current)
    }
  }, [])
  const change = (patch: Partial<PlaybookFilter>) => {
    const next = { ...filter, ...patch }
    setFilter(next)
    clearTimeout(following.current)
    following.current = setTimeout(() => {
      if (isHere()) history.replaceState(history.state, '', addressOf(next))
    }, ADDRESS_MS)
  }
  return [filter, change]
}

function isHere(): boolean {
  return location.hash.split('?', 1)[0] === PAGE
}

/** The filter in an address such as `#/playbook?q=trust&domain=hub-learning-system`. */
function readFilter(hash: string): PlaybookFilter {
  const asked = new URLSearchParams(hash.slice(hash.indexOf('?')))
  const found = FIELDS.map((field) => [field, asked.get(NAMES[field]) ?? ''] as const)
  return { ...NO_FILTER, ...Object.fromEntries(hash.includes('?') ? found : []) }
}

function addressOf(filter: PlaybookFilter): string {
  const said = new URLSearchParams()
  for (const field of FIELDS) if (filter[field] !== '') said.set(NAMES[field], filter[field])
  const query = said.toString()
  return query === '' ? PAGE : `${PAGE}?${query}`
}
