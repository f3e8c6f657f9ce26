/** Words of paper. */
export const paper = {}
