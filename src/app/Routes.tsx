import { Suspense, useEffect, useLayoutEffect, type ReactNode } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'
import { assertNever } from '#core/assert.ts'
import { HomePage } from '#features/home/HomePage.tsx'
import { useStartMessages, type StartMessages } from '#messages/messages.ts'
import { InstallHint } from '#pwa/InstallHint.tsx'
import { useReadable, useStorage } from '#storage/useStorage.ts'
import { ButtonLink } from '#ui/Button.tsx'
import { Page } from '#ui/Page.tsx'
import styles from './app.module.css'
import { lazyPage } from './lazyPage.ts'
import { ReflectionRoute } from './ReflectionRoute.tsx'
import { parseRoute, type Route } from './routes.ts'
import { Shell } from './Shell.tsx'
import { useDropGuard } from './useDropGuard.ts'

// Whatever is not needed to rate comes in its own chunk; the service worker keeps all of them.
const NewReflectionPage = lazyPage(
  async () => (await import('#features/setup/NewReflectionPage.tsx')).NewReflectionPage,
)
const PrintPage = lazyPage(async () => (await import('#features/print/PrintPage.tsx')).PrintPage)
const OpenPage = lazyPage(async () => (await import('#features/open/OpenPage.tsx')).OpenPage)
const OpenFileZone = lazyPage(
  async () => (await import('#features/open/OpenFileZone.tsx')).OpenFileZone,
)
const DeviceRoute = lazyPage(async () => (await import('./DeviceRoute.tsx')).DeviceRoute)
const PlaybookPage = lazyPage(
  async () => (await import('#features/playbook/PlaybookPage.tsx')).PlaybookPage,
)
const LibraryRoute = lazyPage(async () => (await import('./LibraryRoute.tsx')).LibraryRoute)
const RubricPage = lazyPage(
  async () => (await import('#features/rubrics/RubricPage.tsx')).RubricPage,
)
const RubricParts = lazyPage(
  async () => (await import('#features/rubrics/RubricParts.tsx')).RubricParts,
)
const SourcesPage = lazyPage(
  async () => (await import('#features/sources/SourcesPage.tsx')).SourcesPage,
)
const EditorPage = lazyPage(
  async () => (await import('#features/editor/EditorPage.tsx')).EditorPage,
)
const ProjectorPage = lazyPage(
  async () => (await import('#features/projector/ProjectorPage.tsx')).ProjectorPage,
)
const ReadyRoute = lazyPage(async () => (await import('./ReadyRoute.tsx')).ReadyRoute)
const AboutPage = lazyPage(async () => (await import('./AboutPage.tsx')).AboutPage)

/** Which page an address shows. */
export function Routes() {
  const [path] = useHashLocation()
  const route = parseRoute(path)
  useFreshPage(route)
  useDropGuard()
  if (route.page === 'reflection') return <ReflectionRoute key={route.id} route={route} />
  if (route.page === 'projector') {
    return (
      <Suspense fallback={<Waiting />}>
        <ProjectorPage key={route.id} id={route.id} />
      </Suspense>
    )
  }
  return (
    <Shell>
      <Suspense fallback={<Waiting />}>{pageOf(route)}</Suspense>
    </Shell>
  )
}

function pageOf(route: Exclude<Route, { page: 'reflection' | 'projector' }>): ReactNode {
  switch (route.page) {
    case 'home':
      return <HomePage installHint={<WelcomeInstallHint />} openZone={<Zone />} />
    case 'new':
      return <NewReflectionPage key={route.mode} mode={route.mode} from={route.from} />
    case 'print':
      return <PrintPage />
    case 'open':
      return <OpenPage partsOf={(rubric) => <RubricParts rubric={rubric} />} />
    case 'device':
      return <DeviceRoute />
    case 'playbook':
      return <PlaybookPage />
    case 'rubrics':
      return <LibraryRoute zone={(label) => <Zone label={label} />} />
    case 'rubric':
      return <RubricPage key={route.key} entryKey={route.key} />
    case 'sources':
      return <SourcesPage />
    case 'editor':
      return <EditorPage key={route.draftId} draftId={route.draftId} />
    case 'ready':
      return <ReadyRoute />
    case 'about':
      return <AboutPage />
    case 'unknown':
      return <NotFoundPage />
    default:
      return assertNever(route)
  }
}

/** The place to open a file, on pages of other parts of the app. */
function Zone(props: { label?: string }) {
  return (
    <Suspense fallback={null}>
      <OpenFileZone {...props} />
    </Suspense>
  )
}

/** What stands where a page's code is still being read from the cache. */
export function Waiting() {
  return <output className={styles['waiting']}>{useStartMessages().app.opening}</output>
}

/** The hint until someone says "later"; the browser's own offer is caught from the start. */
function WelcomeInstallHint() {
  const { settings } = useStorage()
  const { installHint } = useReadable(settings)
  return installHint && <InstallHint onDismiss={() => settings.set({ installHint: false })} />
}

function NotFoundPage() {
  const { app: words, common } = useStartMessages()
  return (
    <Page title={words.notFoundTitle} lead={words.notFound}>
      <p>
        <ButtonLink look="main" icon="back" href="#/">
          {common.home}
        </ButtonLink>
      </p>
    </Page>
  )
}

/** A new page starts at its top, unless the address names a row; the browser's title follows. */
function useFreshPage(route: Route) {
  const { app: words, common } = useStartMessages()
  const isRow = route.page === 'reflection' && route.itemId !== undefined
  const place =
    route.page === 'reflection'
      ? `${route.id}/${route.step}/${route.rubricId ?? ''}/${route.sectionId ?? ''}`
      : route.page === 'rubric'
        ? route.key
        : route.page
  const title = titleOf(route, words)
  useEffect(() => {
    document.title = [title, common.product].filter((part) => part !== '').join(' · ')
  }, [title, common])
  // Before the effects of the page itself, which may bring the row left last into view.
  useLayoutEffect(() => {
    if (!isRow) window.scrollTo(0, 0)
  }, [place, isRow])
}

/** What the browser calls the page; nothing for Home, which is the product itself. */
function titleOf(route: Route, words: StartMessages['app']): string {
  switch (route.page) {
    case 'home':
      return ''
    case 'unknown':
      return words.notFoundTitle
    case 'reflection':
      return words[route.step]
    case 'new':
      return words.titles.new[route.mode]
    default:
      return words.titles[route.page]
  }
}
