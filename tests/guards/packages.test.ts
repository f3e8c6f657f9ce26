import { describe, expect, test } from 'vitest'
import { readText } from './house.ts'

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: boolean
}

/** Versions below which a hole is known. */
const AT_LEAST: Readonly<Record<string, { version: string; why: string }>> = {
  jspdf: { version: '4.2.1', why: 'CVE-2026-31938 and CVE-2026-31898, and older ones' },
}

function isBelow(version: string, least: string): boolean {
  const [a, b] = [version, least].map((text) => text.split('.').map(Number))
  for (const [place, part] of (b ?? []).entries()) {
    const own = a?.[place] ?? 0
    if (own !== part) return own < part
  }
  return false
}

function pinFaults(wanted: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(wanted)
    .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
    .map(([name, version]) => `${name}: "${version}" is no exact version`)
}

function lockFaults(packages: Readonly<Record<string, Locked>>): readonly string[] {
  return Object.entries(packages).flatMap(([path, { version = '', integrity, resolved }]) => {
    if (path === '') return []
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const least = AT_LEAST[name]
    return [
      ...(integrity === undefined ? [`${path} has no integrity`] : []),
      ...(resolved === undefined || resolved.startsWith('https://registry.npmjs.org/')
        ? []
        : [`${path} is bound to ${resolved}`]),
      ...(least && isBelow(version, least.version) ? [`${path} ${version}: ${least.why}`] : []),
    ]
  })
}

const manifest = JSON.parse(readText('package.json')) as Manifest
const lock = JSON.parse(readText('package-lock.json')) as { packages: Record<string, Locked> }

describe('packages', () => {
  test('a range, a missing hash, a private registry and a version with a hole are caught', () => {
    expect(pinFaults({ a: '^1.0.0', b: '1.0.0', c: 'latest' })).toHaveLength(2)
    const integrity = 'sha512-x'
    expect(lockFaults({ 'node_modules/a': { version: '1.0.0' } })).toHaveLength(1)
    expect(
      lockFaults({
        'node_modules/a': { version: '1.0.0', integrity, resolved: 'https://x.test/a' },
      }),
    ).toHaveLength(1)
    for (const version of ['4.2.0', '3.9.9', '4.1.12']) {
      expect(
        lockFaults({ 'node_modules/b/node_modules/jspdf': { version, integrity } }),
      ).toHaveLength(1)
    }
    expect(lockFaults({ 'node_modules/jspdf': { version: '4.2.1', integrity } })).toEqual([])
    expect(lockFaults({ 'node_modules/jspdf': { version: '4.10.0', integrity } })).toEqual([])
  })

  test('are pinned exactly', () => {
    expect(pinFaults(manifest.dependencies)).toEqual([])
    expect(pinFaults(manifest.devDependencies)).toEqual([])
  })

  test('are locked with the hash of their content, bound to no private registry, free of known holes', () => {
    expect(lockFaults(lock.packages)).toEqual([])
  })

  test('that run in the app are a dozen at most', () => {
    expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(12)
  })
})
