import { useMemo } from 'react'
import { sourceUses } from '#core/sourceUse.ts'
import { useMessages } from '#messages/messages.ts'
import { useAllRubrics } from '#storage/useAllRubrics.ts'
import { Notice } from '#ui/Notice.tsx'
import { Page, PageSection } from '#ui/Page.tsx'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import { RubricCredits } from './RubricCredits.tsx'
import { SourceList } from './SourceList.tsx'
import styles from './sources.module.css'

const MARKS = ['source', 'adapted', 'drafted'] as const

/** Where the words of every rubric come from, what is official, and what is ours. */
export function SourcesPage() {
  const { sources: words, common } = useMessages()
  const all = useAllRubrics()
  const uses = useMemo(() => sourceUses((all?.rubrics ?? []).map(({ rubric }) => rubric)), [all])
  return (
    <div className={styles['sources']}>
      <Page title={words.title} lead={words.lead}>
        <PageSection title={words.marksTitle}>
          <ul className={styles['marks']}>
            {MARKS.map((provenance) => (
              <li key={provenance} className={styles['mark']}>
                <ProvenanceMark provenance={provenance} label={common.provenance[provenance]} />
                <p>{words.marks[provenance]}</p>
              </li>
            ))}
          </ul>
        </PageSection>
        <PageSection title={words.oursTitle}>
          <Prose paragraphs={words.ours} />
        </PageSection>
        {all ? (
          <>
            {all.missing > 0 && (
              <Notice icon="alert" tone="warn">
                <p>{words.missing}</p>
              </Notice>
            )}
            <PageSection title={words.rubricsTitle}>
              <RubricCredits rubrics={all.rubrics} />
            </PageSection>
            <PageSection title={words.listTitle(uses.length)}>
              <SourceList uses={uses} />
            </PageSection>
          </>
        ) : (
          <p role="status">{words.loading}</p>
        )}
        <PageSection title={words.licenseTitle}>
          <Prose paragraphs={words.license} />
        </PageSection>
      </Page>
    </div>
  )
}

function Prose({ paragraphs }: { paragraphs: readonly string[] }) {
  return (
    <div className={styles['prose']}>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  )
}
