/** Words of pwa. */
export const pwa = {}
