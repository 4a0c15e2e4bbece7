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
import { messages, say } from '../messages/messages.ts'
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
  const read = await readIn(worker, { id: 0, kind: 'read', files, held }, onProgress)
  if (reading !== worker || !read) return null
  reading = null
  if (read.result.ok) {
    worker.postMessage({ id: 0, kind: 'take', keep: 0 } satisfies WorkerRequest)
    current?.terminate()
    current = worker
  } else worker.terminate()
  return read
}

/**
 * Reads files beside the profiles on screen, of which the first `keep` are kept: the worker that has these reads them, and
 * answers nothing else meanwhile. Null if that was cancelled, or overtaken.
 */
export async function readBeside(
  files: DroppedFile[],
  held: Halves<DroppedFile>,
  keep: number,
  onProgress: (progress: Progress) => void,
): Promise<ProfilesRead | null> {
  stopReading()
  const worker = current
  if (!worker) return null
  const id = ++requests
  beside = { worker, id }
  const isWanted = () => beside?.id === id
  const read = await readIn(worker, { id, kind: 'read', files, held }, progress => isWanted() && onProgress(progress))
  if (!isWanted() || !read) return null
  beside = null
  if (read.result.ok) worker.postMessage({ id, kind: 'take', keep } satisfies WorkerRequest)
  return read
}

/** What is being read beside the profiles on screen. */
let beside: { worker: Worker; id: number } | null = null

function readIn(
  worker: Worker,
  request: WorkerRequest & { kind: 'read' },
  onProgress: (progress: Progress) => void,
): Promise<ProfilesRead | null> {
  const { files, held } = request
  return new Promise(resolve => {
    const settle = (read: ProfilesRead | null) => {
      worker.removeEventListener('message', hear)
      worker.removeEventListener('error', stop)
      resolve(read)
    }
    const fail = (message: string) =>
      settle({
        result: { ok: false, errors: [{ code: 'not-understood', message, says: null }] },
        files,
        held,
        processes: [],
      })
    const hear = ({ data }: MessageEvent<WorkerReply>) => {
      if (data.id !== request.id) return
      if (data.kind === 'progress')
        onProgress({ read: data.done, total: data.total, files: data.files, ofFiles: data.ofFiles })
      else if (data.kind === 'failed') fail(messages().opening.readerStopped(data.message))
      else if (data.kind === 'cancelled') settle(null)
      else if (data.kind === 'read') {
        if (data.result.ok)
          for (const [i, profile] of data.result.value.entries()) adoptFindings(profile, data.findings[i])
        settle(data)
      }
    }
    const stop = (event: ErrorEvent) => fail(messages().opening.readerStopped(event.message))
    worker.addEventListener('message', hear)
    worker.addEventListener('error', stop)
    worker.postMessage(request)
  })
}

/** Has the files of processes that were read so far be all there are. */
export function endReading(): void {
  reading?.postMessage({ id: 0, kind: 'enough' } satisfies WorkerRequest)
  beside?.worker.postMessage({ id: beside.id, kind: 'enough' } satisfies WorkerRequest)
}

/** Stops reading. What can be asked about stays. */
export function stopReading(): void {
  reading?.terminate()
  reading = null
  if (!beside) return
  // The worker is not ended, as it has the profiles on screen.
  beside.worker.postMessage({ id: beside.id, kind: 'cancel' } satisfies WorkerRequest)
  beside = null
}

/** Lets go of what was read last. */
export function forgetProfiles(): void {
  current?.terminate()
  current = null
}

/** One of the profiles that were read, or some of its processes. */
export interface Part {
  /** Which of those that were read, from 1. */
  part: number
  /** Of its processes, these; null for all. */
  selection: Selection | null
}

/** What was read, as far as it is looked at. */
export interface Picked extends Part {
  /** The profile that it is compared with: what is asked is then about both. */
  against: Part | null
}

/** A profile to ask about. */
export interface Source extends Picked {
  transforms: readonly Transform[]
}

let requests = 0

/** For questions that take a while. */
export interface Waiting {
  /** Told of the files of processes that were read, and of how many. */
  onProgress?: (files: number, ofFiles: number) => void
  /** Gives up a question that can be given up: its answer is then null. */
  signal?: AbortSignal
}

/**
 * Asks about what transforms leave of one of the profiles that were read last. Rejects with a text for a report if the
 * question cannot be answered; never answers if other profiles are read meanwhile. A caller that asked twice must drop
 * the older answer.
 */
export function ask<Q extends Question>(
  kind: Q,
  { part, selection, against, transforms }: Source,
  options: Options<Q>,
  { onProgress = () => {}, signal }: Waiting = {},
): Promise<Answer<Q>> {
  const worker = current
  const id = ++requests
  return new Promise((resolve, reject) => {
    if (!worker) return reject(new Error('No profile is open.'))
    const listen = ({ data }: MessageEvent<WorkerReply>) => {
      if (data.id !== id) return
      if (data.kind === 'progress') return onProgress(data.files, data.ofFiles)
      worker.removeEventListener('message', listen)
      if (data.kind === 'answer') resolve(data.answer as Answer<Q>)
      else if (data.kind === 'refused') reject(new Error(data.errors.map(say).join(' ')))
      else if (data.kind === 'failed') reject(new Error(data.message))
    }
    worker.addEventListener('message', listen)
    worker.postMessage({
      id,
      kind,
      profile: part - 1,
      selection,
      against: against && { profile: against.part - 1, selection: against.selection },
      transforms,
      options,
    } satisfies WorkerRequest)
    signal?.addEventListener('abort', () => worker.postMessage({ id, kind: 'enough' } satisfies WorkerRequest))
  })
}
