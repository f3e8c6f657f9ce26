/** Words of setup. */
export const setup = {}
