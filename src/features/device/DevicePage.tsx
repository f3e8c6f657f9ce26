import { useMessages } from '#messages/messages.ts'
import { Page, PageSection } from '#ui/Page.tsx'
import { CopiesSection } from './CopiesSection.tsx'
import { DeletedSection } from './DeletedSection.tsx'
import { KeptSection } from './KeptSection.tsx'
import { OfflineCheck, type OfflineAnswer } from './OfflineCheck.tsx'
import { SettingsSection } from './SettingsSection.tsx'

interface Props {
  /** Looks whether every part of the app is on this device. */
  verifyOffline: () => Promise<OfflineAnswer>
}

/** What is kept on this device, how safe it is, how to take it along, and how the app looks here. */
export function DevicePage({ verifyOffline }: Props) {
  const words = useMessages().device
  return (
    <Page title={words.title} lead={words.lead}>
      <PageSection title={words.copiesTitle}>
        <CopiesSection />
      </PageSection>
      <PageSection title={words.keptTitle}>
        <KeptSection />
      </PageSection>
      <PageSection title={words.offlineTitle}>
        <OfflineCheck verifyOffline={verifyOffline} />
      </PageSection>
      <PageSection title={words.looksTitle}>
        <SettingsSection />
      </PageSection>
      <PageSection title={words.deletedTitle}>
        <DeletedSection />
      </PageSection>
    </Page>
  )
}
