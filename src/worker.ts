// The worker has no logic of its own: its messages are arguments and results of `readFiles` and of the questions
// below. It keeps the profiles that it read, so that what is worked out of them later need not be sent. To cancel,
// terminate it.

import { foldedStacks } from './export/foldedStacks.ts'
import { type FormatName, writeFormat } from './export/formats.ts'
import { type ReportOptions, type ReportSource, reportOf } from './export/reportOf.ts'
import { answerReport, type ReportQuestion } from './export/reportQuestions.ts'
import type { ReportText } from './export/reportText.ts'
import type { Result } from './issue.ts'
import { type FlameOptions, layoutFlame } from './layout/flame.ts'
import { flameBuffers } from './layout/flameTable.ts'
import type { ProcessTable } from './processes/processTable.ts'
import { type Selection, selectProcesses } from './processes/selection.ts'
import type { CycleRow, Profile } from './profile.ts'
import type { ProfileRead } from './profileRead.ts'
import { breakCycle } from './query/cycle/breakCycle.ts'
import { type Findings, findingsOf } from './query/findings.ts'
import { chooseGraph, type GraphOptions } from './query/graph/chooseGraph.ts'
import { findMatches } from './query/search.ts'
import type { Halves } from './readPair.ts'
import { type FilesRead, readFiles } from './readProfile.ts'
import { type PackResult, pruneToFit } from './share/pruneToFit.ts'
import type { DroppedFile } from './sortFiles.ts'
import { type Applied, applyTransforms, type Transform } from './transform/transform.ts'

/** What may be asked of a profile that was read, and of what transforms leave of it: too much work for the page's own thread. */
const questions = {
  /** What the other questions of a selection are about. */
  select: ({ profile }: ProfileRead, _: Applied, __: null): SelectAnswer => ({
    profile,
    findings: findingsOf(profile),
  }),
  transform: (_: ProfileRead, applied: Applied, __: null): TransformAnswer => ({
    ...applied,
    findings: findingsOf(applied.profile),
  }),
  flame: (_: ProfileRead, { profile }: Applied, options: FlameOptions) => layoutFlame(profile, options),
  /** The same as folded stacks, line by line. */
  folded: (_: ProfileRead, { profile }: Applied, options: FlameOptions) =>
    foldedStacks({ profile, table: layoutFlame(profile, options) }),
  graph: (_: ProfileRead, { profile }: Applied, options: GraphOptions) => chooseGraph(profile, options),
  cycleCuts: (_: ProfileRead, { profile }: Applied, cycle: CycleRow) => breakCycle(profile, cycle),
  search: (_: ProfileRead, { profile }: Applied, text: string) => findMatches(profile, text),
  export: (_: ProfileRead, { profile }: Applied, { format, graph }: ExportRequest) =>
    writeFormat(format, [profile], graph),
  /** For a link or a file: as it was read, since transforms travel with the view. See {@link pruneToFit}. */
  pack: (read: ProfileRead, _: Applied, { characters }: { characters: number | null }): Promise<PackResult> =>
    pruneToFit(read, characters),
  /** Always of the file as it was read. */
  report: ({ profile, source }: ProfileRead, _: Applied, { switches, question }: ReportRequest) =>
    answerReport(latestReport(profile, source, switches), profile, question),
}
export type Question = keyof typeof questions
/** What a question takes beside the profile, and its answer. */
export type Options<Q extends Question> = Parameters<(typeof questions)[Q]>[2]
export type Answer<Q extends Question> = Awaited<ReturnType<(typeof questions)[Q]>>

/** The profile of a selection of processes, with the findings on it. */
export interface SelectAnswer {
  profile: Profile
  findings: Findings
}

/** A transformed profile, with the findings on it. */
export type TransformAnswer = Applied & { findings: Findings }

/** A file to be written; `graph` for those that show a part of the call graph. */
export interface ExportRequest {
  format: FormatName
  graph: GraphOptions
}

/** A question about the report that is printed with some switches. */
export interface ReportRequest {
  switches: ReportOptions
  question: ReportQuestion
}

/**
 * What the page asks for. The reply has the same id. `held` is what the last reply said to hold; `profile` counts the
 * profiles of the last read, from 0.
 */
export type WorkerRequest =
  | { id: number; kind: 'read'; files: DroppedFile[]; held: Halves<DroppedFile> }
  | {
      id: number
      kind: Question
      profile: number
      selection: Selection
      transforms: readonly Transform[]
      options: Options<Question>
    }

/** What came of files: the same as in the worker, without what it keeps for itself. */
export interface ProfilesRead extends Omit<FilesRead, 'result'> {
  result: Result<Profile[]>
  /** By profile: the processes whose sum it is; null for a profile of one. */
  processes: (ProcessTable | null)[]
}

/** What the worker replies. `done` and `total` are bytes; of these replies there are many before the result. */
export type WorkerReply =
  | { id: number; kind: 'progress'; done: number; total: number }
  /** With the findings on each profile. */
  | ({ id: number; kind: 'read'; findings: Findings[] } & ProfilesRead)
  | { id: number; kind: 'answer'; answer: Answer<Question> }
  /** Something that should not happen: the text is for a report. */
  | { id: number; kind: 'failed'; message: string }

let read: ProfileRead[] = []

let latest: { profile: Profile; switches: string; report: ReportText } | null = null
/** Reports are long: only the one that was asked about last is kept. */
function latestReport(profile: Profile, source: ReportSource, options: ReportOptions): ReportText {
  const switches = JSON.stringify(options)
  if (latest?.profile !== profile || latest.switches !== switches)
    latest = { profile, switches, report: reportOf(profile, source, options) }
  return latest.report
}

/** So many selections are kept: whoever goes back and forth between two need not wait. */
const MOST_SELECTIONS = 4
const selections = new Map<ProfileRead, Map<string, Promise<ProfileRead>>>()

/** What a selection makes of a profile. */
function selected(all: ProfileRead, selection: Selection): Promise<ProfileRead> {
  const known = selections.get(all) ?? new Map<string, Promise<ProfileRead>>()
  selections.set(all, known)
  const key = JSON.stringify(selection)
  const found = known.get(key) ?? selectProcesses(all, selection)
  found.catch(() => known.delete(key)) // a file that was gone may be back
  known.delete(key)
  known.set(key, found)
  const [oldest] = known.keys()
  if (known.size > MOST_SELECTIONS) known.delete(oldest)
  return found
}

const reply = (message: WorkerReply, transfer: ArrayBufferLike[] = []) =>
  postMessage(message, transfer as ArrayBuffer[])

async function serve(request: WorkerRequest): Promise<void> {
  const { id } = request
  if (request.kind === 'read') {
    const progress = (done: number, total: number) => reply({ id, kind: 'progress', done, total })
    const { result: found, files, held } = await readFiles(request.files, progress, request.held)
    if (found.ok) {
      read = found.value
      selections.clear()
    }
    const profiles = found.ok ? read.map(({ profile }) => profile) : []
    const result = found.ok ? { ...found, value: profiles } : found
    const processes = found.ok ? read.map(one => one.processes?.table ?? null) : []
    return reply({ id, kind: 'read', result, files, held, findings: profiles.map(findingsOf), processes })
  }
  const whole = read[request.profile]
  if (!whole) throw new Error(`There is no profile ${request.profile} in the worker.`)
  const asked = await selected(whole, request.selection)
  // The type of a request says that a question comes with its own options.
  const ask = questions[request.kind] as (
    read: ProfileRead,
    applied: Applied,
    options: unknown,
  ) => Answer<Question> | Promise<Answer<Question>>
  const answer = await ask(asked, applyTransforms(asked.profile, request.transforms), request.options)
  reply({ id, kind: 'answer', answer }, buffersOf(answer))
}

/** What the page may have without a copy, as the worker has no more use for it. */
function buffersOf(answer: Answer<Question>): ArrayBufferLike[] {
  if (!answer) return []
  if ('undrawn' in answer) return flameBuffers(answer)
  if (!('ok' in answer && answer.ok)) return []
  return [('bytes' in answer.value ? answer.value.bytes : answer.value).buffer]
}

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  serve(data).catch(error => {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
    reply({ id: data.id, kind: 'failed', message })
  })
})
