// An executable and the gmon.out files of its runs, dropped together or one after the other.

import { fitOf, judgePair } from './analyse/judgePair.ts'
import { profileOfRun, profileRowsOf, rowsByFunction } from './analyse/profileOfRun.ts'
import { baseName } from './baseName.ts'
import { recordedOf } from './diagnose/recorded/recorded.ts'
import { HEAD } from './fileKind.ts'
import { firstIssues, type Issue, type Result } from './issue.ts'
import { namesOfSymbols, type SymbolNames } from './parse/demangle/namesOfSymbols.ts'
import { readRange } from './parse/elf.ts'
import { notElf } from './parse/executableKind.ts'
import { tracesOfBsd } from './parse/gmonForm.ts'
import type { GmonOut } from './parse/gmonRecords.ts'
import { processColumns } from './processes/processColumns.ts'
import { factsOfGmon, processRuns } from './processes/processRuns.ts'
import { processTable } from './processes/processTable.ts'
import type { ProcessSet, ProfileRead } from './profileRead.ts'
import { say } from './readingSentences.ts'
import { isStripped, type NamedSource, openProgram, type Program, type Reading, readGmon, readRuns } from './readRun.ts'
import { titleOfProcesses } from './titles.ts'

/** Executables, and gmon.out files of one of them. Where one kind is missing, the other waits for it. */
export interface Halves<File> {
  programs: File[]
  profiles: File[]
}

/** So many files tell which of several executables wrote them. */
const ASKED = 8

/**
 * One profile of all gmon.out files together, with the processes that they were of. Of several executables, the one that
 * the addresses fit best is taken; of a stripped one and its debug file, the latter.
 */
export async function readPair(
  { programs, profiles }: Halves<NamedSource>,
  goOn: Reading['goOn'] = () => true,
): Promise<Result<ProfileRead[]>> {
  const opened: Program[] = []
  const errors: Issue[] = []
  for (const program of programs) {
    const result = await openProgram(program)
    if (result.ok) opened.push(result.value)
    else errors.push(...result.errors)
  }
  if (opened.length === 0) return { ok: false, errors }
  const program = await bestFit(opened.filter(isNeeded), profiles)
  const read = await readWith(program, namesOfSymbols(program.functions.name), profiles, goOn)
  return read.ok ? { ...read, value: [read.value] } : read
}

/** A stripped executable is not, where the one that it was made from, or its debug file, is there with all symbols. */
function isNeeded(program: Program, _: number, all: Program[]): boolean {
  const { buildId, name } = program.debugFile
  const isOrigin = (other: Program) =>
    !isStripped(other) && other.debugFile.buildId === buildId && (buildId !== '' || baseName(other.name) === name)
  return !isStripped(program) || !all.some(isOrigin)
}

async function bestFit(programs: Program[], profiles: NamedSource[]): Promise<Program> {
  if (programs.length === 1) return programs[0]
  let best = programs[0]
  let most = -1
  for (const program of programs) {
    const result = await readRuns(program, profiles.slice(0, ASKED))
    const fit = result.ok ? fitOf(result.value.run, result.value.sum) || 0 : -1
    if (fit > most) {
      best = program
      most = fit
    }
  }
  return best
}

async function readWith(
  program: Program,
  { shown, ...names }: SymbolNames,
  profiles: NamedSource[],
  goOn: Reading['goOn'] = () => true,
): Promise<Result<ProfileRead>> {
  const columns = processColumns()
  const factsOf = factsOfGmon(program.functions)
  const onAdded = (gmon: GmonOut, place: number) => columns.add(factsOf(gmon), place)
  const result = await readRuns(program, profiles, { onAdded, goOn })
  if (!result.ok) return { ok: false, errors: firstIssues(result.errors) }
  const pair = result.value
  const { run, sum, elf, files, failed } = pair
  const issues = [...firstIssues(result.warnings), ...judgePair(elf, run, sum)]
  const { added } = sum
  const programName = baseName(program.name)
  const title = added.length === 1 ? `${programName} ${added[0]}` : titleOfProcesses(programName, added.length)
  const profile = profileOfRun(run, names, title, issues)
  const source = { kind: 'run' as const, run, shown, file: files, unused: true }
  let known: ReturnType<typeof recordedOf> | null = null
  const recorded = () => {
    known ??= recordedOf(program.name, pair)
    return known
  }
  if (added.length === 1) return { ok: true, value: { profile, source, processes: null, recorded, pair }, warnings: [] }
  const figures = columns.take(rowsByFunction(profileRowsOf(run), run.functions.length))
  const written = added.map((path, row) => ({ path, date: profiles[figures.place[row]].date }))
  const processes: ProcessSet = {
    table: processTable(figures, written, profile.functions.length, failed),
    read: (rows, onFile = () => {}) => {
      const files = rows.map(row => profiles[figures.place[row]])
      return readWith(program, { shown, ...names }, files, done => {
        onFile(done)
        return true
      })
    },
    async *runs() {
      const runOf = processRuns(run)
      for (const place of figures.place) {
        const gmon = await readGmon(profiles[place], program.elf)
        yield gmon.ok ? { ...gmon, value: runOf(gmon.value) } : gmon
      }
    },
  }
  return { ok: true, value: { profile, source, processes, recorded, pair }, warnings: [] }
}

/** What one half says of the other, which is missing. */
export async function needsOther({ programs, profiles }: Halves<NamedSource>): Promise<Issue[]> {
  if (profiles.length === 0) return Promise.all(programs.map(needsGmonOut))
  const cut: Issue[] = []
  const whole: string[] = []
  for (const { name, source } of profiles) {
    const traces = tracesOfBsd(await readRange(source, 0, HEAD), source.size)
    if (traces && traces.header.claimed > source.size) cut.push(cutHistogram(name, traces.header.claimed, source.size))
    else whole.push(name)
  }
  return whole.length === 0 ? firstIssues(cut) : [needsExecutable(whole), ...firstIssues(cut)]
}

/** Of a BSD file whose histogram is cut nothing is left, whichever executable comes. */
const cutHistogram = (name: string, claimed: number, size: number): Issue => ({
  code: 'truncated',
  ...say('histogramCut', { name, claimed, size }),
  at: { byte: size },
})

const needsExecutable = ([name, ...others]: string[]): Issue => ({
  code: 'needs-executable',
  ...say('needsExecutable', { name, others: others.length }),
})

async function needsGmonOut({ name, source }: NamedSource): Promise<Issue> {
  const other = notElf(await readRange(source, 0, 64), source.size)
  if (other) return { code: 'not-gprof', ...say('noProgramIn', { name, what: other }), at: { byte: 0 } }
  return { code: 'needs-gmon', ...say('needsGmon', { name }) }
}
