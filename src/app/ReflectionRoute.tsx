import { lazy, Suspense, useEffect, type ReactNode } from 'react'
import { navigate } from 'wouter/use-hash-location'
import { problemText } from '#messages/problemText.ts'
import { useStartMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { savePlace } from '#storage/places.ts'
import { useReflectionStore, useStorage, useStore } from '#storage/useStorage.ts'
import { Button, ButtonLink } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Watermark } from '#ui/Watermark.tsx'
import styles from './app.module.css'
import { lazyPage } from './lazyPage.ts'
import { Rail } from './Rail.tsx'
import { parseRoute, type Route } from './routes.ts'
import { SaveStateLine, UnsavedBar } from './SaveStateLine.tsx'
import { Frame, Mark, Shell } from './Shell.tsx'

const loadReflectPage = () => import('#features/reflect/ReflectPage.tsx')
const ReflectPage = lazy(async () => ({ default: (await loadReflectPage()).ReflectPage }))
const SetupPage = lazyPage(async () => (await import('#features/setup/SetupPage.tsx')).SetupPage)
const SummaryPage = lazyPage(
  async () => (await import('#features/summary/SummaryPage.tsx')).SummaryPage,
)
const LearnPage = lazyPage(async () => (await import('#features/learn/LearnPage.tsx')).LearnPage)
const SharePage = lazyPage(async () => (await import('#features/share/SharePage.tsx')).SharePage)
const PlanPage = lazyPage(async () => (await import('#features/plan/PlanPage.tsx')).PlanPage)
const VersionOffer = lazyPage(
  async () => (await import('#features/rubrics/VersionOffer.tsx')).VersionOffer,
)
const EarlierVersion = lazyPage(
  async () => (await import('#features/rubrics/EarlierVersion.tsx')).EarlierVersion,
)
const SessionPill = lazyPage(async () => (await import('#parts/SessionPill.tsx')).SessionPill)
const SampleBar = lazyPage(async () => (await import('#features/home/SampleBar.tsx')).SampleBar)
const CopyNudge = lazyPage(async () => (await import('#features/device/CopyNudge.tsx')).CopyNudge)

// Whoever comes back to a rubric has its page fetched while storage opens.
const start = parseRoute(location.hash.replace(/^#/, ''))
if (start.page === 'reflection' && start.step === 'reflect') {
  // A file that cannot be had is told by the page itself, which asks for it again.
  loadReflectPage().catch(() => undefined)
}

type ReflectionPlace = Extract<Route, { page: 'reflection' }>

/** One open reflection: its header, its rail of steps, and the step the address names. */
export function ReflectionRoute({ route }: { route: ReflectionPlace }) {
  const words = useStartMessages().app
  const { step, rubricId, sectionId, itemId } = route
  const opened = useReflectionStore(route.id)
  switch (opened.kind) {
    case 'loading':
      return (
        <Shell>
          <output className={styles['waiting']}>{words.opening}</output>
        </Shell>
      )
    case 'missing':
      return <Missing title={words.missingTitle} lead={words.missing} />
    case 'problem':
      return <OpeningProblem problem={opened.problem} />
    case 'ready':
      return (
        <OpenReflection store={opened.store} route={route}>
          {step === 'setup' && <SetupPage store={opened.store} />}
          {step === 'learn' && <LearnPage store={opened.store} rubricId={rubricId} />}
          {step === 'share' && <SharePage store={opened.store} rubricId={rubricId} />}
          {step === 'plan' && <PlanPage store={opened.store} />}
          {step === 'summary' && <SummaryPage store={opened.store} rubricId={rubricId} />}
          {step === 'reflect' && (
            <ReflectPage
              store={opened.store}
              rubricId={rubricId}
              sectionId={sectionId}
              itemId={itemId}
            />
          )}
        </OpenReflection>
      )
  }
}

function OpenReflection({
  store,
  route,
  children,
}: {
  store: ReflectionStore
  route: ReflectionPlace
  children: ReactNode
}) {
  const { step } = route
  const { app: words, common } = useStartMessages()
  const reflection = useStore(store, (from) => from.reflection())
  const rubrics = useStore(store, (from) => from.rubrics())
  // Home leads back to the step that was left last.
  useEffect(() => savePlace(store.id, { step }), [store.id, step])
  const isTeam = reflection.mode === 'team'
  const title = reflection.team || (isTeam ? common.unnamedTeam : common.unnamedLeader)
  return (
    <Frame
      header={
        <>
          <a className={styles['brand']} href="#/" aria-label={common.home}>
            <Mark />
          </a>
          <p className={styles['where']}>
            <bdi className={styles['team']}>{title}</bdi>
            <span className={styles['domain']}>
              {rubrics.length > 1
                ? words.rubrics(rubrics.length)
                : rubrics.map(({ rubric }) => rubric.shortTitle).join()}
            </span>
          </p>
          {reflection.sample && <span className={styles['sample']}>{words.sampleBadge}</span>}
          {/* Its room is kept until it is there, so that no step moves under a finger. */}
          <div className={styles['session']}>
            <Suspense fallback={null}>
              <SessionPill
                store={store}
                place={route}
                onStep={(next) => navigate(`/r/${store.id}/${next}`)}
              />
            </Suspense>
          </div>
          <Rail id={store.id} step={step} />
          <SaveStateLine store={store} />
        </>
      }
    >
      {reflection.sample && <Watermark text={words.sampleBadge} />}
      <UnsavedBar store={store} />
      {reflection.deleted && <DeletedBar id={store.id} />}
      <Suspense key={step} fallback={<p className={styles['waiting']}>{words.opening}</p>}>
        {/* Never over the rows while someone rates. */}
        {step !== 'reflect' && <VersionOffer store={store} wide={step === 'summary'} />}
        {children}
      </Suspense>
      <Suspense fallback={null}>
        {step === 'setup' && <EarlierVersion store={store} />}
        {reflection.sample && <SampleBar step={step} />}
        {/* Not while people rate or talk: the way out of the room is early enough. */}
        {(step === 'setup' || step === 'summary') && <CopyNudge store={store} />}
      </Suspense>
    </Frame>
  )
}

/** Deleted here or in another tab while it is open: it can be looked at, and brought back. */
function DeletedBar({ id }: { id: string }) {
  const words = useStartMessages().app
  const storage = useStorage()
  return (
    <div className={styles['bar']}>
      <Notice
        tone="warn"
        icon="trash"
        live="status"
        actions={
          <Button icon="undo" onClick={() => void storage.restoreReflection(id)}>
            {words.bringBack}
          </Button>
        }
      >
        <p>{words.deleted}</p>
      </Notice>
    </div>
  )
}

function OpeningProblem({ problem }: { problem: Parameters<typeof problemText>[0] }) {
  const words = problemText(problem, useStartMessages())
  return <Missing title={words.title} lead={`${words.sentence} ${words.nextStep}`} />
}

function Missing({ title, lead }: { title: string; lead: string }) {
  const { app: words, common } = useStartMessages()
  return (
    <Shell>
      <Page title={title} lead={lead}>
        <p className={styles['choices']}>
          <ButtonLink look="main" icon="open" href="#/open">
            {words.openFile}
          </ButtonLink>
          <ButtonLink icon="back" href="#/">
            {common.home}
          </ButtonLink>
        </p>
      </Page>
    </Shell>
  )
}
