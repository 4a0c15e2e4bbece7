// What the page's own thread does, from Chromium's traces. Time is that of the thread, which other programs on the
// machine bear on little.

export const CATEGORIES = [
  '-*',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-devtools.timeline.frame',
]

const FRAME = 'BeginMainThreadFrame'

/** An event of Chromium's trace, times in microseconds. */
export interface TraceEvent {
  name: string
  pid: number
  tid: number
  ts: number
  /** Of the clock, and of the thread; for events that last. */
  dur?: number
  tdur?: number
  args: { name?: string; data?: { type?: string } }
}

/** What the page's own thread did, from first to last. Of several pages, that of the one which made most frames. */
export function mainThread(trace: Buffer): TraceEvent[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] }
  const threads = traceEvents
    .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
    .map(main => traceEvents.filter(({ pid, tid }) => pid === main.pid && tid === main.tid))
  const frames = (events: readonly TraceEvent[]) => events.filter(({ name }) => name === FRAME).length
  const [events = []] = threads.sort((a, b) => frames(b) - frames(a))
  return events.sort((a, b) => a.ts - b.ts)
}

export const isTask = ({ name }: TraceEvent) => name === 'RunTask'
/** Milliseconds. */
export const workOf = ({ tdur = 0 }: TraceEvent) => tdur / 1000

/**
 * Milliseconds of work in each frame that follows an event of such a name, ascending; those without are nearly idle. All
 * tasks from the end of one frame to the end of the next count: event handlers, style, layout, paint and commit. A frame
 * ends with the task in which it is made.
 */
export function frameWork(events: readonly TraceEvent[], causedBy: readonly string[]): number[] {
  const timesOf = (names: readonly string[]) => events.filter(({ name }) => names.includes(name)).map(({ ts }) => ts)
  const begins = timesOf([FRAME])
  const causes = timesOf(causedBy)
  const frames: number[] = []
  let [work, from] = [0, 0]
  for (const task of events.filter(isTask)) {
    const end = task.ts + (task.dur ?? 0)
    work += workOf(task)
    if (!begins.some(ts => ts >= task.ts && ts <= end)) continue
    if (causes.some(ts => ts > from && ts <= end)) frames.push(work)
    work = 0
    from = end
  }
  if (frames.length === 0) throw new Error('No frame in the trace.')
  return frames.sort((a, b) => a - b)
}

/** Of numbers in order. */
export const quantile = (ascending: readonly number[], share: number) =>
  ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * share))]
