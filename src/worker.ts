// The worker has no logic of its own: its messages are arguments and results of `readFiles` and of the questions
// below. It keeps the profiles that it read, so that what is worked out of them later need not be sent. To cancel,
// terminate it; to have what was read so far, tell it that this is enough.

import { auditRead } from './audit/auditRead.ts'
import type { Audit } from './audit/ledger.ts'
import { type BothProfiles, bothProfiles, type Sides, transformSides } from './compare/bothProfiles.ts'
import { compareSides } from './compare/compareSides.ts'
import { flameOfSide } from './compare/flameOfSide.ts'
import { graphOfSides } from './compare/graphOfSides.ts'
import type { Normalisation } from './compare/side.ts'
import { type Diagnosis, diagnose } from './diagnose/diagnose.ts'
import { diagnosisInput } from './diagnose/input.ts'
import { labelOfPlace } from './diagnose/labelOfPlace.ts'
import { foldedStacks } from './export/foldedStacks.ts'
import { type FormatName, writeFormat } from './export/formats.ts'
import { type ReportOptions, type ReportSource, reportOf, withoutSwitches } from './export/reportOf.ts'
import { answerReport, type ReportQuestion } from './export/reportQuestions.ts'
import type { ReportText } from './export/reportText.ts'
import type { Issue, Result } from './issue.ts'
import { type FlameOptions, layoutFlame } from './layout/flame.ts'
import { flameBuffers } from './layout/flameTable.ts'
import type { ProcessTable } from './processes/processTable.ts'
import { type Selection, selectProcesses } from './processes/selectProcesses.ts'
import type { CycleRow, Profile } from './profile.ts'
import type { ProfileRead } from './profileRead.ts'
import { type FiguresAsked, provenanceOf } from './provenance/provenance.ts'
import { breakCycle } from './query/cycle/breakCycle.ts'
import { type Findings, findingsOf } from './query/findings.ts'
import { chooseGraph, type GraphOptions } from './query/graph/chooseGraph.ts'
import { findMatches } from './query/search.ts'
import type { Halves } from './readPair.ts'
import { type FilesRead, type Progress, readFiles } from './readProfile.ts'
import { type PackResult, pruneToFit } from './share/pruneToFit.ts'
import type { DroppedFile } from './sortFiles.ts'
import { type Applied, applyTransforms, type Transform } from './transform/transform.ts'
import { type FollowedRuns, followRuns, type RunsAsked, runsKeeper } from './trend/followRuns.ts'

/**
 * What may be asked of a profile that was read, and of what transforms leave of it: too much work for the page's own thread.
 * Where two are compared, that is the profile of both, and its sides are told.
 */
const questions = {
  transform: (_: ProfileRead, applied: Applied, __: null): TransformAnswer => ({
    ...applied,
    findings: findingsOf(applied.profile),
  }),
  flame: (_: ProfileRead, { profile }: Applied, request: FlameRequest, sides: Sides | null) =>
    flameTable(profile, request, sides),
  /** What differs between the two that are compared; null where none are. */
  compare: (_: ProfileRead, __: Applied, by: Normalisation, sides: Sides | null) => sides && compareSides(sides, by),
  /** The same as folded stacks, line by line. */
  folded: (_: ProfileRead, { profile }: Applied, request: FlameRequest, sides: Sides | null) =>
    foldedStacks({ profile, table: flameTable(profile, request, sides) }),
  graph: (_: ProfileRead, { profile }: Applied, options: GraphOptions, sides: Sides | null) =>
    sides ? graphOfSides(profile, sides, options) : chooseGraph(profile, options),
  cycleCuts: (_: ProfileRead, { profile }: Applied, cycle: CycleRow) => breakCycle(profile, cycle),
  /** Some of the processes as a profile, which all questions may be asked about. */
  select: ({ profile }: ProfileRead, _: Applied, __: null): SelectAnswer => ({
    ok: true,
    value: { profile, findings: findingsOf(profile) },
    warnings: [],
  }),
  /** How functions moved over runs, of a set of them; null where that was not waited for. */
  trend: async (
    { profile, processes }: ProfileRead,
    _: Applied,
    asked: RunsAsked,
    __: Sides | null,
    id: number,
  ): Promise<TrendAnswer> => {
    if (!processes) throw new Error('This profile is of one process.')
    const [total, ofFiles] = [asked.rows.length, asked.rows.length]
    const runs = await latestRuns(processes, profile, asked.rows, async done => {
      reply({ id, kind: 'progress', done, total, files: done, ofFiles })
      return !(await isEnough(id))
    })
    return runs?.ok ? { ok: true, value: followRuns(runs.value, asked), warnings: [] } : runs
  },
  /** What is wrong with it, as it was read. */
  diagnose: async (read: ProfileRead, _: Applied, __: null): Promise<DiagnoseAnswer> => {
    const cards = diagnose(await diagnosisInput(read))
    const { unit, total } = read.profile
    return { cards, labels: cards.map(({ place }) => labelOfPlace(read.profile, place)), unit, total }
  },
  /** Whether the figures of its report agree with one another. */
  audit: (read: ProfileRead, _: Applied, __: null): Audit => auditRead(read),
  /** Where figures come from: of the profile as it was read. */
  source: (read: ProfileRead, _: Applied, asked: FiguresAsked) =>
    provenanceOf(read, latestReport(read.profile, read.source, withoutSwitches), asked),
  search: (_: ProfileRead, { profile }: Applied, text: string) => findMatches(profile, text),
  export: (_: ProfileRead, { profile }: Applied, { format, graph }: ExportRequest) =>
    writeFormat(format, [profile], graph),
  /** For a link or a file: as it was read, since transforms travel with the view. See {@link pruneToFit}. */
  pack: (read: ProfileRead, _: Applied, { characters, processes }: PackRequest): Promise<PackResult> =>
    pruneToFit(processes ? read : { ...read, processes: null }, characters),
  /** Always of the file as it was read. */
  report: ({ profile, source }: ProfileRead, _: Applied, { switches, question }: ReportRequest) =>
    answerReport(latestReport(profile, source, switches), profile, question),
}
const flameTable = (profile: Profile, { side, ...options }: FlameRequest, sides: Sides | null) =>
  sides && side ? flameOfSide(profile, sides[side], options) : layoutFlame(profile, options)

export type Question = keyof typeof questions
/** What a question takes beside the profile, and its answer. */
export type Options<Q extends Question> = Parameters<(typeof questions)[Q]>[2]
export type Answer<Q extends Question> = Awaited<ReturnType<(typeof questions)[Q]>>

/** A flame chart; of two profiles that are compared, `side` is the one that it shows. */
export interface FlameRequest extends FlameOptions {
  side?: keyof Sides
}

/** A transformed profile, with the findings on it. */
export type TransformAnswer = Applied & { findings: Findings }

/** A profile of some processes, with the findings on it; it fails where their files are gone. */
export type SelectAnswer = Result<{ profile: Profile; findings: Findings }>

/** A trend; it fails where the files of runs are gone. */
export type TrendAnswer = Result<FollowedRuns> | null

/** What may be said against a profile, ranked. */
export interface DiagnoseAnswer extends Pick<Profile, 'unit' | 'total'> {
  cards: Diagnosis[]
  /** By card: the label of the function that its place is, or of a member of the cycle that it is; else empty. */
  labels: string[]
}

/** What to pack: for so many characters of a link, null for any; and whether with the processes of a sum. */
export interface PackRequest {
  characters: number | null
  processes?: true
}

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

/** What a question is about. */
export interface Asked {
  /** Counts the profiles that were read, from 0. */
  profile: number
  /** Of its processes, these; null for the profile as it was read. */
  selection: Selection | null
  /** What it is compared with: the profile before. The question is then about both. */
  against: Pick<Asked, 'profile' | 'selection'> | null
  transforms: readonly Transform[]
}

/**
 * What the page asks for. The reply has the same id. `held` is what the last reply said to hold. So many profiles that were
 * read before are kept, and what is read now comes after them.
 */
export type WorkerRequest =
  | { id: number; kind: 'read'; files: DroppedFile[]; held: Halves<DroppedFile>; keep: number }
  /**
   * About the reading with this id: what is being done is enough. Looking for files ends, and those that were found are
   * read; reading ends, and what was read is the result. A trend with this id is given up. It has no reply of its own.
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
  | { id: number; kind: 'answer'; answer: Answer<Question> }
  /** What the question is about cannot be had any more. */
  | { id: number; kind: 'refused'; errors: Issue[] }
  /** Something that should not happen: the text is for a report. */
  | { id: number; kind: 'failed'; message: string }

let read: ProfileRead[] = []

const latestRuns = runsKeeper()

let latest: { profile: Profile; switches: string; report: ReportText } | null = null
/** Reports are long: only the one that was asked about last is kept. */
function latestReport(profile: Profile, source: ReportSource, options: ReportOptions): ReportText {
  const switches = JSON.stringify(options)
  if (latest?.profile !== profile || latest.switches !== switches)
    latest = { profile, switches, report: reportOf(profile, source, options) }
  return latest.report
}

const reply = (message: WorkerReply, transfer: ArrayBufferLike[] = []) =>
  postMessage(message, transfer as ArrayBuffer[])

async function serve(request: WorkerRequest): Promise<void> {
  const { id } = request
  if (request.kind === 'enough') ended = id
  else if (request.kind === 'read') await serveReading(request)
  else {
    const found = await about(request, id)
    if (!found.ok) {
      if (request.kind === 'select') return reply({ id, kind: 'answer', answer: found })
      return reply({ id, kind: 'refused', errors: found.errors })
    }
    const { sides, ...asked } = found.value
    // The type of a request says that a question comes with its own options.
    const ask = questions[request.kind] as (
      read: ProfileRead,
      applied: Applied,
      options: unknown,
      sides: Sides | null,
      id: number,
    ) => Answer<Question> | Promise<Answer<Question>>
    const applied = applyTransforms(asked.profile, request.transforms)
    const transformed = sides && transformSides(sides, applied, request.transforms)
    const answer = await ask(asked, applied, request.options, transformed, id)
    reply({ id, kind: 'answer', answer }, buffersOf(answer))
  }
}

/** What a question is about, before transforms; with its sides where two are compared. */
interface About extends ProfileRead {
  sides: Sides | null
}

async function about({ against, ...asked }: Asked, id: number): Promise<Result<About>> {
  const b = await readOf(asked, id)
  if (!b.ok || !against) return b.ok ? { ...b, value: { ...b.value, sides: null } } : b
  const a = await readOf(against, id)
  if (!a.ok) return a
  const { profile, ...sides } = latestBoth(a.value.profile, b.value.profile)
  return { ok: true, value: { profile, source: null, processes: null, sides }, warnings: [] }
}

async function readOf({ profile, selection }: Pick<Asked, 'profile' | 'selection'>, id: number) {
  const whole = read[profile]
  if (!whole) throw new Error(`There is no profile ${profile} in the worker.`)
  return selection ? selected(whole, selection, id) : { ok: true as const, value: whole, warnings: [] }
}

let latestPair: { a: Profile; b: Profile; both: BothProfiles } | null = null
function latestBoth(a: Profile, b: Profile): BothProfiles {
  if (latestPair?.a !== a || latestPair.b !== b) latestPair = { a, b, both: bothProfiles(a, b) }
  return latestPair.both
}

async function serveReading(request: WorkerRequest & { kind: 'read' }): Promise<void> {
  const { id, keep } = request
  const progress: Progress = (done, total, files, ofFiles) =>
    reply({ id, kind: 'progress', done, total, files, ofFiles })
  const { result: found, files, held } = await readFiles(request.files, progress, request.held, () => isEnough(id))
  if (found.ok) {
    read = [...read.slice(0, keep), ...found.value]
  }
  const profiles = found.ok ? found.value.map(({ profile }) => profile) : []
  const processes = found.ok ? found.value.map(({ processes }) => processes?.table ?? null) : []
  const result = found.ok ? { ...found, value: profiles } : found
  reply({ id, kind: 'read', result, files, held, processes, findings: profiles.map(findingsOf) })
}

/** The reading that was said to be enough. */
let ended = -1
let heard = 0
/** Milliseconds between two looks at whether somebody said so, for which the worker has to pause. */
const BETWEEN = 50

async function isEnough(id: number): Promise<boolean> {
  if (performance.now() - heard > BETWEEN) {
    await new Promise(resolve => setTimeout(resolve))
    heard = performance.now()
  }
  if (ended !== id) return false
  ended = -1
  return true
}

/** The latest selections: going to and fro between a few of them reads no file again. */
const chosen: { from: ProfileRead; key: string; read: Promise<Result<ProfileRead>> }[] = []
const MOST_CHOSEN = 4

function selected(from: ProfileRead, selection: Selection, id: number): Promise<Result<ProfileRead>> {
  const key = `${selection.as} ${selection.rows.join(' ')}`
  const known = chosen.findIndex(each => each.from === from && each.key === key)
  const [latest] = known < 0 ? [{ from, key, read: select(from, selection, id) }] : chosen.splice(known, 1)
  chosen.unshift(latest)
  chosen.length = Math.min(chosen.length, MOST_CHOSEN)
  return latest.read
}

async function select({ processes }: ProfileRead, selection: Selection, id: number): Promise<Result<ProfileRead>> {
  if (!processes) throw new Error('This profile is of one process.')
  const total = selection.rows.length
  const onFile = (done: number) => reply({ id, kind: 'progress', done, total, files: done, ofFiles: total })
  return selectProcesses(processes, selection, onFile)
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
