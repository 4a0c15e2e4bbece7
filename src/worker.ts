// The worker has no logic of its own: its messages are arguments and results of `readFiles` and of the questions that the
// page asks. It holds the profiles that it read, so that what is worked out of them later need not be sent.
//
// What it read counts once the page has taken it: whoever cancels meanwhile has what was there before, at whatever moment
// that was. To cancel a reading that nothing is held beside, terminate the worker; to have what was read so far, tell it that
// this is enough.

import { transformSides } from './compare/bothProfiles.ts'
import { type Asked, profileHolder, type SidesAsked } from './heldProfiles.ts'
import type { Issue, Result } from './issue.ts'
import { flameBuffers } from './layout/flameTable.ts'
import type { ProcessTable } from './processes/processTable.ts'
import type { Profile } from './profile.ts'
import type { ProfileRead } from './profileRead.ts'
import { type Findings, findingsOf } from './query/findings.ts'
import { type Answer, type GoOn, type Options, type Question, questions } from './questions.ts'
import type { Halves } from './readPair.ts'
import { type FilesRead, type Progress, readFiles } from './readProfile.ts'
import type { DroppedFile } from './sortFiles.ts'
import { type Applied, applyTransforms } from './transform/transform.ts'

/** What the page asks for. The reply has the same id. */
export type WorkerRequest =
  /** To be followed by `take`, or by `cancel`. `held` is what the last reply said to hold. */
  | { id: number; kind: 'read'; files: DroppedFile[]; held: Halves<DroppedFile> }
  /**
   * What the reading with this id found can be asked about from now on, behind so many profiles that were read before. It
   * has no reply, as those below have none.
   */
  | { id: number; kind: 'take'; keep: number }
  /** The reading with this id is not wanted any more. It ends after the file that it is at. */
  | { id: number; kind: 'cancel' }
  /**
   * About the reading with this id: what is being done is enough. Looking for files ends, and those that were found are
   * read; reading ends, and what was read is the result. A trend or a comparison of runs with this id is given up.
   */
  | { id: number; kind: 'enough' }
  | ({ id: number; kind: Question; options: Options<Question> } & Asked)

/** What came of files: the same as in the worker, without what it keeps for itself. */
export interface ProfilesRead extends Omit<FilesRead, 'result'> {
  result: Result<Profile[]>
  /** For each profile the processes whose sum it is; null where it is of one alone. */
  processes: (ProcessTable | null)[]
}

/**
 * What the worker replies. `done` and `total` are bytes; of the files of processes, `files` are read, of `ofFiles` in all,
 * which is 0 while that is not known. Of these replies there are many before the result, also before that of a question
 * about processes that have to be read.
 */
export type WorkerReply =
  | { id: number; kind: 'progress'; done: number; total: number; files: number; ofFiles: number }
  /** With the findings on each profile. */
  | ({ id: number; kind: 'read'; findings: Findings[] } & ProfilesRead)
  /** A reading has ended that was cancelled, or that another one overtook. */
  | { id: number; kind: 'cancelled' }
  | { id: number; kind: 'answer'; answer: Answer<Question> }
  /** What the question is about cannot be had any more. */
  | { id: number; kind: 'refused'; errors: Issue[] }
  /** Something that should not happen: the text is for a report. */
  | { id: number; kind: 'failed'; message: string }

const profiles = profileHolder()

const reply = (message: WorkerReply, transfer: ArrayBufferLike[] = []) =>
  postMessage(message, transfer as ArrayBuffer[])

async function serve(request: WorkerRequest): Promise<void> {
  const { id } = request
  if (request.kind === 'enough') ended.add(id)
  else if (request.kind === 'take') profiles.take(id, request.keep)
  else if (request.kind === 'cancel') cancel(id)
  else if (request.kind === 'read') await serveReading(request)
  else await serveQuestion(request)
}

async function serveQuestion(request: WorkerRequest & { kind: Question }): Promise<void> {
  const { id, kind, options, transforms } = request
  const onFile = (done: number, of: number) =>
    reply({ id, kind: 'progress', done, total: of, files: done, ofFiles: of })
  const found = await profiles.about(request, onFile)
  if (!found.ok) {
    if (kind === 'select') return reply({ id, kind: 'answer', answer: found })
    return reply({ id, kind: 'refused', errors: found.errors })
  }
  const { sides, ...asked } = found.value
  // The type of a request says that a question comes with its own options.
  const ask = questions[kind] as (
    read: ProfileRead,
    applied: Applied,
    options: unknown,
    sides: SidesAsked | null,
    goOn: GoOn,
  ) => Answer<Question> | Promise<Answer<Question>>
  const applied = applyTransforms(asked.profile, transforms)
  const transformed = sides && { ...transformSides(sides, applied, transforms), readRuns: sides.readRuns }
  const answer = await ask(asked, applied, options, transformed, async (done, of) => {
    onFile(done, of)
    return !(await isEnough(id))
  })
  reply({ id, kind: 'answer', answer }, buffersOf(answer))
}

/** The reading that is under way and wanted; -1 if none is. */
let wanted = -1

function cancel(id: number): void {
  if (wanted === id) wanted = -1
  profiles.decline(id)
}

async function serveReading({ id, ...request }: WorkerRequest & { kind: 'read' }): Promise<void> {
  wanted = id
  const onProgress: Progress = (done, total, files, ofFiles) =>
    reply({ id, kind: 'progress', done, total, files, ofFiles })
  const goOn = () => {
    if (wanted !== id) throw new Error('This reading was cancelled.')
  }
  const enough = async () => {
    const is = await isEnough(id)
    goOn()
    return is
  }
  try {
    const { result: found, files, held } = await readFiles(request.files, onProgress, request.held, enough)
    goOn()
    const read = found.ok ? found.value : []
    const result = found.ok ? { ...found, value: read.map(({ profile }) => profile) } : found
    const processes = read.map(({ processes }) => processes?.table ?? null)
    if (found.ok) profiles.offer(id, read)
    reply({
      id,
      kind: 'read',
      result,
      files,
      held,
      processes,
      findings: read.map(({ profile }) => findingsOf(profile)),
    })
  } catch (error) {
    if (wanted === id) throw error
    reply({ id, kind: 'cancelled' })
  }
}

/** The readings and questions that were said to be enough. */
const ended = new Set<number>()
let heard = 0
/** Milliseconds between two looks at whether somebody said so, for which the worker has to pause. */
const BETWEEN = 50

async function isEnough(id: number): Promise<boolean> {
  if (performance.now() - heard > BETWEEN) {
    await new Promise(resolve => setTimeout(resolve))
    heard = performance.now()
  }
  return ended.delete(id)
}

/** What the page may have without a copy, as the worker has no more use for it. */
function buffersOf(answer: Answer<Question>): ArrayBufferLike[] {
  if (!answer) return []
  if ('undrawn' in answer) return flameBuffers(answer)
  if (!('ok' in answer && answer.ok)) return []
  const { value } = answer
  return value instanceof Uint8Array ? [value.buffer] : 'bytes' in value ? [value.bytes.buffer] : []
}

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  serve(data).catch(error => {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
    reply({ id: data.id, kind: 'failed', message })
  })
})
