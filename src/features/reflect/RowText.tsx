import type { Reflection, Site } from '#core/reflection.ts'
import { isTogether, type Item, type Section } from '#core/rubric.ts'
import { useStartMessages } from '#messages/messages.ts'
import { Icon } from '#ui/Icon.tsx'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import { Told } from '#ui/Told.tsx'
import styles from './reflect.module.css'
import { siteName } from './siteName.ts'
import { natureOf } from './turn.ts'

interface Props {
  reflection: Reflection
  section: Section
  item: Item
  /** Only for what is asked for each. */
  site: Site | undefined
  /** True while the team marks what it agrees on. */
  agrees: boolean
}

/** What is asked, and the small marks that say where it comes from and who answers it. */
export function RowText({ reflection, section, item, site, agrees }: Props) {
  const { common, reflect: words } = useStartMessages()
  const isOurs = isTogether(item) && reflection.mode === 'team' && !natureOf(section).isTogether
  return (
    <div className={styles['text']}>
      <span className={styles['number']}>{item.number}</span>
      <div className={styles['words']}>
        <p id={`text-${item.id}`}>
          <Told text={item.text} />
        </p>
        <div className={styles['marks']}>
          <ProvenanceMark
            provenance={item.provenance}
            label={originOf(item, common.provenanceShort)}
          />
          {site && (
            <span className={styles['siteTag']}>
              <span className={styles['siteNumber']}>{reflection.sites.indexOf(site) + 1}</span>
              <bdi>{siteName(site, reflection, words)}</bdi>
            </span>
          )}
          {(isOurs || (agrees && !isTogether(item))) && (
            <span className={styles['together']} id={`together-${item.id}`}>
              <Icon name="people" size={16} />
              {isOurs ? words.together : words.agreeHint}
            </span>
          )}
        </div>
      </div>
    </div>
  )
}

function originOf(item: Item, short: Record<Item['provenance'], string>): string {
  return [short[item.provenance], item.source.join(', ')].filter((part) => part !== '').join(' · ')
}
