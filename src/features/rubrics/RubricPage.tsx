import { useCallback, useState } from 'react'
import type { Rubric } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { familyOf } from '#rubrics/families.ts'
import { loadEntry } from '#storage/library.ts'
import { useReadable, useStorage } from '#storage/useStorage.ts'
import { ButtonLink } from '#ui/Button.tsx'
import { Page } from '#ui/Page.tsx'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import { useLoaded } from '#ui/useLoaded.ts'
import { itemsOf } from '#core/rubric.ts'
import { localDay } from '#platform/ids.ts'
import { RubricActions } from './RubricActions.tsx'
import { RubricParts } from './RubricParts.tsx'
import styles from './rubrics.module.css'

/** One rubric of the library: what it asks, where it comes from, and what can be done with it. */
export function RubricPage({ entryKey }: { entryKey: string }) {
  const { library: words, common } = useMessages()
  const storage = useStorage()
  const load = useCallback((key: string) => loadEntry(storage, key), [storage])
  const loaded = useLoaded(entryKey, load)
  const isOwn = entryKey.startsWith('own:')
  if (!loaded) return <p className={styles['waiting']}>{words.openingRubric}</p>
  if (!loaded.ok) {
    return (
      <Page title={words.missingTitle} lead={words.missing}>
        <p>
          <Back />
        </p>
      </Page>
    )
  }
  const { rubric, hash } = loaded.value
  const { goal } = rubric
  return (
    <>
      <p className={styles['back']}>
        <Back />
      </p>
      <Page
        title={rubric.title.text}
        lead={
          <span lang={rubric.lang}>
            {goal.text}{' '}
            <ProvenanceMark
              provenance={goal.provenance}
              label={common.provenance[goal.provenance]}
              quiet
            />
          </span>
        }
      >
        <Facts rubric={rubric} hash={hash} isOwn={isOwn} />
        <RubricActions rubric={rubric} hash={hash} isOwn={isOwn} />
        <RubricParts rubric={rubric} />
        <p className={styles['backBelow']}>
          <Back />
        </p>
      </Page>
    </>
  )
}

function Back() {
  return (
    <ButtonLink look="quiet" icon="back" href="#/rubrics">
      {useMessages().library.title}
    </ButtonLink>
  )
}

function Facts({ rubric, hash, isOwn }: { rubric: Rubric; hash: string; isOwn: boolean }) {
  const { library: words, common } = useMessages()
  const own = useReadable(useStorage().ownRubrics).find((each) => isOwn && each.hash === hash)
  // It stays when the rubric is taken off the list: nothing may move under the finger that did so.
  const [kept, setKept] = useState(own)
  if (own && own !== kept) setKept(own)
  const family =
    words.families[familyOf({ family: rubric.family, origin: isOwn ? 'own' : 'shipped' })]
  const facts = [
    family,
    words.sections(rubric.sections.length),
    words.items(itemsOf(rubric).length, rubric.itemNoun),
    words.origins[rubric.status],
    words.version(rubric.version),
  ]
  return (
    <div className={styles['facts']}>
      <p>{words.facts(facts)}</p>
      <p lang={rubric.lang}>{rubric.credit}</p>
      {kept && <p>{words.kept[kept.from](common.day(localDay(kept.at)))}</p>}
    </div>
  )
}
