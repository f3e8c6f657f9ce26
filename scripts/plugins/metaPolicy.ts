import type { Plugin } from 'vite'
import { META_POLICY } from '../headers.mjs'

/** Puts the content security policy into the page, for hosts that send no headers. Not in dev: Vite's own scripts are inline there. */
export function metaPolicy(): Plugin {
  return {
    name: 'hub-meta-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => ({
        html,
        tags: [
          {
            tag: 'meta',
            attrs: { 'http-equiv': 'Content-Security-Policy', content: META_POLICY },
            injectTo: 'head-prepend',
          },
        ],
      }),
    },
  }
}
