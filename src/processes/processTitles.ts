// What a list of processes says of those whose profiles are open: the output of ps, with headings or without, once or
// several times; and pg_stat_activity, as psql prints it or as CSV. Such a list is known by the numbers in it.

/** What is known of a process beside its profile. */
interface Told {
  /** Its command, as ps prints it, without what PostgreSQL puts before it. */
  command: string
  /** Columns of pg_stat_activity. */
  activity: string[]
  application: string
}

/** Titles by number of process. */
export type Titles = Map<number, string>

/**
 * Collects titles of processes from texts; of several for one process the last counts. Ranks are no PIDs: processes with a
 * rank 0 among them get titles from a list of numbers and words alone.
 */
export function titleCollector(numbers: ReadonlySet<number>) {
  const told = new Map<number, Told>()
  return {
    /** Whether the text tells of one of the processes. */
    add(text: string): boolean {
      const lines = text.split(/\r?\n/)
      const ofActivity = [...rowsOfActivity(lines)]
      const rows: (ActivityRow | PsRow)[] = ofActivity.length > 0 ? ofActivity : [...rowsOfPs(lines, numbers)]
      const known = rows.filter(({ number }) => numbers.has(number))
      for (const { number, ...row } of known)
        told.set(number, { command: '', activity: [], application: '', ...told.get(number), ...row })
      return known.length > 0
    },
    take: (): Titles => new Map([...told].map(([number, each]) => [number, titleOf(each)])),
  }
}

function titleOf({ command, activity, application }: Told): string {
  if (command === '') return [...activity, application].filter(word => word !== '').join(' ')
  return application === '' || command.includes(application) ? command : `${command} (${application})`
}

interface ActivityRow {
  number: number
  activity: string[]
  application: string
}

/** Rows below a heading that has `pid` in a cell of its own. */
function* rowsOfActivity(lines: string[]): Generator<ActivityRow> {
  let heading: string[] = []
  let separator = ''
  for (const line of lines) {
    const found = [...'|,\t'].find(sign => cellsOf(line, sign).includes('pid'))
    if (found !== undefined) {
      heading = cellsOf(line, found)
      separator = found
    } else if (separator !== '') {
      const cells = cellsOf(line, separator)
      const cell = (name: string) => cells[heading.indexOf(name)] ?? ''
      if (!/^\d+$/.test(cell('pid'))) continue
      const activity = [cell('backend_type'), cell('usename'), cell('datname')]
      const application = cell('application_name')
      if ([...activity, application].some(word => word !== ''))
        yield { number: Number(cell('pid')), activity, application }
    }
  }
}

const cellsOf = (line: string, separator: string): string[] =>
  line.split(separator).map(cell => cell.trim().replace(/^"(.*)"$/, '$1'))

interface PsRow {
  number: number
  command: string
}

/** Columns that ps puts before the command: numbers, times, a terminal, a state, a day. */
const COLUMN = /^(?:[\d.,:+%-]+[KMGT]?|\?|(?:pts\/|tty)\d+|[DIRSTWXZt][<NLsl+]*|[A-Z][a-z]{2}\d{2})$/
const TIME = /^(?:\d+-)?\d+:\d\d(?:[:.]\d\d)?$/

function* rowsOfPs(lines: string[], numbers: ReadonlySet<number>): Generator<PsRow> {
  let heading: { pid: number; command: number } | null = null
  const bare: { words: string[]; columns: number }[] = []
  for (const line of lines) {
    const words = line.trim().split(/\s+/)
    const command = words.findIndex(word => /^(?:CMD|COMMAND|ARGS)$/.test(word))
    if (command > 0 && words.includes('PID')) heading = { pid: words.indexOf('PID'), command }
    else if (heading && !numbers.has(0)) yield* rowOf(words, heading.pid, heading.command)
    else if (words[0] !== '') bare.push({ words, columns: columnsOf(words) })
  }
  const listed = numbers.has(0) ? [] : bare.filter(({ columns }) => columns > 1)
  const numbered = bare.filter(({ columns }) => columns === 1)
  // Many a text has a line that begins with a number: only where nearly all do is it a list of processes.
  const rows = numbered.length > 0.8 * bare.length ? numbered : listed
  const pid = columnOfPid(rows, numbers)
  for (const { words, columns } of rows) if (pid < columns) yield* rowOf(words, pid, columns)
}

/** How many words stand before the command; 0 where the line is none of ps, which has a time there, nor a number and words. */
function columnsOf(words: string[]): number {
  const first = COLUMN.test(words[0]) ? 0 : 1 // a user
  let end = first
  while (end < words.length && COLUMN.test(words[end])) end++
  const hasTime = words.slice(first, end).some(word => TIME.test(word))
  return hasTime || (first === 0 && end === 1) ? end : 0
}

/** Of the columns of numbers, PIDs are all different, and parents few. Beyond all columns where no number is one of a process. */
function columnOfPid(rows: { words: string[]; columns: number }[], numbers: ReadonlySet<number>): number {
  const found: Set<number>[] = []
  for (const { words, columns } of rows)
    for (let i = 0; i < Math.min(columns, 4); i++) {
      if (!/^\d+$/.test(words[i]) || !numbers.has(Number(words[i]))) continue
      found[i] ??= new Set()
      found[i].add(Number(words[i]))
    }
  let best = -1
  found.forEach((set, i) => {
    if (best < 0 || set.size > found[best].size) best = i
  })
  return best < 0 ? Number.POSITIVE_INFINITY : best
}

function* rowOf(words: string[], pid: number, first: number): Generator<PsRow> {
  const command = words.slice(first).join(' ')
  if (/^\d+$/.test(words[pid] ?? '') && command !== '' && !command.includes('<defunct>'))
    yield { number: Number(words[pid]), command: withoutCluster(command) }
}

/** `postgres: 15/main: walwriter` → `walwriter` */
const withoutCluster = (command: string) => command.replace(/^postgres: +(?:[^:\s]+: +)?/, '')
