import type { Plugin } from 'vite'
import { rubricFaults, rubricFiles } from '../rubrics.mjs'

/** Stops the build on a rubric with a fault, with file, place and sentence. */
export function checkRubrics(folder = 'rubrics'): Plugin {
  return {
    name: 'hub-check-rubrics',
    async buildStart() {
      for (const file of rubricFiles(folder)) this.addWatchFile(file)
      const faults = await rubricFaults(folder)
      if (faults.length > 0) this.error(`A rubric has to be corrected first.\n${faults.join('\n')}`)
    },
  }
}
