// What the scripts that fetch missing programs share.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** True on Debian itself with the right to install packages. Ubuntu's chromium package is a snap: not here. */
export function canAptInstall() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  if (!existsSync('/usr/bin/apt-get') || !existsSync('/etc/os-release')) return false
  return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
}

/** Installs Debian packages. Throws if that fails. */
export function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  process.stdout.write(`Installing ${packages.join(' and ')} ...\n`)
  execFileSync('apt-get', ['update', '-qq'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

/** Stops with a plain sentence instead of a stack trace. */
export class Refusal extends Error {}
