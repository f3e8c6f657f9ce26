import type { ReactNode } from 'react'
import { useStartMessages } from '#messages/messages.ts'
import { useReadable, useStorage } from '#storage/useStorage.ts'
import { Icon, type IconName } from '#ui/Icon.tsx'
import { useTitleFocus } from '#ui/useTitleFocus.ts'
import styles from './home.module.css'
import { ResumeList } from './ResumeList.tsx'
import { SampleDoor } from './SampleDoor.tsx'

interface Props {
  /** Where a file can be chosen or dropped. */
  openZone: ReactNode
  /** How to keep the app on this device: shown once there is something worth keeping. */
  installHint: ReactNode
}

/** Three doors, what is under way, and a way to bring a reflection in. */
export function HomePage({ openZone, installHint }: Props) {
  const words = useStartMessages().home
  const all = useReadable(useStorage().headers)
  // The sample has a door of its own: it is nobody's work.
  const headers = all.filter(({ sample }) => !sample)
  const title = useTitleFocus(words.title)
  return (
    <div className={styles['page']}>
      <header className={styles['hero']}>
        <h1 className={styles['title']} tabIndex={-1} ref={title}>
          {words.title}
        </h1>
        <p className={styles['lead']}>{words.lead}</p>
      </header>
      <nav className={styles['doors']} aria-label={words.doors}>
        <Door
          href="#/new/team"
          icon="people"
          title={words.workshop}
          hint={words.workshopHint}
          main
        />
        <Door href="#/new/alone" icon="person" title={words.alone} hint={words.aloneHint} />
        <Door href="#/print" icon="print" title={words.print} hint={words.printHint} />
      </nav>
      <nav className={styles['more']} aria-label={words.more}>
        <Side href="#/playbook" icon="book" title={words.playbook} hint={words.playbookHint} />
        <Side href="#/rubrics" icon="paper" title={words.rubrics} hint={words.rubricsHint} />
        <Side href="#/ready" icon="check" title={words.ready} hint={words.readyHint} />
        <SampleDoor isHere={headers.length < all.length} />
      </nav>
      <section className={styles['part']} aria-labelledby="resume">
        <h2 className={styles['heading']} id="resume">
          {words.resume}
        </h2>
        <ResumeList
          headers={headers}
          empty={<p className={styles['quiet']}>{words.nothingYet}</p>}
        />
        {headers.length > 0 && installHint}
      </section>
      <section className={styles['part']} aria-labelledby="bring">
        <h2 className={styles['heading']} id="bring">
          {words.open}
        </h2>
        {openZone}
      </section>
      <p className={styles['trust']}>{words.trust}</p>
    </div>
  )
}

/** A way to look something up: beside the doors, and quieter than they are. */
function Side(of: { href: string; icon: IconName; title: string; hint: string }) {
  return (
    <a className={styles['side']} href={of.href}>
      <Icon name={of.icon} />
      <span>
        <span className={styles['sideTitle']}>{of.title}</span>
        <span className={styles['sideHint']}>{of.hint}</span>
      </span>
    </a>
  )
}

function Door({
  href,
  icon,
  title,
  hint,
  main = false,
}: {
  href: string
  icon: IconName
  title: string
  hint: string
  main?: boolean
}) {
  return (
    <a className={styles['door']} href={href} data-main={main}>
      <Icon name={icon} size={32} />
      <span className={styles['doorTitle']}>{title}</span>
      <span className={styles['doorHint']}>{hint}</span>
    </a>
  )
}
