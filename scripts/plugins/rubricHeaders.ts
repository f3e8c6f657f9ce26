import type { Plugin } from 'vite'
import { readRubric } from '../rubrics.mjs'

/**
 * `x.json?header` is the header of that rubric (title, counts, hash) and nothing else: lists show it
 * at once while the definition itself waits in its own chunk. Nobody writes headers by hand.
 */
export function rubricHeaders(): Plugin {
  return {
    name: 'hub-rubric-headers',
    enforce: 'pre',
    async load(id) {
      const [file = '', query] = id.split('?')
      if (!file.endsWith('.json') || !new URLSearchParams(query).has('header')) return undefined
      this.addWatchFile(file)
      const { header, faults } = await readRubric(file)
      if (!header) this.error(faults.join('\n'))
      return { code: `export default ${JSON.stringify(header)}`, moduleType: 'js' }
    },
  }
}
