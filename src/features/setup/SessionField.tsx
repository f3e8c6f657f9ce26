import { useId, useState } from 'react'
import type { WayToRate } from '#core/reflection.ts'
import { SESSION_PLANS, sessionPlan, TIMED_STEPS, type SessionPlan } from '#core/sessionPlan.ts'
import { useMessages } from '#messages/messages.ts'
import { Button } from '#ui/Button.tsx'
import { Choice, ChoiceGroup } from '#ui/Choice.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Select } from '#ui/Select.tsx'
import styles from './setup.module.css'

/** How the team rates and how long it sits: chosen in a form, or in a reflection under way. */
export interface SessionChoices {
  readonly way: WayToRate
  /** Id of the plan, or empty. */
  readonly plan: string
  /** True if that way would show to all what people marked in private. */
  showsMarks(way: WayToRate): boolean
  onWay(way: WayToRate): void
  onPlan(plan: string): void
}

const OFFERED: readonly WayToRate[] = ['private', 'open', 'paper']

/** How marks are given in this sitting, and the minutes of each step. */
export function SessionField({ of, isUnderWay }: { of: SessionChoices; isUnderWay: boolean }) {
  const words = useMessages().setup
  const headingId = useId()
  return (
    <section className={styles['part']} aria-labelledby={headingId}>
      <h2 className={styles['heading']} id={headingId}>
        {words.session}
      </h2>
      <WayField of={of} isUnderWay={isUnderWay} />
      <PlanField of={of} />
    </section>
  )
}

function WayField({ of, isUnderWay }: { of: SessionChoices; isUnderWay: boolean }) {
  const { setup: words, common } = useMessages()
  const name = useId()
  const [asked, setAsked] = useState<WayToRate>()
  // A way that is no longer offered stays chosen where an earlier version chose it.
  const ways = OFFERED.includes(of.way) ? OFFERED : [...OFFERED, of.way]
  return (
    <>
      <ChoiceGroup legend={words.rate} hint={isUnderWay ? words.rateLater : undefined}>
        {ways.map((way) => (
          <Choice
            key={way}
            kind="radio"
            name={name}
            value={way}
            label={words.rateWays[way].label}
            hint={words.rateWays[way].hint}
            checked={way === of.way}
            onChange={() => (of.showsMarks(way) ? setAsked(way) : of.onWay(way))}
          />
        ))}
      </ChoiceGroup>
      <Dialog
        open={asked !== undefined}
        title={words.showTitle}
        close={common.back}
        onClose={() => setAsked(undefined)}
        actions={
          <Button
            look="main"
            onClick={() => {
              if (asked) of.onWay(asked)
              setAsked(undefined)
            }}
          >
            {words.showMarks}
          </Button>
        }
      >
        <p>{words.showLead}</p>
      </Dialog>
    </>
  )
}

function PlanField({ of }: { of: SessionChoices }) {
  const words = useMessages().setup
  const plan = sessionPlan(of.plan)
  return (
    <div className={styles['plan']}>
      <Select
        label={words.planLength}
        hint={words.planHint}
        value={plan?.id ?? ''}
        onChange={(event) => of.onPlan(event.target.value)}
      >
        <option value="">{words.planNone}</option>
        {SESSION_PLANS.map(({ id, minutes }) => (
          <option key={id} value={id}>
            {words.planNames[id](minutes)}
          </option>
        ))}
      </Select>
      {plan && <Steps plan={plan} />}
    </div>
  )
}

/** The minutes of each step; a step that gets none is left out. */
function Steps({ plan: { steps } }: { plan: SessionPlan }) {
  const { app, setup: words } = useMessages()
  return (
    <dl className={styles['steps']} aria-label={words.planSteps}>
      {TIMED_STEPS.filter((step) => steps[step] > 0).map((step) => (
        <div key={step}>
          <dt>{app[step]}</dt>
          <dd>{words.planMinutes(steps[step])}</dd>
        </div>
      ))}
    </dl>
  )
}
