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

/** A text of a rubric, in its language; marked where that is not the one it is told in. */
export function Told({ text }: { text: string }) {
  const telling = useContext(TellingContext)
  if (!telling) return text
  if (!telling.missing.has(text)) return <span lang={telling.lang}>{text}</span>
  return (
    <>
      <span lang={telling.from}>{text}</span>{' '}
      <span className={styles['mark']} aria-hidden="true">
        {telling.mark.short}
      </span>
      <Hidden>{telling.mark.long}</Hidden>
    </>
  )
}
