import type { Problem } from '#core/problem.ts'
import { useStartMessages } from '#messages/messages.ts'
import { problemText } from '#messages/problemText.ts'
import { Notice } from '#ui/Notice.tsx'

/** What went wrong and what to do. */
export function ProblemNotice({ problem }: { problem: Problem }) {
  const text = problemText(problem, useStartMessages())
  return (
    <Notice tone="warn" icon="alert" live="alert" title={text.title}>
      <p>{text.sentence}</p>
      <p>{text.nextStep}</p>
    </Notice>
  )
}
