/** Words of the projector view. */
export const projector = {
  title: 'Projector view',
}
