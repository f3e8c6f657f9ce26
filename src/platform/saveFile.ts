/** A file to hand to the person. `type` is its MIME type. */
export type OutgoingFile = { readonly name: string; readonly type: string } & (
  { readonly text: string } | { readonly bytes: Uint8Array }
)

/**
 * What became of it. `shared`: the share sheet took it. `saved`: the browser took it as a download.
 * `cancelled`: the person closed the share sheet.
 */
export type SaveOutcome = 'shared' | 'saved' | 'cancelled'

/** A `Result` in shape; this room knows no other room. */
export type SaveResult =
  | { readonly ok: true; readonly value: SaveOutcome }
  | {
      readonly ok: false
      readonly problem: { readonly kind: 'saveFileFailed'; readonly detail: string }
    }

/** Long enough for the slowest browser to have taken the bytes. */
const URL_LIFETIME_MS = 60_000

/**
 * Hands a file to the person: by the share sheet where fingers are the main pointer and the sheet
 * takes such files, else as a download. Never leaves the page.
 */
export async function saveFile(outgoing: OutgoingFile): Promise<SaveResult> {
  const content = 'text' in outgoing ? outgoing.text : new Uint8Array(outgoing.bytes)
  const file = new File([content], outgoing.name, { type: outgoing.type })
  if (isTouchDevice() && canShare(file)) {
    const outcome = await share(file)
    if (outcome !== 'refused') return { ok: true, value: outcome }
  }
  return download(file)
}

function isTouchDevice(): boolean {
  return matchMedia('(pointer: coarse)').matches
}

function canShare(file: File): boolean {
  // Absent in Firefox and on Linux, whatever the type says.
  const canShareFiles: Navigator['canShare'] | undefined = navigator.canShare?.bind(navigator)
  return canShareFiles?.({ files: [file] }) ?? false
}

/** `refused`: the browser did not open its sheet, for example because the tap was too long ago. */
async function share(file: File): Promise<'shared' | 'cancelled' | 'refused'> {
  try {
    await navigator.share({ files: [file] })
    return 'shared'
  } catch (error) {
    return nameOf(error) === 'AbortError' ? 'cancelled' : 'refused'
  }
}

function download(file: File): SaveResult {
  try {
    const url = URL.createObjectURL(file)
    setTimeout(() => URL.revokeObjectURL(url), URL_LIFETIME_MS)
    const link = document.createElement('a')
    link.href = url
    link.download = file.name
    link.hidden = true
    document.body.append(link) // Safari clicks nothing outside the document
    link.click()
    link.remove()
    return { ok: true, value: 'saved' }
  } catch (error) {
    return { ok: false, problem: { kind: 'saveFileFailed', detail: nameOf(error) } }
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : 'unknown'
}
