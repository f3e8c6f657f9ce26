import { useCallback, useState } from 'react'
import { itemsOf, type Rubric } from '#core/rubric.ts'
import type { Problem } from '#core/problem.ts'
import { useMessages } from '#messages/messages.ts'
import { languageName } from '#messages/telling.ts'
import { problemText } from '#messages/problemText.ts'
import type { PdfFile } from '#paper/pdfFile.ts'
import { localePaper } from '#platform/localePaper.ts'
import type { SaveOutcome } from '#platform/saveFile.ts'
import { translationsOf } from '#rubrics/translations.ts'
import { byFamily } from '#rubrics/families.ts'
import { loadEntry, useRubricLibrary } from '#storage/library.ts'
import { useTranslated } from '#storage/useTranslated.ts'
import { useReadable, useStorage } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { MakingResult } from '#ui/MakingResult.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Select } from '#ui/Select.tsx'
import { useFileMaking } from '#ui/useFileMaking.ts'
import { useLoaded } from '#ui/useLoaded.ts'
import { CueCard } from './CueCard.tsx'
import { makeBlank, savePdf } from './makeBlank.ts'
import styles from './print.module.css'
import { PrintChoices, type BlankChoices } from './PrintChoices.tsx'
import { PagePreview } from './PagePreview.tsx'

/** The rubric that stands here first: the one that people know from paper. */
const FIRST_RUBRIC = 'hub-network-organization'

/** Blank rubrics for pens: from Home in two taps, without a reflection. */
export function PrintPage() {
  const words = useMessages().print
  const storage = useStorage()
  const [key, setKey] = useState(FIRST_RUBRIC)
  const load = useCallback((wanted: string) => loadEntry(storage, wanted), [storage])
  const loaded = useLoaded(key, load)
  return (
    <div className={styles['print']}>
      <Page title={words.title} lead={words.lead} width="grid">
        <RubricSelect chosen={key} onChoose={setKey} />
        {!loaded && <p role="status">{words.opening}</p>}
        {loaded && !loaded.ok && <Failure problem={loaded.problem} />}
        <LanguageSelect rubricId={key} />
        {loaded?.ok && <Blank key={key} rubric={loaded.value.rubric} />}
        <CueCard />
      </Page>
    </div>
  )
}

function RubricSelect({ chosen, onChoose }: { chosen: string; onChoose: (key: string) => void }) {
  const words = useMessages().print
  const library = useRubricLibrary()
  return (
    <Select
      label={words.rubric}
      width="full"
      value={chosen}
      onChange={(event) => onChoose(event.target.value)}
    >
      {byFamily(library).map(({ family, entries }) => (
        <optgroup key={family} label={words.families[family]}>
          {entries.map((entry) => (
            <option key={entry.key} value={entry.key} lang={entry.lang}>
              {entry.title}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  )
}

/** In which language it is printed, where it is translated: the same setting as for the screen. */
function LanguageSelect({ rubricId }: { rubricId: string }) {
  const words = useMessages().print
  const { settings } = useStorage()
  const { rubricLang = '' } = useReadable(settings)
  const languages = translationsOf(rubricId)
  if (languages.length === 0) return null
  return (
    <Select
      label={words.language}
      value={languages.includes(rubricLang) ? rubricLang : ''}
      onChange={({ target: { value } }) => settings.set({ rubricLang: value || undefined })}
    >
      <option value="">{words.original}</option>
      {languages.map((lang) => (
        <option key={lang} value={lang} lang={lang}>
          {languageName(lang)}
        </option>
      ))}
    </Select>
  )
}

function Blank({ rubric: original }: { rubric: Rubric }) {
  const rubric = useTranslated(original, 'paper')
  const messages = useMessages()
  const words = messages.print
  const { settings } = useStorage()
  const paper = useReadable(settings).paper ?? localePaper()
  const [own, setOwn] = useState<Omit<BlankChoices, 'paper'>>({
    sections: rubric.sections.map(({ id }) => id),
    boxes: 'usual',
    strategyLines: false,
  })
  const { making, make, handOver, reset } = useFileMaking<PdfFile, SaveOutcome, Problem>(savePdf)
  const choices: BlankChoices = { ...own, paper }
  const choose = (patch: Partial<BlankChoices>) => {
    const { paper: nextPaper, ...rest } = patch
    if (nextPaper) settings.set({ paper: nextPaper })
    setOwn({ ...own, ...rest })
    reset()
  }
  const chosen = itemsOf(rubric).filter(({ section }) => own.sections.includes(section.id))
  const isNone = own.sections.length === 0
  return (
    <>
      <div className={styles['columns']}>
        <PrintChoices rubric={rubric} choices={choices} choose={choose} />
        <PagePreview rubric={rubric} choices={choices} />
      </div>
      <div className={styles['bar']}>
        <MakingResult
          making={making}
          words={{
            ...words,
            made: (saved) => words.made[saved],
            save: (saved) => (saved === 'cancelled' ? words.saveNow : words.saveAgain),
          }}
          failure={(problem) => problemText(problem, messages)}
          onSave={(file) => void handOver(file)}
        />
        <Button
          look="main"
          icon="print"
          disabled={isNone || making.kind === 'making'}
          onClick={() => void make(() => makeBlank({ rubric, choices, words: messages }))}
        >
          {making.kind === 'making' ? words.making : words.make}
        </Button>
        <p className={styles['sum']}>
          {isNone
            ? words.sectionsMissing
            : words.holds(own.sections.length, chosen.length, rubric.itemNoun)}
        </p>
      </div>
    </>
  )
}

function Failure({ problem }: { problem: Problem }) {
  const text = problemText(problem, useMessages())
  return (
    <Notice tone="warn" icon="alert" title={text.title} live="alert">
      <p>{text.sentence}</p>
      <p>{text.nextStep}</p>
    </Notice>
  )
}
