/** Words of about. */
export const about = {}
