import { useId } from 'react'
import { itemsOf, type Rubric } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { languageName } from '#messages/telling.ts'
import { problemText } from '#messages/problemText.ts'
import { InItsLanguage } from '#parts/InItsLanguage.tsx'
import { familyOf } from '#rubrics/families.ts'
import { translationsOf } from '#rubrics/translations.ts'
import { useRubricLibrary } from '#storage/library.ts'
import { useReadable, useStorage } from '#storage/useStorage.ts'
import { useTranslated } from '#storage/useTranslated.ts'
import { Button } from '#ui/Button.tsx'
import { Choice, ChoiceGroup } from '#ui/Choice.tsx'
import { Hidden } from '#ui/Hidden.tsx'
import { Notice } from '#ui/Notice.tsx'
import type { RubricChoice } from './rubrics.ts'
import { ScopeField } from './ScopeField.tsx'
import styles from './setup.module.css'

interface Props {
  of: RubricChoice
  /** True if its sections may not stand on this page. */
  isApart: boolean
  onScope: (sections: readonly string[]) => void
  onWay: () => void
}

/** A rubric of this sitting: what it is about, which sections are looked at, and its way out or back. */
export function RubricCard({ of, isApart, onScope, onWay }: Props) {
  const words = useMessages().setup
  const titleId = useId()
  const library = useRubricLibrary()
  const { key, loaded, way } = of
  const rubric = useTranslated(loaded?.ok ? loaded.value.rubric : undefined)
  const entry = library.find((one) => one.key === key || one.id === key)
  const title = rubric?.title.text ?? entry?.title ?? key
  const isOut = way === 'bringBack'
  return (
    <article className={styles['choice']} data-rubric={key} aria-labelledby={titleId}>
      <div className={styles['card']} data-out={isOut}>
        {rubric && (
          <p className={styles['kicker']}>
            {
              words.families[
                familyOf({ family: rubric.family, origin: entry?.origin ?? 'shipped' })
              ]
            }
          </p>
        )}
        <h3 className={styles['rubric']} id={titleId} lang={rubric?.lang} tabIndex={-1}>
          {title}
        </h3>
        {!loaded && <p role="status">{words.openingRubric}</p>}
        {rubric ? <Facts rubric={rubric} /> : <Missing of={of} />}
        {way && (
          <div className={styles['way']}>
            <Button look="quiet" icon={isOut ? 'undo' : 'cross'} onClick={onWay}>
              {words.ways[way]}
              <Hidden>{words.ofRubric(title)}</Hidden>
            </Button>
            {isOut && <p role="status">{words.leftOut(of.kept)}</p>}
          </div>
        )}
      </div>
      {rubric && <LanguageField rubricId={rubric.id} title={title} />}
      {rubric && rubric.sections.length > 1 && (
        <InItsLanguage rubric={rubric}>
          <ScopeField of={of} rubric={rubric} isApart={isApart} onScope={onScope} />
        </InItsLanguage>
      )}
    </article>
  )
}

/** In which language a rubric is shown on this device, where it is translated. */
function LanguageField({ rubricId, title }: { rubricId: string; title: string }) {
  const words = useMessages().setup
  const { settings } = useStorage()
  const { rubricLang } = useReadable(settings)
  const name = useId()
  const languages = translationsOf(rubricId)
  if (languages.length === 0) return null
  return (
    <ChoiceGroup legend={words.language} hint={words.languageHint}>
      {[undefined, ...languages].map((lang) => (
        <Choice
          key={lang ?? ''}
          kind="radio"
          name={name}
          label={
            lang === undefined ? words.original : <span lang={lang}>{languageName(lang)}</span>
          }
          aria-description={title}
          checked={lang === (languages.includes(rubricLang ?? '') ? rubricLang : undefined)}
          onChange={() => settings.set({ rubricLang: lang })}
        />
      ))}
    </ChoiceGroup>
  )
}

function Facts({ rubric }: { rubric: Rubric }) {
  const words = useMessages().setup
  const hasSites = rubric.sections.some(({ skills }) => skills.some(({ eachSite }) => eachSite))
  const facts = [
    words.sections(rubric.sections.length),
    words.items(itemsOf(rubric).length, rubric.itemNoun),
    words.origins[rubric.status],
  ]
  return (
    <>
      <p lang={rubric.lang}>{rubric.goal.text}</p>
      <p className={styles['counts']}>{words.facts(hasSites ? [...facts, words.sites] : facts)}</p>
    </>
  )
}

/** The definition is not to be had. In a reflection under way, what was answered to it is kept. */
function Missing({ of: { loaded, way } }: { of: RubricChoice }) {
  const messages = useMessages()
  if (!loaded || loaded.ok) return null
  const { sentence, nextStep } = problemText(loaded.problem, messages)
  const told = way === 'takeOut' ? `${sentence} ${nextStep}` : messages.setup.missingRubric
  return (
    <Notice tone="warn" icon="alert">
      <p>{told}</p>
    </Notice>
  )
}
