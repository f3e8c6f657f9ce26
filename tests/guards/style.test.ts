import { describe, expect, test } from 'vitest'
import { filesIn, readText } from './house.ts'

const WITHOUT_COMMENTS = /\/\*[^]*?\*\//g
const COLOUR =
  /#[0-9a-f]{3,8}\b|\b(?:rgb|rgba|hsl|hsla|hwb|lab|lch|oklab|oklch|color)\(|:\s*(?:white|black|red|green|blue|gray|grey|orange|yellow|teal)\b/i

/** The lines of a style sheet that name a colour or a layer which belongs in tokens.css. */
function strayTokens(css: string): readonly string[] {
  return css
    .replace(WITHOUT_COMMENTS, '')
    .split('\n')
    .filter((line) => COLOUR.test(line) || (/z-index:/.test(line) && !/var\(--layer-/.test(line)))
    .map((line) => line.trim())
}

const sheets = filesIn('src').filter(
  (file) => file.endsWith('.css') && !file.endsWith('tokens.css'),
)

describe('style sheets', () => {
  test.each([
    'color: #fff',
    'background: rgb(0 0 0)',
    'border: 1px solid oklch(1 0 0)',
    'color: white',
    'z-index: 3',
  ])('are caught with "%s" outside of tokens.css', (line) =>
    expect(strayTokens(`.a {\n  ${line};\n}`)).toHaveLength(1),
  )

  test.each([
    'color: var(--ink)',
    'z-index: var(--layer-notice)',
    'z-index: calc(var(--layer-notice) - 1)',
    'background: transparent',
    'color: CanvasText',
  ])('may say "%s"', (line) => expect(strayTokens(`.a {\n  ${line};\n}\n/* #fff */`)).toEqual([]))

  test.each(sheets)('%s takes colours and layers from tokens.css', (file) => {
    expect(strayTokens(readText(file))).toEqual([])
  })

  test.each(filesIn('src').filter((file) => file.endsWith('.tsx')))(
    '%s styles nothing inline',
    (file) => {
      // Only values of custom properties, which a sheet cannot know, may come from a component.
      const inline = readText(file).match(/style=\{\{[^}]*\}/g) ?? []
      expect(inline.filter((style) => !/'--[\w-]+'/.test(style))).toEqual([])
    },
  )
})
