declare const __APP_VERSION__: string

/** The version of this build, as the service worker, the files and the footers say it. */
export const APP_VERSION: string = typeof __APP_VERSION__ === 'string' ? __APP_VERSION__ : '0.0.0'

declare const __APP_BUILT__: number

/** When this build's code was written, in milliseconds since 1970 UTC; 0 if the build did not know. */
export const APP_BUILT: number = typeof __APP_BUILT__ === 'number' ? __APP_BUILT__ : 0
