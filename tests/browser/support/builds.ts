import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/**
 * Builds the app once more under another build number: what a deployment would bring.
 * @returns the folder of that build
 */
export function anotherBuild(number: string): string {
  const dir = resolve(`node_modules/.cache/hub-builds/${process.pid}-${number}`)
  if (existsSync(dir)) return dir
  const vite = resolve('node_modules/vite/bin/vite.js')
  execFileSync(process.execPath, [vite, 'build', '--outDir', dir, '--logLevel', 'warn'], {
    env: { ...process.env, HUB_BUILD: number },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return dir
}
