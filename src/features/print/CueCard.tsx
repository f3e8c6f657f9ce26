import { useState } from 'react'
import { SESSION_PLANS, sessionPlan } from '#core/sessionPlan.ts'
import { useMessages } from '#messages/messages.ts'
import { CueCardButton } from '#parts/CueCardButton.tsx'
import { PageSection } from '#ui/Page.tsx'
import { Select } from '#ui/Select.tsx'
import styles from './print.module.css'

/** The session that is most like the workshop the rubric comes from. */
const USUAL = 'minutes90'

/** The facilitator's card, for a session of a length to choose; needs no reflection. */
export function CueCard() {
  const { print: words, session } = useMessages()
  const [planId, setPlanId] = useState<string>(USUAL)
  const plan = sessionPlan(planId)
  return (
    <PageSection title={words.cueTitle}>
      <p>{words.cueLead}</p>
      <div className={styles['cue']}>
        <Select
          label={words.cueLength}
          value={planId}
          onChange={(event) => setPlanId(event.target.value)}
        >
          {SESSION_PLANS.map(({ id }) => (
            <option key={id} value={id}>
              {session.plans[id]}
            </option>
          ))}
        </Select>
        {plan && <CueCardButton key={planId} plan={plan} />}
      </div>
    </PageSection>
  )
}
