import type { Mode } from '#core/reflection.ts'
import { useMessages } from '#messages/messages.ts'
import { useReadable, useStorage } from '#storage/useStorage.ts'
import { Select } from '#ui/Select.tsx'

/** An earlier reflection to start from, where there is one. */
export function AgainField({ mode, from }: { mode: Mode; from: string | undefined }) {
  const { setup: words, common } = useMessages()
  const headers = useReadable(useStorage().headers)
  const earlier = headers.filter((header) => header.mode === mode && !header.sample)
  if (earlier.length === 0) return null
  const empty = mode === 'team' ? '/new/team' : '/new/alone'
  const unnamed = mode === 'team' ? common.unnamedTeam : common.unnamedLeader
  return (
    <Select
      label={words.again}
      width="full"
      value={earlier.some(({ id }) => id === from) ? from : ''}
      onChange={({ target: { value } }) => {
        // The router would put the question before the hash, where a server sees it.
        location.hash = value === '' ? empty : `${empty}?from=${encodeURIComponent(value)}`
      }}
    >
      <option value="">{words.againNone}</option>
      {earlier.map(({ id, team, date, rubricTitles }) => (
        <option key={id} value={id}>
          {words.againFrom(team || unnamed, date === '' ? '' : common.day(date), rubricTitles)}
        </option>
      ))}
    </Select>
  )
}
