/** Words of home. */
export const home = {}
