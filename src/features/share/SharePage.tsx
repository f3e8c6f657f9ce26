import type { ReactNode } from 'react'
import type { RubricReport } from '#core/report.ts'
import { useMessages } from '#messages/messages.ts'
import { GrowthEdges } from '#parts/GrowthEdges.tsx'
import { hasRatings } from '#parts/hasRatings.ts'
import { InItsLanguage } from '#parts/InItsLanguage.tsx'
import { RubricTabs } from '#parts/RubricTabs.tsx'
import { splitRubrics } from '#parts/splitRubrics.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { ButtonLink } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Contents } from './Contents.tsx'
import { hasPosters, Posters } from './Posters.tsx'
import styles from './share.module.css'
import type { Anchor, ShareProps } from './shareProps.ts'
import { Solutions } from './Solutions.tsx'
import { TalkFirst } from './TalkFirst.tsx'
import { OnTrack } from './OnTrack.tsx'
import { useShareReport } from './useShareReport.ts'

interface Props {
  store: ReflectionStore
  /** Which of its rubrics to show; the first without. */
  rubricId: string | undefined
}

/** What people carry home: strengths, growth edges, and what could help. One rubric at a time. */
export function SharePage({ store, rubricId }: Props) {
  const { share: words, summary } = useMessages()
  const { report, privateOf } = useShareReport(store)
  const rubrics = shareable(splitRubrics(report).shown)
  const of = rubrics.find(({ rubric }) => rubric.id === rubricId) ?? rubrics[0]
  const voice = words.voices[report.reflection.mode]
  return (
    <Page title={words.title} lead={voice.lead} width="grid">
      {of ? (
        <>
          <RubricTabs
            id={store.id}
            step="share"
            rubrics={rubrics.map(({ rubric }) => rubric)}
            shown={of.rubric}
          />
          <InItsLanguage rubric={of.rubric}>
            <RubricParts
              key={of.rubric.id}
              {...{ store, report, of, voice, hidden: privateOf(of.rubric) }}
            />
          </InItsLanguage>
        </>
      ) : (
        <>
          <Notice icon="alert">
            <p>{summary.missingRubric}</p>
          </Notice>
          <Foot id={store.id} />
        </>
      )}
    </Page>
  )
}

/** Prompts and feedback are no work to share strengths in, unless there is nothing else. */
function shareable(all: readonly RubricReport[]): readonly RubricReport[] {
  const work = all.filter(({ rubric }) => rubric.family !== 'workshop')
  return work.length > 0 ? work : all
}

function RubricParts(props: ShareProps) {
  const { growth, share: words, summary } = useMessages()
  const { store, report, of, voice, hidden } = props
  const isTeam = report.reflection.mode === 'team'
  const parts: readonly (readonly [Anchor, string, ReactNode] | undefined)[] = [
    isTeam && hasRatings(of.rubric)
      ? ['talk-first', words.talkFirstShort, <TalkFirst key="talk-first" {...props} />]
      : undefined,
    hasPosters(of)
      ? ['strengths', voice.strengths, <Posters key="strengths" {...props} />]
      : undefined,
    of.rubric.family === 'workshop' && of.growthEdges.length === 0
      ? undefined
      : [
          'growth',
          summary.voices[report.reflection.mode].growthEdges,
          <GrowthEdges
            key="growth"
            {...{ store, report, of }}
            voice={summary.voices[report.reflection.mode]}
            anchor="growth"
            lead={growth.voices[report.reflection.mode].lead}
          />,
        ],
    ['solutions', words.solutionsShort, <Solutions key="solutions" {...props} />],
    ['on-track', words.trackShort, <OnTrack key="on-track" {...props} />],
  ]
  const shown = parts.filter((part) => part !== undefined)
  return (
    <div className={styles['body']}>
      <Contents parts={shown.map(([anchor, name]) => ({ anchor, name }))} />
      <div className={styles['parts']}>
        {hidden.length > 0 && (
          <Notice
            icon="person"
            title={words.privateSections(hidden.length)}
            actions={
              <ButtonLink icon="pencil" href={`#/r/${store.id}/reflect/${of.rubric.id}`}>
                {words.toReveal}
              </ButtonLink>
            }
          >
            <p>{words.privateLead}</p>
          </Notice>
        )}
        {shown.map(([, , part]) => part)}
        <Foot id={store.id} />
      </div>
    </div>
  )
}

function Foot({ id }: { id: string }) {
  const { share: words } = useMessages()
  return (
    <p className={styles['foot']}>
      <ButtonLink look="main" icon="forward" href={`#/r/${id}/plan`}>
        {words.toPlan}
      </ButtonLink>
    </p>
  )
}
