import { afterEach, expect, test } from 'vitest'
import { enStart } from '#messages/enStart.ts'
import { en } from '#messages/en.ts'
import { MessagesContext, useMessages, useStartMessages } from '#messages/messages.ts'
import { renderPage, type TestPage } from '../support/page.tsx'

let page: TestPage | undefined
afterEach(() => page?.close())

function AllWords() {
  return <p>{useMessages().summary.evidence}</p>
}

function StartWords() {
  return <p>{useStartMessages().common.product}</p>
}

test('A page that is there from the start has its words, and one that reads others is caught', async () => {
  const atStart = (content: React.ReactNode) => (
    <MessagesContext value={enStart}>{content}</MessagesContext>
  )
  page = await renderPage(atStart(<StartWords />))
  expect(page.text()).toBe(en.common.product)
  await page.close()
  page = undefined
  await expect(renderPage(atStart(<AllWords />))).rejects.toThrow('did not come with all words')
})
