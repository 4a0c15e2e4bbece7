// The worker has no logic of its own: its messages are arguments and results of `readProfile` and of the questions
// below. It keeps the profiles that it read, so that what is worked out of them later need not be sent. To cancel,
// terminate it.

import type { Result } from './issue.ts'
import { flameBuffers, layoutFlame } from './layout/flame.ts'
import type { Profile } from './profile.ts'
import { type Findings, findingsOf } from './query/findings.ts'
import { findMatches } from './query/search.ts'
import { visibleGraph } from './query/visibleGraph.ts'
import { type DroppedFile, readProfile } from './readProfile.ts'

/** What may be asked of a profile that was read: too much work for the page's own thread. */
const questions = { flame: layoutFlame, graph: visibleGraph, search: findMatches }
export type Question = keyof typeof questions
/** What a question takes beside the profile, and its answer. */
export type Options<Q extends Question> = Parameters<(typeof questions)[Q]>[1]
export type Answer<Q extends Question> = ReturnType<(typeof questions)[Q]>

/** What the page asks for. The reply has the same id. `profile` counts the profiles of the last read, from 0. */
export type WorkerRequest =
  | { id: number; kind: 'read'; files: DroppedFile[] }
  | { id: number; kind: Question; profile: number; options: Options<Question> }

/** What the worker replies. `done` and `total` are bytes; of these replies there are many before the result. */
export type WorkerReply =
  | { id: number; kind: 'progress'; done: number; total: number }
  /** With the findings on each profile. */
  | { id: number; kind: 'read'; result: Result<Profile[]>; findings: Findings[] }
  | { id: number; kind: 'answer'; answer: Answer<Question> }
  /** Something that should not happen: the text is for a report. */
  | { id: number; kind: 'failed'; message: string }

let profiles: Profile[] = []

const reply = (message: WorkerReply, transfer: ArrayBufferLike[] = []) =>
  postMessage(message, transfer as ArrayBuffer[])

async function serve(request: WorkerRequest): Promise<void> {
  const { id } = request
  if (request.kind === 'read') {
    const result = await readProfile(request.files, (done, total) => reply({ id, kind: 'progress', done, total }))
    if (result.ok) profiles = result.value
    return reply({ id, kind: 'read', result, findings: result.ok ? profiles.map(findingsOf) : [] })
  }
  const profile = profiles[request.profile]
  if (!profile) throw new Error(`There is no profile ${request.profile} in the worker.`)
  // The type of a request says that a question comes with its own options.
  const ask = questions[request.kind] as (profile: Profile, options: unknown) => Answer<Question>
  const answer = ask(profile, request.options)
  reply({ id, kind: 'answer', answer }, answer && 'subtreeEnd' in answer ? flameBuffers(answer) : [])
}

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  serve(data).catch(error => {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
    reply({ id: data.id, kind: 'failed', message })
  })
})
