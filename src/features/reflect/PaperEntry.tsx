import {
  useCallback,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type RefObject,
} from 'react'
import { chipLook } from '#core/people.ts'
import type { Participant, Reflection } from '#core/reflection.ts'
import type { Rubric, Section } from '#core/rubric.ts'
import { AllMessages } from '#messages/AllMessages.tsx'
import { useMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { unplacedTexts } from '#storage/unplacedTexts.ts'
import { useStore } from '#storage/useStorage.ts'
import { useTranslatedAll } from '#storage/useTranslated.ts'
import { Button } from '#ui/Button.tsx'
import { Hidden } from '#ui/Hidden.tsx'
import { Notice } from '#ui/Notice.tsx'
import { PersonChip } from '#ui/PersonChip.tsx'
import { Told } from '#ui/Told.tsx'
import { useTitleFocus } from '#ui/useTitleFocus.ts'
import styles from './paperEntry.module.css'
import { PaperRows } from './PaperRows.tsx'
import { countOthers, paperTables, type PaperBox, type PaperRow } from './paperTables.ts'
import { RubricSwitcher } from './RubricSwitcher.tsx'
import { SectionFoot } from './SectionFoot.tsx'
import { SectionTabs } from './SectionTabs.tsx'
import { answeredCounts, sectionItems } from './turn.ts'
import { UndoButton } from './UndoButton.tsx'
import { placeLoose } from './usePaperRow.ts'

interface Props {
  store: ReflectionStore
  reflection: Reflection
  rubric: Rubric
  /** Those in scope. */
  sections: readonly Section[]
  section: Section
  /** Goes to the sheet where each person answers by themselves. */
  onRows?: (() => void) | undefined
}

/** A printed section as a grid of fields: whose initials stand in which box. */
export function PaperEntry(props: Props) {
  return (
    <AllMessages>
      <PaperPage {...props} />
    </AllMessages>
  )
}

function PaperPage({ store, reflection, rubric, sections, section, onRows }: Props) {
  const words = useMessages()
  const labelId = useId()
  const stored = useTranslatedAll(useStore(store, (from) => from.rubrics()))
  const rubrics = useMemo(() => stored.map((one) => one.rubric), [stored])
  const { sites } = reflection
  const tables = useMemo(() => paperTables(rubric, section, sites), [rubric, section, sites])
  const [said, setSaid] = useState('')
  const say = words.paperEntry.moved
  const onMoved = useCallback(
    (person: Participant, { item }: PaperRow, box: PaperBox) =>
      setSaid(say(person.initials, item.number, box.label)),
    [say],
  )
  const loose = unplacedTexts('paper', store.id)
  const people = reflection.participants
  useEffect(() => {
    for (const { boxes, groups } of tables) {
      const rows = groups.flatMap((group) => group.rows)
      placeLoose({ store, rubricId: rubric.id, boxes, people, loose, onMoved }, rows)
    }
  }, [store, rubric.id, tables, people, loose, onMoved])
  return (
    <div className={styles['page']} data-paper>
      <RubricSwitcher {...{ store, reflection, rubrics, rubric }} />
      <SectionTabs {...{ store, rubric, sections, section }} />
      <PeopleBar {...{ store, reflection, rubric, section, said }} />
      <PaperHead {...{ rubric, section, labelId, onRows }} hasRows={tables.length > 0} />
      <Others {...{ rubric, section, onRows }} isUnsited={isUnsited(section, reflection)} />
      {tables.map((table) => (
        <PaperRows
          key={`${section.id}/${table.groups[0]?.rows[0]?.item.id ?? ''}`}
          of={table}
          label={labelId}
          rubricId={rubric.id}
          {...{ store, reflection, loose, onMoved }}
        />
      ))}
      <SectionFoot {...{ store, reflection, rubrics, rubric, sections, section }} />
    </div>
  )
}

function isUnsited({ skills }: Section, { sites }: Reflection): boolean {
  return sites.length === 0 && skills.some(({ eachSite }) => eachSite)
}

function PaperHead({
  rubric,
  section,
  labelId,
  hasRows,
  onRows,
}: Pick<Props, 'rubric' | 'section' | 'onRows'> & { labelId: string; hasRows: boolean }) {
  const words = useMessages().paperEntry
  const title = useTitleFocus(`${rubric.id}/${section.id}`)
  return (
    <header className={styles['head']}>
      <h1 className={styles['title']} id={labelId} tabIndex={-1} ref={title}>
        <Told text={section.name.text} />
      </h1>
      {hasRows && (
        <>
          <p className={styles['how']}>{words.how}</p>
          <dl className={styles['keys']} aria-label={words.keysLabel}>
            {words.keys.map(([key, what]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {onRows && countOthers(section) === 0 && (
        <div className={styles['aids']}>
          <Button look="quiet" icon="pencil" onClick={onRows}>
            {words.toRows}
          </Button>
          <p>{words.toRowsHint}</p>
        </div>
      )}
    </header>
  )
}

/** What of the section is not a box for initials, and where it is entered. */
function Others({
  rubric,
  section,
  isUnsited: lacksSites,
  onRows,
}: Pick<Props, 'rubric' | 'section' | 'onRows'> & { isUnsited: boolean }) {
  const words = useMessages().paperEntry
  const count = countOthers(section)
  if (count === 0 && !lacksSites) return null
  return (
    <Notice icon="pencil" actions={onRows && <Button onClick={onRows}>{words.toRows}</Button>}>
      {count > 0 && <p>{words.others(count, rubric.itemNoun)}</p>}
      {lacksSites && <p>{words.noSites}</p>}
    </Notice>
  )
}

/** How far each person's sheet is, and the way back. */
function PeopleBar({
  store,
  reflection,
  rubric,
  section,
  said,
}: Pick<Props, 'store' | 'reflection' | 'rubric' | 'section'> & { said: string }) {
  const words = useMessages().paperEntry
  // The mark paints first; the count beside it may come a moment later.
  const responses = useDeferredValue(useStore(store, (from) => from.responses()))
  const { done, total } = useMemo(() => {
    // `responses` is the trigger: the store's own per-item reads are stable in between.
    const responsesOf = responses && store.responsesOf
    const items = sectionItems({ reflection, rubric, section, responsesOf })
    const rated = items.filter(({ item }) => item.kind === 'rating')
    return { done: answeredCounts(rated, reflection.participants), total: rated.length }
  }, [responses, reflection, rubric, section, store])
  const bar = useRef<HTMLDivElement>(null)
  useBarHeight(bar)
  return (
    <div className={styles['bar']} ref={bar}>
      <ul className={styles['people']} aria-label={words.progress}>
        {reflection.participants.map(({ id, initials, name }, seat) => (
          <li key={id} title={name} data-done={total > 0 && done.get(id) === total}>
            <PersonChip initials={initials} look={chipLook(seat)} />
            <span aria-hidden="true">{words.marked(done.get(id) ?? 0, total)}</span>
            <Hidden>{words.markedLong(initials, done.get(id) ?? 0, total)}</Hidden>
          </li>
        ))}
      </ul>
      <output className={styles['said']}>{said}</output>
      <UndoButton {...{ store, reflection, rubric }} onUndone={() => undefined} />
    </div>
  )
}

/** Tells the page how tall the bar is, so that the heads of the boxes stick right below it. */
function useBarHeight(bar: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const element = bar.current
    const page = element?.parentElement
    if (!element || !page) return
    const observer = new ResizeObserver(() =>
      page.style.setProperty('--bar', `${element.offsetHeight}px`),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [bar])
}
