import type { Reflection } from '#core/reflection.ts'
import type { Rubric, Section } from '#core/rubric.ts'
import { useStartMessages, type StartMessages } from '#messages/messages.ts'
import { Button } from '#ui/Button.tsx'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import { Told } from '#ui/Told.tsx'
import { useTitleFocus } from '#ui/useTitleFocus.ts'
import { About } from './About.tsx'
import { LevelHeads } from './LevelHeads.tsx'
import { headsOf } from './headsOf.ts'
import { NO_BREAK } from './noBreak.ts'
import styles from './reflect.module.css'
import { natureOf } from './turn.ts'

interface Props {
  reflection: Reflection
  rubric: Rubric
  sections: readonly Section[]
  section: Section
  /** What was said when the marks were just shown. */
  told: string | undefined
  onHelp: () => void
}

/** Title of the section, how to answer, and the heads of the boxes where they form columns. */
export function SectionHead({ reflection, rubric, sections, section, told, onHelp }: Props) {
  const { reflect: words, common } = useStartMessages()
  const place = sections.findIndex(({ id }) => id === section.id) + 1
  const title = useTitleFocus(`${rubric.id}/${section.id}`)
  const about = [...(place === 1 ? (rubric.about ?? []) : []), ...(section.about ?? [])]
  return (
    <>
      <header className={styles['head']}>
        {sections.length > 1 && (
          <p className={styles['overline']}>{words.sectionOf(place, sections.length)}</p>
        )}
        <h1 className={styles['title']} tabIndex={-1} ref={title}>
          <Told text={section.name.text} />
        </h1>
        {told !== undefined && <p className={styles['told']}>{told}</p>}
        <About paragraphs={about} />
        {natureOf(section).hasRating && (
          <p className={styles['how']}>{howTo(words, reflection, rubric)}</p>
        )}
        <div className={styles['aids']}>
          {section.challenges.length > 0 && (
            <details className={styles['challenges']}>
              <summary>{words.challenges}</summary>
              <ul>
                {section.challenges.map((challenge) => (
                  <li key={challenge.id}>
                    <Told text={challenge.text} />
                    {NO_BREAK}
                    <ProvenanceMark
                      provenance={challenge.provenance}
                      label={common.provenance[challenge.provenance]}
                      quiet
                    />
                  </li>
                ))}
              </ul>
            </details>
          )}
          <span className={styles['forKeys']}>
            <Button look="quiet" icon="keyboard" onClick={onHelp}>
              {words.shortcuts}
            </Button>
          </span>
        </div>
      </header>
      <LevelHeads levels={headsOf(rubric, section.skills).common} />
    </>
  )
}

/** The hub rubrics ask about a team at this moment; others have boxes for statements of all sorts. */
function howTo(
  words: StartMessages['reflect'],
  { mode }: Reflection,
  { family = 'hub-leadership' }: Rubric,
): string {
  const isHub = family === 'hub-leadership'
  if (mode === 'team') return isHub ? words.how : words.howOther
  return isHub ? words.howAlone : words.howOtherAlone
}
