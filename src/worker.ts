// The worker has no logic of its own: its messages are arguments and results of `readProfile` and `layoutFlame`. It
// keeps the profiles that it read, so that what is worked out of them later need not be sent. To cancel, terminate it.

import type { Result } from './issue.ts'
import { type FlameOptions, type FlameTable, flameBuffers, layoutFlame } from './layout/flame.ts'
import type { Profile } from './profile.ts'
import { type DroppedFile, readProfile } from './readProfile.ts'

/** What the page asks for. The reply has the same id. `profile` counts the profiles of the last read, from 0. */
export type WorkerRequest =
  | { id: number; kind: 'read'; files: DroppedFile[] }
  | { id: number; kind: 'flame'; profile: number; options: FlameOptions }

/** What the worker replies. `done` and `total` are bytes; of these replies there are many before the result. */
export type WorkerReply =
  | { id: number; kind: 'progress'; done: number; total: number }
  | { id: number; kind: 'read'; result: Result<Profile[]> }
  | { id: number; kind: 'flame'; table: FlameTable }
  /** Something that should not happen: the text is for a report. */
  | { id: number; kind: 'failed'; message: string }

let profiles: Profile[] = []

const reply = (message: WorkerReply, transfer: ArrayBufferLike[] = []) =>
  postMessage(message, transfer as ArrayBuffer[])

async function answer(request: WorkerRequest): Promise<void> {
  const { id } = request
  if (request.kind === 'read') {
    const result = await readProfile(request.files, (done, total) => reply({ id, kind: 'progress', done, total }))
    if (result.ok) profiles = result.value
    reply({ id, kind: 'read', result })
    return
  }
  const profile = profiles[request.profile]
  if (!profile) throw new Error(`There is no profile ${request.profile} in the worker.`)
  const table = layoutFlame(profile, request.options)
  reply({ id, kind: 'flame', table }, flameBuffers(table))
}

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  answer(data).catch(error => {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
    reply({ id: data.id, kind: 'failed', message })
  })
})
