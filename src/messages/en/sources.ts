/** Words of the page on where the words come from. */
export const sources = {
  title: 'Sources',
}
