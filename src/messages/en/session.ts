/** Words of the session: its clock and the facilitator's notes. */
export const session = {
  title: 'Session',
}
