// Draws the app's icons: four boxes in one ramp on warm paper, an initial placed in the deepest.
//
//   node scripts/icons.mjs     writes public/icon.svg and the PNGs beside it (they are committed)
import { writeFile } from 'node:fs/promises'
import { chromium } from '@playwright/test'
import { chooseBrowser } from './browser.mjs'

const PAPER = '#fbf8f2'
const EDGE = '#0f5c63'
const BOXES = [
  { x: 92, y: 92, fill: '#eaf1ef' },
  { x: 268, y: 92, fill: '#c9dedd' },
  { x: 92, y: 268, fill: '#86b7b7' },
  { x: 268, y: 268, fill: '#0f5c63' },
]
const SIDE = 152

/** A lower-case "h" as strokes, so that no font is needed: stem, then arch. */
const INITIAL = 'M316 294v100M316 356c0-17 12-29 29-29s28 11 28 29v38'

/** @param corner radius of the paper; @param scale more fills the square, less leaves room for a mask */
function drawing({ corner, scale }) {
  const boxes = BOXES.map(
    ({ x, y, fill }) =>
      `<rect x="${x}" y="${y}" width="${SIDE}" height="${SIDE}" rx="30" fill="${fill}" stroke="${EDGE}" stroke-width="10"/>`,
  )
  const offset = 256 * (1 - scale)
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">',
    `<rect width="512" height="512" rx="${corner}" fill="${PAPER}"/>`,
    `<g transform="translate(${offset} ${offset}) scale(${scale})">`,
    ...boxes,
    `<path d="${INITIAL}" fill="none" stroke="${PAPER}" stroke-width="22" stroke-linecap="round" stroke-linejoin="round"/>`,
    '</g>',
    '</svg>',
    '',
  ].join('\n')
}

const PICTURES = [
  { name: 'icon-192.png', size: 192, corner: 96, scale: 1.15 },
  { name: 'icon-512.png', size: 512, corner: 96, scale: 1.15 },
  // Systems cut a mask out of these two: paper to the edges, the boxes within the safe circle.
  { name: 'icon-maskable-512.png', size: 512, corner: 0, scale: 0.8 },
  { name: 'apple-touch-icon.png', size: 180, corner: 0, scale: 1.12 },
]

const browser = await chromium.launch({ executablePath: await chooseBrowser() })
for (const { name, size, corner, scale } of PICTURES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  const svg = drawing({ corner, scale })
  const source = `data:image/svg+xml,${encodeURIComponent(svg)}`
  await page.setContent(
    `<style>*{margin:0}img{display:block}</style><img width="${size}" src="${source}">`,
  )
  await page.locator('img').evaluate((image) => image.decode())
  await page.screenshot({ path: `public/${name}`, omitBackground: true })
  await page.close()
}
await browser.close()
await writeFile('public/icon.svg', drawing({ corner: 96, scale: 1.3 }))
