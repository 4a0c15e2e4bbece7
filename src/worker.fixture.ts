// The worker in the thread of a test: what it is told, and what it says.

import { vi } from 'vitest'
import type { WorkerReply, WorkerRequest } from './worker.ts'

/** Starts the worker, once for a file of tests. `onReply` is told what it says; the result tells it something. */
export async function startHere(onReply: (reply: WorkerReply) => void): Promise<(request: WorkerRequest) => void> {
  let hear: (event: { data: WorkerRequest }) => void = () => {}
  vi.stubGlobal('addEventListener', (_: string, listener: typeof hear) => {
    hear = listener
  })
  vi.stubGlobal('postMessage', onReply)
  await import('./worker.ts')
  return data => hear({ data })
}
