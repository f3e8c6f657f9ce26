import { useRef } from 'react'
import { isLeftOut, type Reflection } from '#core/reflection.ts'
import { mayShareScreen, type Rubric } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { InItsLanguage } from '#parts/InItsLanguage.tsx'
import { RubricTabs } from '#parts/RubricTabs.tsx'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { useTranslatedAll } from '#storage/useTranslated.ts'
import { ButtonLink } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Commitments } from './Commitments.tsx'
import { Contents } from './Contents.tsx'
import { Domains } from './Domains.tsx'
import { Greeting } from './Greeting.tsx'
import { HubAndNetwork } from './HubAndNetwork.tsx'
import styles from './learn.module.css'
import { Domain, HowItWorks } from './RubricParts.tsx'

interface Props {
  store: ReflectionStore
  /** Which of its rubrics to show; the first without. */
  rubricId: string | undefined
}

/** What a sitting is about and how it works, before anyone rates: one rubric at a time. */
export function LearnPage({ store, rubricId }: Props) {
  const { learn: words } = useMessages()
  const reflection = useStore(store, (from) => from.reflection())
  const stored = useStore(store, (from) => from.rubrics())
  const rubrics = rubricsInSight(
    reflection,
    useTranslatedAll(stored).map(({ rubric }) => rubric),
  )
  const rubric = rubrics.find(({ id }) => id === rubricId) ?? rubrics[0]
  const body = useRef<HTMLDivElement>(null)
  const isAlone = reflection.mode === 'individual'
  return (
    <div className={styles['page']}>
      <Page title={words.title} lead={isAlone ? words.leadAlone : words.lead} width="grid">
        <div className={styles['learn']} ref={body}>
          <Greeting store={store} reflection={reflection} />
          <Contents body={body} rubric={rubric} mode={reflection.mode} />
          {rubric && <RubricTabs id={store.id} step="learn" rubrics={rubrics} shown={rubric} />}
          {!rubric && (
            <Notice icon="alert">
              <p>{words.missingRubric}</p>
            </Notice>
          )}
          {rubric && (
            <InItsLanguage rubric={rubric}>
              <Domain reflection={reflection} rubric={rubric} />
              <HowItWorks reflection={reflection} rubric={rubric} />
            </InItsLanguage>
          )}
          <Commitments store={store} mode={reflection.mode} />
          {/* The domains of hub leadership are not those of network health: never on one screen. */}
          {mayShareScreen(rubric?.family, 'hub-leadership') && <Domains store={store} />}
          <HubAndNetwork />
          <p className={styles['onward']}>
            <ButtonLink
              look="main"
              icon="pencil"
              href={`#/r/${store.id}/reflect${rubric ? `/${rubric.id}` : ''}`}
            >
              {words.toReflect}
            </ButtonLink>
          </p>
        </div>
      </Page>
    </div>
  )
}

/** The rubrics with something in scope, each family together. */
function rubricsInSight(reflection: Reflection, all: readonly Rubric[]): readonly Rubric[] {
  const out = reflection.rubrics.filter(isLeftOut).map(({ rubricId }) => rubricId)
  const open = all.filter(({ id }) => !out.includes(id))
  const shown = open.length > 0 ? open : all
  const families = [...new Set(shown.map(({ family }) => family))]
  return families.flatMap((family) => shown.filter((rubric) => rubric.family === family))
}
