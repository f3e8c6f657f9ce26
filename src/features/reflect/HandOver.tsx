import { useMemo, useState } from 'react'
import { isAnswered } from '#core/itemReport.ts'
import { chipLook } from '#core/people.ts'
import type { Participant, Reflection } from '#core/reflection.ts'
import { isTogether, type Rubric, type Section } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Icon } from '#ui/Icon.tsx'
import { PersonChip } from '#ui/PersonChip.tsx'
import { Told } from '#ui/Told.tsx'
import { useTitleFocus } from '#ui/useTitleFocus.ts'
import { reflectHref } from './address.ts'
import styles from './handOver.module.css'
import { answeredCounts, sectionItems } from './turn.ts'
import type { Turn } from './useTurn.ts'
import { useSettling } from './useSettling.ts'

interface Props {
  store: ReflectionStore
  reflection: Reflection
  rubric: Rubric
  turn: Turn
}

/** What stands between two people's turns: who is done, never what anybody said. */
export function HandOver({ store, reflection, rubric, turn }: Props) {
  return turn.stage === 'cover' && turn.person ? (
    <Cover {...{ store, reflection, rubric, turn }} person={turn.person} />
  ) : (
    <Between {...{ store, reflection, rubric, turn }} />
  )
}

function Between({ store, reflection, rubric, turn }: Props) {
  const words = useMessages().handOver
  const title = useTitleFocus('between')
  const isSettling = useSettling('between')
  const { done, people, items } = useDone({ store, reflection, rubric, sections: turn.hidden })
  const all = reflection.participants
  return (
    <section className={styles['card']} data-settling={isSettling}>
      <header className={styles['head']}>
        <h1 className={styles['title']} tabIndex={-1} ref={title}>
          {words.title}
        </h1>
        <p className={styles['lead']}>{words.lead}</p>
        <p className={styles['scope']}>
          {turn.hidden.map((section, index) => (
            <span key={section.id}>
              {index > 0 && ' · '}
              <Told text={section.name.text} />
            </span>
          ))}
        </p>
      </header>
      <ul className={styles['people']}>
        {all.map((person, seat) => (
          <li key={person.id}>
            <button type="button" className={styles['person']} onClick={() => turn.take(person.id)}>
              <span className={styles['chip']}>
                <PersonChip initials={person.initials} look={chipLook(seat)} />
              </span>
              {person.name !== '' && person.name !== person.initials && (
                <bdi className={styles['name']}>{person.name}</bdi>
              )}
              <span className={styles['state']} data-done={done.has(person)}>
                {done.has(person) && <Icon name="check" size={18} />}
                {done.has(person) ? words.isDone : words.notYet}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Reveal
        {...{ done: done.size, all: all.length }}
        onReveal={() => turn.reveal(words.told(people, items, rubric.itemNoun))}
      />
    </section>
  )
}

/** The one way to see everyone's marks; it asks first while somebody is not done. */
function Reveal({ done, all, onReveal }: { done: number; all: number; onReveal: () => void }) {
  const { handOver: words, common } = useMessages()
  const [asks, setAsks] = useState(false)
  const isDone = done === all
  return (
    <footer className={styles['foot']}>
      <p className={styles['count']}>{isDone ? words.allDone : words.doneOf(done, all)}</p>
      <Button
        look={isDone ? 'main' : 'plain'}
        icon="people"
        onClick={() => (isDone ? onReveal() : setAsks(true))}
      >
        {words.reveal}
      </Button>
      <Dialog
        open={asks}
        title={words.askTitle}
        close={words.wait}
        onClose={() => setAsks(false)}
        actions={
          <Button look="main" onClick={onReveal}>
            {words.revealNow}
          </Button>
        }
      >
        <p>{words.ask(all - done, common.people(all))}</p>
        <p>{words.forGood}</p>
      </Dialog>
    </footer>
  )
}

/** Who has marked everything that is private, and how much there will be to see. */
function useDone({
  store,
  reflection,
  rubric,
  sections,
}: Omit<Props, 'turn'> & { sections: readonly Section[] }) {
  const responses = useStore(store, (from) => from.responses())
  return useMemo(() => {
    // `responses` is the trigger: the store's own per-item reads are stable in between.
    const responsesOf = responses && store.responsesOf
    const items = sections
      .flatMap((section) => sectionItems({ reflection, rubric, section, responsesOf }))
      .filter(({ item }) => !isTogether(item))
    const counts = [...answeredCounts(items, reflection.participants)]
    const isDone = (count: number) => count > 0 && count === items.length
    return {
      done: new Set(
        reflection.participants.filter(({ id }) =>
          counts.some(([person, count]) => person === id && isDone(count)),
        ),
      ),
      people: counts.filter(([, count]) => count > 0).length,
      items: items.filter(isAnswered).length,
    }
  }, [responses, reflection, rubric, sections, store])
}

/** Nothing but whose turn it is: what lies behind it is theirs to open. */
function Cover(props: Props & { person: Participant }) {
  const { reflection, person, turn } = props
  const words = useMessages().handOver
  const title = useTitleFocus(`cover/${person.id}`)
  const isSettling = useSettling(person.id)
  return (
    <section className={styles['cover']} data-settling={isSettling}>
      <span className={styles['bigChip']} aria-hidden="true">
        <PersonChip
          initials={person.initials}
          look={chipLook(reflection.participants.indexOf(person))}
        />
      </span>
      <h1 className={styles['title']} tabIndex={-1} ref={title}>
        {words.yourTurn(person.initials)}
      </h1>
      <p className={styles['lead']}>{words.nobodyElse}</p>
      <div className={styles['coverActions']}>
        <Button
          look="main"
          icon="forward"
          onClick={() => {
            turn.begin()
            goToOpen(props)
          }}
        >
          {words.begin}
        </Button>
        <Button look="quiet" icon="back" onClick={turn.pass}>
          {words.notMe}
        </Button>
      </div>
    </section>
  )
}

/** Begins where this person has something left to mark, and not where the last one stopped. */
function goToOpen({ store, reflection, rubric, turn, person }: Props & { person: Participant }) {
  const { responsesOf } = store
  const open = turn.hidden.find((section) =>
    sectionItems({ reflection, rubric, section, responsesOf }).some(
      ({ item, answering }) => !isTogether(item) && !answering.includes(person),
    ),
  )
  const start = open ?? turn.hidden[0]
  // Replaced: "back" leads out of the turn, and not through where others have been.
  if (start) location.replace(reflectHref(store.id, rubric, start))
}
