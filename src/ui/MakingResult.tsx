import { Button } from './Button.tsx'
import { Notice } from './Notice.tsx'
import type { FileMaking } from './useFileMaking.ts'

interface MadeFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly pages: number
}

interface Props<File extends MadeFile, Saved extends string, Problem> {
  making: FileMaking<File, Saved, Problem>
  words: {
    making: string
    made: (saved: Saved) => string
    size: (pages: number, bytes: number) => string
    /** On the button that hands the same file over once more. */
    save: (saved: Saved) => string
  }
  failure: (problem: Problem) => { title: string; sentence: string; nextStep: string }
  onSave: (file: File) => void
}

/** How the making of a file goes, and then its name, pages and size. Read out as it happens. */
export function MakingResult<File extends MadeFile, Saved extends string, Problem>(
  props: Props<File, Saved, Problem>,
) {
  return <div role="status">{resultOf(props)}</div>
}

function resultOf<File extends MadeFile, Saved extends string, Problem>({
  making,
  words,
  failure,
  onSave,
}: Props<File, Saved, Problem>) {
  switch (making.kind) {
    case 'idle':
      return null
    case 'making':
      return <p>{words.making}</p>
    case 'failed': {
      const { title, sentence, nextStep } = failure(making.problem)
      return (
        <Notice tone="warn" icon="alert" title={title}>
          <p>{sentence}</p>
          <p>{nextStep}</p>
        </Notice>
      )
    }
    case 'made':
      return (
        <Notice
          tone="good"
          icon="check"
          title={words.made(making.saved)}
          actions={
            <Button look="quiet" icon="save" onClick={() => onSave(making.file)}>
              {words.save(making.saved)}
            </Button>
          }
        >
          <p>{making.file.name}</p>
          <p>{words.size(making.file.pages, making.file.bytes.length)}</p>
        </Notice>
      )
  }
}
