// The only file that talks to the reading worker.
//
// Each reading gets a worker of its own, which then keeps the profiles and answers questions about them. Cancel is
// terminating it, at once and whatever it is doing; the worker of the profile on screen is not touched until the new one
// has something to show.

import {
  type Answer,
  adoptFindings,
  type DroppedFile,
  type Halves,
  type Options,
  type ProfilesRead,
  type Question,
  type Selection,
  type Transform,
  type WorkerReply,
  type WorkerRequest,
} from '../../src/index.ts'
import { startWorker } from './ownScripts.ts'

/** Started already, and waiting for something to read. */
let spare: Worker | null = null
let reading: Worker | null = null
/** Holds the profiles on screen. */
let current: Worker | null = null

/** Starts a reader ahead of time, so that the next file need not wait for one. */
export function prepareReader(): void {
  spare ??= startWorker('reader')
}

/** How far a reading has come. */
export interface Progress {
  /** Bytes; `total` is 0 while it is not known. */
  read: number
  total: number
  /** Files of processes; `ofFiles` is 0 where there are none, or while that is not known. */
  files: number
  ofFiles: number
}

/**
 * Reads files; what they hold can be asked about from then on. Null if a later reading has overtaken this one; does not
 * answer at all once it is stopped.
 *
 * @param held What an earlier reading said to hold.
 */
export async function readFiles(
  files: DroppedFile[],
  held: Halves<DroppedFile>,
  onProgress: (progress: Progress) => void,
): Promise<ProfilesRead | null> {
  stopReading()
  const worker = spare ?? startWorker('reader')
  spare = null
  reading = worker
  const read = await new Promise<ProfilesRead>(resolve => {
    const fail = (message: string) =>
      resolve({ result: { ok: false, errors: [{ code: 'not-understood', message }] }, files, held, processes: [] })
    worker.onmessage = ({ data }: MessageEvent<WorkerReply>) => {
      if (data.kind === 'progress')
        onProgress({ read: data.done, total: data.total, files: data.files, ofFiles: data.ofFiles })
      else if (data.kind === 'failed') fail(data.message)
      else if (data.kind === 'read') {
        if (data.result.ok)
          for (const [i, profile] of data.result.value.entries()) adoptFindings(profile, data.findings[i])
        resolve(data)
      }
    }
    worker.onerror = event => fail(`The reader stopped: ${event.message}`)
    worker.postMessage({ id: 0, kind: 'read', files, held } satisfies WorkerRequest)
  })
  worker.onmessage = null // the progress of what is asked later is none of reading
  if (reading !== worker) return null
  reading = null
  if (read.result.ok) {
    current?.terminate()
    current = worker
  } else worker.terminate()
  return read
}

/** Has the files of processes that were read so far be all there are. */
export function endReading(): void {
  reading?.postMessage({ id: 0, kind: 'enough' } satisfies WorkerRequest)
}

/** Stops reading. What can be asked about stays. */
export function stopReading(): void {
  reading?.terminate()
  reading = null
}

/** Lets go of what was read last. */
export function forgetProfiles(): void {
  current?.terminate()
  current = null
}

/** A profile to ask about. */
export interface Source {
  /** Which of those that were read, from 1. */
  part: number
  /** Of its processes, these; null for all. */
  selection: Selection | null
  transforms: readonly Transform[]
}

let requests = 0

/**
 * Asks about what transforms leave of one of the profiles that were read last. Rejects with a text for a report if the
 * question cannot be answered; never answers if other profiles are read meanwhile. A caller that asked twice must drop
 * the older answer.
 */
export function ask<Q extends Question>(
  kind: Q,
  { part, selection, transforms }: Source,
  options: Options<Q>,
): Promise<Answer<Q>> {
  const worker = current
  const id = ++requests
  return new Promise((resolve, reject) => {
    if (!worker) return reject(new Error('No profile is open.'))
    const listen = ({ data }: MessageEvent<WorkerReply>) => {
      if (data.id !== id || data.kind === 'progress') return
      worker.removeEventListener('message', listen)
      if (data.kind === 'answer') resolve(data.answer as Answer<Q>)
      else if (data.kind === 'failed') reject(new Error(data.message))
    }
    worker.addEventListener('message', listen)
    worker.postMessage({ id, kind, profile: part - 1, selection, transforms, options } satisfies WorkerRequest)
  })
}
