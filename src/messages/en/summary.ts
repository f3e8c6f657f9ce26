/** Words of summary. */
export const summary = {}
