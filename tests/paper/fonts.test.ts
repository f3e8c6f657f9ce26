import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { openFont } from '#paper/fontFile.ts'
import { openFonts } from '#paper/paperFonts.ts'
import { isCovered } from '#paper/paperText.ts'
import { diskFonts } from './samples.ts'

// On a machine with other work to do.
vi.setConfig({ testTimeout: 60_000 })

const root = fileURLToPath(new URL('../..', import.meta.url))
const points = (text: string) => Array.from(text, (letter) => letter.codePointAt(0) ?? 0)

describe('the committed fonts', () => {
  it('are what the script cuts from the packages in the lock file', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/fonts.mjs', '--check'], {
      cwd: root,
    })
    expect(stderr.toString()).not.toContain('These font files')
    expect(status).toBe(0)
  })

  it('cover what the coverage list promises, in all three sans faces', async () => {
    const { regular, italic, semibold } = await openFonts(diskFonts)
    for (let point = 0x20; point < 0x3000; point += 1) {
      const all = [regular, italic, semibold].every((face) => face.has(point))
      expect(isCovered(point), `U+${point.toString(16)}`).toBe(all)
    }
  })
})

describe('a font cut for one file', () => {
  it('has a glyph for each letter, as wide as before, and no other', async () => {
    const whole = openFont(await diskFonts('regular'))
    const text = points('Łukasz Šimić ﬁ Ελένη Мария “é”')
    const wanted = [...new Set(text)].toSorted((a, b) => a - b)
    const cut = whole.cut(wanted)
    const small = openFont(cut)
    for (const point of wanted) {
      expect(small.has(point)).toBe(true)
      expect(small.advance(point)).toBe(whole.advance(point))
    }
    for (const point of points('qQxX?')) expect(small.has(point)).toBe(false)
    expect(cut.length).toBeLessThan(9_000)
  })

  it('keeps the parts that letters are made of, whatever else is cut out with them', async () => {
    const whole = openFont(await diskFonts('semibold'))
    const many = openFont(whole.cut(points('Łukasz Šimić ǵéžŁÅøñ Nguyễn')))
    for (const letter of points('éŁžǵñễ')) {
      expect(Buffer.from(many.cut([letter])).equals(Buffer.from(whole.cut([letter])))).toBe(true)
    }
  })
})
