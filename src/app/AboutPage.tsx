import { useMessages } from '#messages/messages.ts'
import { APP_VERSION } from '#platform/version.ts'
import { ButtonLink } from '#ui/Button.tsx'
import { Page, PageSection } from '#ui/Page.tsx'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import styles from './app.module.css'

/** What this is, where entries are kept, and the way to where the words come from. */
export function AboutPage() {
  const { about: words, common } = useMessages()
  return (
    <Page title={words.title} lead={words.lead}>
      <PageSection title={words.whatTitle}>
        <div className={styles['prose']}>
          {words.what.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </PageSection>
      <PageSection title={words.dataTitle}>
        <div className={styles['prose']}>
          {words.data.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </PageSection>
      <PageSection title={words.wordsTitle}>
        <div className={styles['prose']}>
          <p>{words.words}</p>
          {(['source', 'adapted', 'drafted'] as const).map((provenance) => (
            <ProvenanceMark
              key={provenance}
              provenance={provenance}
              label={common.provenance[provenance]}
            />
          ))}
        </div>
        <p className={styles['choices']}>
          <ButtonLink icon="book" href="#/sources">
            {words.toSources}
          </ButtonLink>
          <ButtonLink icon="spark" href="#/playbook">
            {words.toPlaybook}
          </ButtonLink>
        </p>
      </PageSection>
      <PageSection title={words.licenceTitle}>
        <p className={styles['prose']}>{words.licence}</p>
        <p>{words.version(APP_VERSION)}</p>
      </PageSection>
    </Page>
  )
}
