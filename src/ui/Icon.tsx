/** Line icons on a 24 px grid, one stroke weight. Always beside a word. */
const PATHS = {
  back: 'M15 5l-7 7 7 7',
  forward: 'M9 5l7 7-7 7',
  down: 'M5 9l7 7 7-7',
  up: 'M5 15l7-7 7 7',
  check: 'M4.5 12.5l5 5 10-11',
  plus: 'M12 5v14M5 12h14',
  cross: 'M6 6l12 12M18 6L6 18',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.4-3.6 3-6 6.500-6s6.100 2.400 6.500 6M16 4.500a3.500 3.500 0 0 1 0 6.300M18 14.500c2 .8 3.200 2.700 3.500 5.500',
  person:
    'M12 11.500a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.500 20.500c.500-4 3.500-6.500 7.500-6.500s7 2.500 7.500 6.500',
  paper: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  print: 'M7 9V3h10v6M7 17H4v-6a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v6h-3M7 14h10v7H7z',
  open: 'M3 19V6h6l2 2.500h10V19z',
  save: 'M12 4v11M7.500 11l4.500 4.500 4.500-4.500M4 20h16',
  undo: 'M8 5L4 9l4 4M4 9h10a5.500 5.500 0 0 1 0 11h-4',
  pencil: 'M4 20l1-4.500L16.500 4l3.500 3.500L8.500 19zM14 6.500l3.500 3.500',
  device: 'M6 2.500h12v19H6zM11 18.500h2',
  book: 'M12 6c-2-1.500-4.500-2-8-2v14c3.500 0 6 .5 8 2 2-1.500 4.500-2 8-2V4c-3.500 0-6 .5-8 2zM12 6v14',
  spark: 'M12 3v5M12 16v5M3 12h5M16 12h5M6 6l3 3M15 15l3 3M18 6l-3 3M9 15l-3 3',
  dots: 'M5 12h.01M12 12h.01M19 12h.01',
  alert: 'M12 4l9 16H3zM12 10v4.500M12 17.200v.1',
  keyboard: 'M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M7 14h10',
  question:
    'M9 9a3 3 0 1 1 4.500 2.600c-1 .6-1.500 1.200-1.500 2.400M12 17.500v.1M12 21.500a9.500 9.500 0 1 0 0-19 9.500 9.500 0 0 0 0 19z',
  bulb: 'M9 18h6M10 21h4M12 3a6.500 6.500 0 0 0-4 11.600c.700.600 1 1.200 1 2.400h6c0-1.200.300-1.800 1-2.400A6.500 6.500 0 0 0 12 3z',
  talk: 'M3.500 4h12v8.500h-7L5.500 15.500v-3h-2zM18.500 8.500h2v8.500h-2v3l-3-3H10.500',
  flag: 'M5.500 21V3.500M5.500 4.500h13l-3 4 3 4h-13',
  clock: 'M12 21.500a9.500 9.500 0 1 0 0-19 9.500 9.500 0 0 0 0 19zM12 7v5.500l3.500 2',
  play: 'M8 5l11 7-11 7z',
  pause: 'M8.500 5v14M15.500 5v14',
  screen: 'M3 4.500h18V16H3zM12 16v4M8 20h8',
  expand: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  trash: 'M4 7h16M9 7V4h6v3M6.500 7l1 13.500h9l1-13.500M10 11v6M14 11v6',
} as const

export type IconName = keyof typeof PATHS

/** @param size height and width in px at the usual text size; grows with it */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'dots' ? 3 : 1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
