import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** The top of the repository. */
export const ROOT = resolve(import.meta.dirname, '../..')

const KEEPERS = [
  '.oxlintrc.json',
  'knip.json',
  'lint',
  'package.json',
  'tsconfig.base.json',
  'tsconfig.core.json',
  'tsconfig.json',
  'tsconfig.worker.json',
]

/** A house with our rules and only the files given: what a rule says there, it says of those files. */
export function plantHouse(files: Readonly<Record<string, string>>) {
  const dir = mkdtempSync(join(tmpdir(), 'hub-guard-'))
  for (const keeper of KEEPERS) cpSync(join(ROOT, keeper), join(dir, keeper), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(dir, 'node_modules'), 'junction')
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), text)
  }
  return {
    dir,
    /** Runs a program of node_modules in the house. */
    run(program: string, ...args: string[]) {
      const started = spawnSync(process.execPath, [join(ROOT, 'node_modules', program), ...args], {
        cwd: dir,
        encoding: 'utf8',
      })
      return {
        status: started.status,
        output: started.stdout + started.stderr,
        stdout: started.stdout,
      }
    },
    tearDown: () => rmSync(dir, { recursive: true, force: true }),
  }
}

/** Paths of all files in a folder of the repository, from its top, with forward slashes. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(ROOT.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted()
}

export function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}
