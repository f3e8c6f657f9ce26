/** Words of Plan: next steps and a few questions about the tool. */
export const plan = {
  title: 'Plan',
}
