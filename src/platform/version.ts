declare const __APP_VERSION__: string

/** The version of this build, as the service worker, the files and the footers say it. */
export const APP_VERSION: string = typeof __APP_VERSION__ === 'string' ? __APP_VERSION__ : '0.0.0'
