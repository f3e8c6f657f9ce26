/** Words of problems. */
export const problems = {}
