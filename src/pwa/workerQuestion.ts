/** What a page may ask its service worker. The last two are answered with a list of addresses. */
export type WorkerQuestion =
  | { readonly type: 'SKIP_WAITING' }
  | { readonly type: 'MISSING_FILES' }
  | { readonly type: 'FETCH_MISSING' }
