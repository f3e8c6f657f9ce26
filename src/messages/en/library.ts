/** Words of the library of rubrics. */
export const library = {
  title: 'Rubrics',
}
