import { useMemo, useState } from 'react'
import { withoutPrivate } from '#core/privacy.ts'
import { fieldEdits, type NextStep, type Reflection } from '#core/reflection.ts'
import { useMessages } from '#messages/messages.ts'
import { Part } from '#parts/Part.tsx'
import { useSitting } from '#parts/useSitting.ts'
import { newId } from '#platform/ids.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { Button, ButtonLink } from '#ui/Button.tsx'
import { Page } from '#ui/Page.tsx'
import { isDay } from './byWhen.ts'
import { CarriedSteps } from './CarriedSteps.tsx'
import { Feedback } from './Feedback.tsx'
import { OwnSteps } from './OwnSteps.tsx'
import styles from './plan.module.css'
import { nextOrder, splitSteps } from './stepOrder.ts'
import { openIdeas, stepOfLine } from './strategyLines.ts'

/** What happens next, who does it and by when; what was open comes first. */
export function PlanPage({ store }: { store: ReflectionStore }) {
  const words = useMessages().plan
  const reflection = useShared(store)
  const voice = words.voices[reflection.mode]
  const [openId, setOpenId] = useState<string>()
  const [hadCarried, setHadCarried] = useState(false)
  const { carried, own } = splitSteps(reflection.nextSteps)
  // The part stays while the last of it can still be brought back.
  if (carried.length > 0 && !hadCarried) setHadCarried(true)
  const list = { store, reflection, openId, onOpen: setOpenId }
  const isNew = openId !== undefined && !reflection.nextSteps.some(({ id }) => id === openId)
  const makeStep = (line: string) => {
    const id = newId()
    const order = nextOrder(reflection.nextSteps)
    store.apply(fieldEdits('nextStep', id, { ...stepOfLine(line), order }))
    setOpenId(id)
  }
  return (
    <div className={styles['plan']}>
      <Page title={words.title} lead={voice.lead}>
        {hadCarried && (
          <Part title={words.carried} lead={words.carriedLead}>
            <CarriedSteps {...list} steps={carried} />
          </Part>
        )}
        <Part title={words.steps}>
          <Ideas reflection={reflection} onMake={makeStep} />
          {own.length === 0 && !isNew && <p className={styles['empty']}>{voice.empty}</p>}
          <OwnSteps {...list} steps={own} />
          {!isNew && (
            <div className={styles['addBar']}>
              <Button
                look={own.length === 0 ? 'main' : 'plain'}
                icon="plus"
                onClick={() => setOpenId(newId())}
              >
                {own.length === 0 ? words.add : words.addAnother}
              </Button>
            </div>
          )}
        </Part>
        <LookAgain steps={reflection.nextSteps} />
        <Feedback store={store} />
        <div className={styles['closing']}>
          <p>{voice.closing}</p>
          <ButtonLink icon="paper" href={`#/r/${store.id}/summary`}>
            {words.toSummary}
          </ButtonLink>
        </div>
      </Page>
    </div>
  )
}

/** The reflection as everyone may see it. */
function useShared(store: ReflectionStore): Reflection {
  const sitting = useSitting(store)
  return useMemo(() => withoutPrivate(sitting).reflection, [sitting])
}

/** What was borrowed and is no next step yet. */
function Ideas({ reflection, onMake }: { reflection: Reflection; onMake: (line: string) => void }) {
  const words = useMessages().plan
  const ideas = openIdeas(reflection)
  if (ideas.length === 0) return null
  return (
    <section className={styles['ideas']} aria-label={words.voices[reflection.mode].ideas}>
      <h3 className={styles['ideasTitle']}>{words.voices[reflection.mode].ideas}</h3>
      <p className={styles['aside']}>{words.ideasLead}</p>
      <ul className={styles['ideaList']}>
        {ideas.map((line) => (
          <li key={line} className={styles['idea']}>
            <span className={styles['text']} dir="auto">
              {line}
            </span>
            <Button icon="plus" aria-label={words.makeStepOf(line)} onClick={() => onMake(line)}>
              {words.makeStep}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** When to look at what: dates in their order, then what was said in words. */
function LookAgain({ steps }: { steps: readonly NextStep[] }) {
  const { plan: words, common } = useMessages()
  const open = steps.filter(({ by, done, what }) => by !== '' && what !== '' && !done)
  if (open.length === 0) return null
  const dated = open.filter(({ by }) => isDay(by)).toSorted((a, b) => (a.by < b.by ? -1 : 1))
  const said = open.filter(({ by }) => !isDay(by))
  return (
    <Part title={words.look} lead={words.lookLead}>
      <ul className={styles['dates']}>
        {[...dated, ...said].map(({ id, by, what }) => (
          <li key={id} className={styles['date']}>
            <span className={styles['day']} data-words={!isDay(by)} dir="auto">
              {common.day(by)}
            </span>
            <span className={styles['text']} dir="auto">
              {what}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  )
}
