/** Words of reflect. */
export const reflect = {}
