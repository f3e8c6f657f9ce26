import { roundMinutes } from '#core/minutes.ts'
import { useMessages } from '#messages/messages.ts'
import { byFamily } from '#rubrics/families.ts'
import { useRubricLibrary, type LibraryEntry } from '#storage/library.ts'
import { Choice, ChoiceGroup } from '#ui/Choice.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import type { RubricChoices } from './rubrics.ts'
import styles from './setup.module.css'

interface Props {
  of: RubricChoices
  open: boolean
  onClose: () => void
}

/** All rubrics there are, by family: the page itself shows only those that were chosen. */
export function RubricDialog({ of, open, onClose }: Props) {
  const { setup: words, common } = useMessages()
  const library = useRubricLibrary()
  const refused = of.choices.find(({ fault, way }) => fault !== undefined && way === undefined)
  return (
    <Dialog open={open} title={words.chooseRubrics} close={common.done} onClose={onClose}>
      <p className={styles['counts']}>{words.chooseRubricsHint}</p>
      {byFamily(library).map(({ family, entries }) => (
        <ChoiceGroup key={family} legend={words.families[family]}>
          {entries.map((entry) => (
            <Choice
              key={entry.key}
              kind="checkbox"
              label={<span lang={entry.lang}>{entry.title}</span>}
              hint={
                refused?.key === entry.id ? (
                  <span role="alert">{words.lastRubric}</span>
                ) : (
                  <EntryFacts of={entry} />
                )
              }
              checked={of.isChosen(entry)}
              onChange={(event) => of.toggle(entry, event.target.checked)}
            />
          ))}
        </ChoiceGroup>
      ))}
    </Dialog>
  )
}

/** "4 sections · 50 methods · about 45 minutes · Community draft" */
function EntryFacts({ of: { counts, itemNoun, minutes, status } }: { of: LibraryEntry }) {
  const words = useMessages().setup
  return words.facts([
    words.sections(counts.sections),
    words.items(counts.items, itemNoun),
    words.aboutMinutes(roundMinutes(minutes.once), roundMinutes(minutes.eachSite)),
    words.origins[status],
  ])
}
