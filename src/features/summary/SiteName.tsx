import type { Site } from '#core/reflection.ts'
import styles from './summary.module.css'
import type { PartProps } from '#parts/voice.ts'

/** A site with the number that stands for it on the map. */
export function SiteName({ of: site, part }: { of: Site | undefined; part: PartProps }) {
  const position = part.report.reflection.sites.findIndex(({ id }) => id === site?.id) + 1
  return (
    <p className={styles['siteName']}>
      <span className={styles['siteNumber']}>{position}</span>
      <bdi>{site?.name}</bdi>
    </p>
  )
}
