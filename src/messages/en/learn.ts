/** Words of Learn: what the session is about, before anyone rates. */
export const learn = {
  title: 'Learn',
}
