/** Words of print. */
export const print = {}
