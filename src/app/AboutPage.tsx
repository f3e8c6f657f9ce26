import { useEffect, useState } from 'react'
import type { Rubric } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { APP_VERSION } from '#platform/version.ts'
import { loadRubric, rubricHeaders } from '#rubrics/catalog.ts'
import { Page, PageSection } from '#ui/Page.tsx'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import styles from './app.module.css'

/** What this is, where entries are kept, and where the words come from. */
export function AboutPage() {
  const { about: words, common } = useMessages()
  const rubrics = useShippedRubrics()
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
          {rubrics.map(({ id, title, version, credit }) => (
            <p key={id}>
              <strong>{words.rubric(title.text, version)}</strong> {credit}
            </p>
          ))}
        </div>
      </PageSection>
      <PageSection title={words.sourcesTitle}>
        <dl className={styles['sourceList']}>
          {rubrics.flatMap(({ id, sources }) =>
            sources.map(({ key, title, url }) => (
              <div key={`${id}${key}`} className={styles['source']}>
                <dt>{key}</dt>
                <dd>
                  {title}
                  {url && <span className={styles['address']}>{url}</span>}
                </dd>
              </div>
            )),
          )}
        </dl>
      </PageSection>
      <PageSection title={words.licenceTitle}>
        <p className={styles['prose']}>{words.licence}</p>
        <p>{words.version(APP_VERSION)}</p>
      </PageSection>
    </Page>
  )
}

function useShippedRubrics(): readonly Rubric[] {
  const [rubrics, setRubrics] = useState<readonly Rubric[]>([])
  useEffect(() => {
    void Promise.all(rubricHeaders.map(({ id }) => loadRubric(id))).then((results) =>
      setRubrics(results.flatMap((result) => (result.ok ? [result.value.rubric] : []))),
    )
  }, [])
  return rubrics
}
