import { createContext, useContext, type ReactNode } from 'react'
import { Hidden } from './Hidden.tsx'
import styles from './Told.module.css'

/** How the texts inside are told: in which language, and which of them are in another. */
export interface Telling {
  /** BCP 47. */
  readonly lang: string
  /** Texts that are in `from` instead, because nobody has translated them. */
  readonly missing: ReadonlySet<string>
  /** BCP 47. */
  readonly from: string
  /** The mark of a text in `from`, for example "EN", and what it says aloud. */
  readonly mark: { readonly short: string; readonly long: string }
}

const TellingContext = createContext<Telling | undefined>(undefined)

/** Gives the language of the texts to everything inside. */
export function TellingProvider({
  telling,
  children,
}: {
  telling: Telling | undefined
  children: ReactNode
}) {
  return <TellingContext value={telling}>{children}</TellingContext>
}

/** The language of a text, if it is another than that of the page, and its mark where it has one. */
export function useTold(text: string): {
  lang: string | undefined
  mark: Telling['mark'] | undefined
} {
  const telling = useContext(TellingContext)
  const isMissing = telling?.missing.has(text) ?? false
  return {
    lang: isMissing ? telling?.from : telling?.lang,
    mark: isMissing ? telling?.mark : undefined,
  }
}

/** The mark of a text that nobody has translated. */
export function ToldMark({ mark }: { mark: Telling['mark'] }) {
  return (
    <>
      <span className={styles['mark']} aria-hidden="true">
        {mark.short}
      </span>
      <Hidden>{mark.long}</Hidden>
    </>
  )
}

/** A text of a rubric, in its language; marked where that is not the one it is told in. */
export function Told({ text }: { text: string }) {
  const { lang, mark } = useTold(text)
  if (lang === undefined) return text
  return (
    <>
      <span lang={lang} dir="auto">
        {text}
      </span>
      {mark && <> </>}
      {mark && <ToldMark mark={mark} />}
    </>
  )
}
