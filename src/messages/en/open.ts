/** Words of open. */
export const open = {}
