import { enStart } from '#messages/enStart.ts'
import { MessagesContext } from '#messages/messages.ts'
import { AppNotices } from './AppNotices.tsx'
import { Boot } from './Boot.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Routes } from './Routes.tsx'

/** Words, storage and address around the pages. */
export function App() {
  return (
    <MessagesContext value={enStart}>
      <ErrorBoundary>
        <Boot>
          <ErrorBoundary canSaveCopy>
            <Routes />
            <AppNotices />
          </ErrorBoundary>
        </Boot>
      </ErrorBoundary>
    </MessagesContext>
  )
}
