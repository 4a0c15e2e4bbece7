// The only file that talks to the layout worker. One layout runs at a time, and of those that wait only the latest is
// worth anything. Graphviz cannot be interrupted, so a layout that takes too long ends with its worker.

import type { GraphAnswer, GraphLayout, GraphRequest } from '../../src/index.ts'

/** What the client needs of a worker. */
export type LayoutWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>

/** How long a layout may run while a later one waits, and at all; ms. */
const PATIENCE = { overtaken: 3_000, alone: 10_000 }

interface Job {
  dot: string
  resolve: (layout: GraphLayout | null) => void
}

export interface LayoutClient {
  /**
   * Lays a graph out; null if a later request has overtaken this one. Never rejects. Who asks for the graph that was
   * asked for last gets the same answer.
   */
  layOut(dot: string): Promise<GraphLayout | null>
  /** Fetches and compiles Graphviz, so that the first layout need not wait for it. */
  warmUp(): void
}

export function createLayoutClient(startWorker: () => LayoutWorker): LayoutClient {
  let worker: LayoutWorker | null = null
  let running: Job | null = null
  let waiting: Job | null = null
  let startedAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let latest = 0
  let known: { dot: string; answer: Promise<GraphLayout | null> } | null = null

  function warmUp() {
    if (worker) return
    worker = startWorker()
    worker.onmessage = ({ data }: MessageEvent<GraphAnswer>) => {
      if (data.id === latest) finish(data.layout)
    }
    worker.onerror = event => {
      stopWorker()
      finish({ failed: event.message || 'Graphviz could not be loaded.' })
    }
  }

  function start(job: Job) {
    warmUp()
    running = job
    startedAt = Date.now()
    const request: GraphRequest = { id: ++latest, dot: job.dot }
    worker?.postMessage(request)
    watch()
  }

  function finish(layout: GraphLayout | null) {
    clearTimeout(timer)
    running?.resolve(layout)
    running = null
    if (!waiting) return
    const next = waiting
    waiting = null
    start(next)
  }

  /** Looks at the running job again when its time is up. */
  function watch() {
    clearTimeout(timer)
    const left = startedAt + (waiting ? PATIENCE.overtaken : PATIENCE.alone) - Date.now()
    timer = setTimeout(() => {
      stopWorker()
      finish(waiting ? null : { failed: `No layout was found within ${PATIENCE.alone / 1000} seconds.` })
    }, left)
  }

  function stopWorker() {
    worker?.terminate()
    worker = null
  }

  const ask = (dot: string) =>
    new Promise<GraphLayout | null>(resolve => {
      if (!running) return start({ dot, resolve })
      waiting?.resolve(null)
      waiting = { dot, resolve }
      watch()
    })

  return {
    warmUp,
    layOut(dot) {
      if (known?.dot === dot) return known.answer
      const asked = { dot, answer: ask(dot) }
      known = asked
      // What failed may be tried again.
      asked.answer.then(layout => {
        if (known === asked && (layout === null || 'failed' in layout)) known = null
      })
      return asked.answer
    },
  }
}

const client = createLayoutClient(
  () =>
    new Worker(new URL('../../src/layout/graphWorker.ts', import.meta.url), { type: 'module', name: 'graph layout' }),
)

/** {@link LayoutClient.layOut} */
export const layOutGraph = client.layOut
/** {@link LayoutClient.warmUp} */
export const warmUpGraph = client.warmUp
