// The only file that talks to the layout worker. One layout runs at a time, and of those that wait only the latest is
// worth anything. Graphviz cannot be interrupted, so a layout that takes too long ends with its worker. The latest
// pictures are kept: what was there before is there again at once.

import type { GraphAnswer, GraphLayout, GraphRequest, GraphToLayOut } from '../../src/index.ts'
import { messages } from '../messages/messages.ts'
import { formatCount } from '../ui/format.ts'
import { startWorker } from './ownScripts.ts'

/** What the client needs of a worker. */
export type LayoutWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>

/** How long a layout may run while a later one waits, and at all; ms. */
const PATIENCE = { overtaken: 3_000, alone: 10_000 }

/** So many pictures are kept. */
const MOST_KEPT = 12

interface Job {
  graph: GraphToLayOut
  resolve: (layout: GraphLayout | null) => void
}

export interface LayoutClient {
  /**
   * Lays a graph out; null if a later request has overtaken this one. Never rejects. Who asks for one of the graphs that
   * were asked for last gets the same answer, unless that was none.
   */
  layOut(graph: GraphToLayOut): Promise<GraphLayout | null>
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
  /** By what was asked, the oldest first. */
  const kept = new Map<string, Promise<GraphLayout | null>>()

  function warmUp() {
    if (worker) return
    worker = startWorker()
    worker.onmessage = ({ data }: MessageEvent<GraphAnswer>) => {
      if (data.id === latest) finish(data.layout)
    }
    worker.onerror = event => {
      stopWorker()
      finish({ failed: event.message || messages().opening.noGraphviz })
    }
  }

  function start(job: Job) {
    warmUp()
    running = job
    startedAt = Date.now()
    const { dot, parts, like } = job.graph
    const graph = { dot, parts, like: like && { dot: like.dot, parts: like.parts } }
    const request: GraphRequest = { id: ++latest, graph }
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
      finish(waiting ? null : { failed: messages().opening.noLayout(formatCount(PATIENCE.alone / 1000)) })
    }, left)
  }

  function stopWorker() {
    worker?.terminate()
    worker = null
  }

  const ask = (graph: GraphToLayOut) =>
    new Promise<GraphLayout | null>(resolve => {
      if (!running) return start({ graph, resolve })
      waiting?.resolve(null)
      waiting = { graph, resolve }
      watch()
    })

  return {
    warmUp,
    layOut(graph) {
      const key = `${graph.dot}\n${graph.like?.dot ?? ''}`
      const answer = kept.get(key) ?? ask(graph)
      kept.delete(key)
      kept.set(key, answer)
      for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest)
      // What failed may be tried again.
      answer.then(layout => {
        if (kept.get(key) === answer && (layout === null || 'failed' in layout)) kept.delete(key)
      })
      return answer
    },
  }
}

const client = createLayoutClient(() => startWorker('graph layout'))

/** {@link LayoutClient.layOut} */
export const layOutGraph = client.layOut
/** {@link LayoutClient.warmUp} */
export const warmUpGraph = client.warmUp
