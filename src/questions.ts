// What the page asks about profiles that were read, and what it is answered: too much work for its own thread.

import { auditRead } from './audit/auditRead.ts'
import type { Audit } from './audit/ledger.ts'
import type { Sides } from './compare/bothProfiles.ts'
import { type ComparedSides, compareMeans, compareSides } from './compare/compareSides.ts'
import { flameOfSide } from './compare/flameOfSide.ts'
import { graphOfSides } from './compare/graphOfSides.ts'
import type { Normalisation } from './compare/weigh.ts'
import { type Diagnosis, diagnose } from './diagnose/diagnose.ts'
import { diagnosisInput } from './diagnose/input.ts'
import { labelOfPlace } from './diagnose/labelOfPlace.ts'
import { foldedStacks } from './export/foldedStacks.ts'
import { type FormatName, writeFormat } from './export/formats.ts'
import { type ReportOptions, type ReportSource, reportOf, withoutSwitches } from './export/reportOf.ts'
import { answerReport, type ReportQuestion } from './export/reportQuestions.ts'
import type { ReportText } from './export/reportText.ts'
import type { SidesAsked } from './heldProfiles.ts'
import type { Result } from './issue.ts'
import { type FlameOptions, layoutFlame } from './layout/flame.ts'
import type { CycleRow, Profile } from './profile.ts'
import type { ProfileRead } from './profileRead.ts'
import type { ArcAsked } from './provenance/arcByLabels.ts'
import { arcShares } from './provenance/arcShares.ts'
import { callSites } from './provenance/callSites.ts'
import type { ProcessShares } from './provenance/processShares.ts'
import { type FiguresAsked, provenanceOf } from './provenance/provenance.ts'
import { breakCycle } from './query/cycle/breakCycle.ts'
import { type Findings, findingsOf } from './query/findings.ts'
import { chooseGraph, type GraphOptions } from './query/graph/chooseGraph.ts'
import { findMatches } from './query/search.ts'
import { type PackResult, pruneToFit } from './share/pruneToFit.ts'
import type { Applied } from './transform/transform.ts'
import { type FollowedRuns, followRuns, type RunsAsked, runsKeeper } from './trend/followRuns.ts'

/**
 * What may be asked of a profile that was read, and of what transforms leave of it. Where two are compared, that is the
 * profile of both, and its sides are told.
 */
export const questions = {
  transform: (_: ProfileRead, applied: Applied, __: null): TransformAnswer => ({
    ...applied,
    findings: findingsOf(applied.profile),
  }),
  flame: (_: ProfileRead, { profile }: Applied, request: FlameRequest, sides: Sides | null) =>
    flameTable(profile, request, sides),
  /** What differs between the two that are compared; null where none are, and where their runs were not waited for. */
  compare: async (
    _: ProfileRead,
    __: Applied,
    by: Normalisation,
    sides: SidesAsked | null,
    goOn: GoOn,
  ): Promise<ComparedSides | null> => {
    if (!sides?.readRuns) return sides && compareSides(sides, by)
    const runs = await sides.readRuns(goOn)
    if (!runs || !('unread' in runs)) return runs && compareMeans(sides, by, runs)
    const compared = compareSides(sides, by)
    return { ...compared, warnings: [...compared.warnings, ...runs.unread] }
  },
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
    goOn: GoOn,
  ): Promise<TrendAnswer> => {
    if (!processes) throw new Error('This profile is of one process.')
    const runs = await latestRuns(processes, profile, asked.rows, done => goOn(done, asked.rows.length))
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
  /** Lines of the source that an arc was called from. */
  callSites: (read: ProfileRead, _: Applied, asked: ArcAsked) => callSites(read, asked),
  /** How many of the calls of an arc each process made, of a sum; null where that was not waited for. */
  arcShares: (
    read: ProfileRead,
    _: Applied,
    asked: ArcAsked,
    __: Sides | null,
    goOn: GoOn,
  ): Promise<Result<ProcessShares> | null> =>
    arcShares(read, asked, done => goOn(done, read.processes?.table.length ?? 0)),
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

/** Told how many files of processes were read, and of how many: false gives a question up. */
export type GoOn = (done: number, of: number) => Promise<boolean>

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

const latestRuns = runsKeeper()

let latest: { profile: Profile; switches: string; report: ReportText } | null = null
/** Reports are long: only the one that was asked about last is kept. */
function latestReport(profile: Profile, source: ReportSource, options: ReportOptions): ReportText {
  const switches = JSON.stringify(options)
  if (latest?.profile !== profile || latest.switches !== switches)
    latest = { profile, switches, report: reportOf(profile, source, options) }
  return latest.report
}
