import { assertNever } from '#core/assert.ts'
import { isTogether, STATUSES, type Item } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import styles from './rubrics.module.css'

/** How an item is answered, where that is not by the boxes named above. */
export function ItemFacts({ item }: { item: Item }) {
  const { lang, library: words } = useMessages()
  return (
    <>
      <Answers item={item} />
      {isTogether(item) && (
        <p className={styles['aside']} lang={lang}>
          {words.together}
        </p>
      )}
    </>
  )
}

function Answers({ item }: { item: Item }) {
  const { library: words, common } = useMessages()
  switch (item.kind) {
    case 'rating':
      return null
    case 'text':
      return <Fact says={words.answered[item.length]} />
    case 'status':
      return <Fact says={STATUSES.map((status) => common.statuses[status]).join(' · ')} />
    case 'choice':
      return (
        <Choices
          says={item.many ? words.answered.many : words.answered.one}
          of={item.options.map(({ id, label }) => ({ id, label }))}
        />
      )
    case 'placement':
      return (
        <Choices
          says={words.answered.map(item.across.label, item.up.label)}
          of={item.zones.map(({ id, letter, name }) => ({ id, label: `${letter} ${name}` }))}
        />
      )
    case 'table':
      return (
        <>
          <Choices says={words.answered.columns} of={item.columns} />
          {item.rows.length > 0 && <Choices says={words.answered.rows} of={item.rows} />}
          {item.grows && <Fact says={words.answered.grows} />}
        </>
      )
    default:
      return assertNever(item)
  }
}

function Fact({ says }: { says: string }) {
  const { lang } = useMessages()
  return (
    <p className={styles['aside']} lang={lang}>
      {says}
    </p>
  )
}

/** Labels longer than this stand on lines of their own: characters. */
const LONGEST_INLINE = 40

function Choices({
  says,
  of,
}: {
  says: string
  of: readonly { readonly id: string; readonly label: string }[]
}) {
  const { lang } = useMessages()
  const isLong = of.some(({ label }) => label.length > LONGEST_INLINE)
  return (
    <div className={styles['aside']}>
      <p lang={lang}>{says}</p>
      <ul className={styles['choices']} data-long={isLong}>
        {of.map(({ id, label }) => (
          <li key={id}>{label}</li>
        ))}
      </ul>
    </div>
  )
}
