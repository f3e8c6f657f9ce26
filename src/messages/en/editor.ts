/** Words of the rubric editor. */
export const editor = {
  title: 'Write a rubric',
}
