import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * The version with the commit it was built from, for example "0.1.0 (762ef57)"; without git, the
 * version alone. HUB_BUILD names a build by hand: tests of updates need two that differ.
 */
export function appVersion(): string {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  const build = process.env['HUB_BUILD'] ?? commit()
  return build === '' ? version : `${version} (${build})`
}

function commit(): string {
  return git('rev-parse', '--short=7', 'HEAD')
}

/** What git says; nothing where there is none. */
function git(...args: readonly string[]): string {
  try {
    return execFileSync('git', args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return ''
  }
}

/**
 * When the code of this build was committed, in milliseconds since 1970 UTC: equal code gives an equal
 * build. Without git, 0.
 */
export function appBuilt(): number {
  return Number(git('log', '-1', '--format=%ct', 'HEAD')) * 1000
}
