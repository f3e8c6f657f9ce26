// Makes sure that the programs which read PDFs back in tests are there: pdftotext, pdfinfo, pdffonts,
// pdftoppm (poppler) and qpdf. Vitest and Playwright call `setup` before their tests.
import { spawnSync } from 'node:child_process'
import { aptInstall, canAptInstall, Refusal } from './install.mjs'

const TOOLS = [
  ['pdftotext', '-v'],
  ['pdfinfo', '-v'],
  ['pdffonts', '-v'],
  ['pdftoppm', '-v'],
  ['qpdf', '--version'],
]

const WAYS = {
  linux: 'sudo apt-get install poppler-utils qpdf',
  darwin: 'brew install poppler qpdf',
  win32: 'choco install poppler qpdf',
}

function missingTools() {
  return TOOLS.filter(([tool, flag]) => spawnSync(tool, [flag], { stdio: 'ignore' }).error).map(
    ([tool]) => tool,
  )
}

/** @throws {Refusal} with one sentence if a tool is missing and cannot be installed */
export function setup() {
  if (missingTools().length > 0 && canAptInstall()) {
    try {
      aptInstall(['poppler-utils', 'qpdf'])
    } catch {
      // The sentence below says what is missing and how to get it.
    }
  }
  const missing = missingTools()
  if (missing.length === 0) return
  const way = WAYS[process.platform] ?? 'install poppler and qpdf'
  throw new Refusal(`The PDF tests need ${missing.join(', ')}: ${way}`)
}
