/** Words of the check before a workshop. */
export const ready = {
  title: 'Ready for the room',
}
