/** Keeps a mark on the line of the last word before it. */
export const NO_BREAK = '\u00A0'
