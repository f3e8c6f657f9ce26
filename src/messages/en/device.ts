/** Words of device. */
export const device = {}
