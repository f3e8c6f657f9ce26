/** Words of app. */
export const app = {}
