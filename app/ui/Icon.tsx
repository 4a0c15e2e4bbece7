// Line icons on a 16 px grid, 1.5 px strokes, drawn for this page. Decorative: the button beside them carries the name.

const paths = {
  search: 'M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0ZM10.3 10.3 14 14',
  close: 'm4 4 8 8M12 4l-8 8',
  grow: 'M9.5 2.5h4v4M6.5 13.5h-4v-4M13.5 2.5 9 7M2.5 13.5 7 9',
  shrink: 'M13 7H9V3M3 9h4v4M9 7l4.5-4.500M7 9l-4.500 4.500',
  moon: 'M13.5 9.600A5.800 5.800 0 1 1 6.400 2.500a4.600 4.600 0 0 0 7.100 7.100Z',
  sun: 'M10.800 8a2.800 2.800 0 1 1-5.600 0 2.800 2.800 0 0 1 5.600 0ZM8 1.500v1.300M8 13.200v1.300M1.500 8h1.300M13.200 8h1.300M3.400 3.400l.9.9M11.700 11.700l.9.9M12.600 3.400l-.9.9M4.300 11.700l-.9.9',
  help: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM6.200 6.200a1.900 1.900 0 1 1 2.600 2c-.5.200-.8.600-.8 1.200M8 11.400v.1',
  lock: 'M4 7h8v6.500H4zM5.500 7V5a2.500 2.500 0 0 1 5 0v2',
  link: 'M6.800 9.200a2.600 2.600 0 0 0 3.700 0l2.400-2.400a2.600 2.600 0 0 0-3.700-3.700l-.9.9M9.200 6.800a2.600 2.600 0 0 0-3.700 0L3.100 9.200a2.600 2.600 0 0 0 3.700 3.700l.9-.9',
  functions: 'M2.500 4h11M2.500 8h7M2.500 12h4',
  graph: 'M5.500 1.800h5v3.400h-5zM1.500 10.800h5v3.400h-5zM9.500 10.800h5v3.400h-5zM8 5.200V8M4 10.800V8h8v2.800',
  flame:
    'M1.800 2.500h12.400v3.500H1.800zM1.800 6h6v3.500h-6zM10.500 6h3.700v3.500h-3.700zM1.800 9.500h2.700V13H1.800z',
  entry: 'M6.500 3.500h5.500M2 8h2.500M6.500 8h7.500M6.500 12.500h5.500M2.500 6.500 4.500 8 2.500 9.500',
  chevron: 'm6 4 4 4-4 4',
  contrast: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM8 2v12M8 4.500h3.800M8 8h6M8 11.500h3.800',
  open: 'M1.800 12.800V3.200h4.400l1.600 2h6.400v7.600zM8 7.200v3.600M6.200 9h3.600',
  copy: 'M5.500 5.500h8v8h-8zM10.500 5.500v-3h-8v8h3',
  check: 'm3.500 8.500 3 3 6-7',
  up: 'm4 10 4-4 4 4',
  down: 'm4 6 4 4 4-4',
} as const

export type IconName = keyof typeof paths

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon-drawing" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
