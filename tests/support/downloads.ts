import { vi } from 'vitest'

/** A file the app handed to the browser as a download. */
export interface Download {
  readonly name: string
  text(): Promise<string>
}

/** Collects downloads; a page without a browser around it has nowhere to put them. */
export function catchDownloads(): readonly Download[] {
  const caught: Download[] = []
  const byUrl = new Map<string, Blob>()
  vi.spyOn(URL, 'createObjectURL').mockImplementation((content) => {
    const url = `blob:test/${byUrl.size}`
    // Safe: only files are handed over.
    byUrl.set(url, content as Blob)
    return url
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    const content = byUrl.get(this.href)
    if (content) caught.push({ name: this.download, text: () => content.text() })
  })
  return caught
}
