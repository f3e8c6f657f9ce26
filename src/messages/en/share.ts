/** Words of Share: talk first, strengths, growth edges, challenges and solutions. */
export const share = {
  title: 'Share',
}
