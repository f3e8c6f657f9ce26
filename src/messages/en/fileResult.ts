import { counted } from './common.ts'

const MEGABYTE = 1_000_000

/** Words for a PDF that was made and handed over: the same wherever one is made. */
export const fileResult = {
  paper: 'Paper',
  papers: { letter: 'Letter', a4: 'A4' },
  make: 'Make the PDF',
  making: 'Making the PDF…',
  made: {
    saved: 'The PDF is saved',
    shared: 'The PDF is shared',
    cancelled: 'The PDF is ready, and not saved yet',
  },
  size: (pages: number, bytes: number) =>
    `${counted(pages, 'page', 'pages')}, ${formatSize(bytes)}`,
  saveAgain: 'Save it again',
  saveNow: 'Save it',
}

/** A file size as people say it: "84 kB", "1.2 MB". */
function formatSize(bytes: number): string {
  const isLarge = bytes >= MEGABYTE
  return new Intl.NumberFormat('en-US', {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(isLarge ? bytes / MEGABYTE : Math.max(1, bytes / 1000))
}
