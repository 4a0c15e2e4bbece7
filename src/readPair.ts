// An executable and the gmon.out files of its runs, dropped together or one after the other.

import { fitOf, judgePair } from './analyse/judgePair.ts'
import { profileOfRun } from './analyse/profileOfRun.ts'
import type { ReportSource } from './export/reportOf.ts'
import type { Issue, Result } from './issue.ts'
import { namesOfSymbols } from './parse/demangle/namesOfSymbols.ts'
import { readRange } from './parse/elf.ts'
import { notElf } from './parse/executableKind.ts'
import { tracesOfBsd } from './parse/gmonForm.ts'
import type { Profile } from './profile.ts'
import { type NamedSource, type PairRead, readRun } from './readRun.ts'

/** A profile, and what its report is made from. */
export interface ProfileRead {
  profile: Profile
  source: ReportSource
}

/** Executables, and gmon.out files of one of them. Where one kind is missing, the other waits for it. */
export interface Halves<File> {
  programs: File[]
  profiles: File[]
}

/** One profile of all gmon.out files together. Of several executables, the one that the addresses fit best is taken. */
export async function readPair({ programs, profiles }: Halves<NamedSource>): Promise<Result<ProfileRead[]>> {
  let best: { pair: PairRead; warnings: Issue[]; fit: number; program: NamedSource } | null = null
  const errors: Issue[] = []
  for (const program of programs) {
    const result = await readRun(program, profiles)
    if (!result.ok) {
      errors.push(...result.errors)
      continue
    }
    const fit = fitOf(result.value.run, result.value.sum) || 0
    if (best === null || fit > best.fit) best = { pair: result.value, warnings: result.warnings, fit, program }
  }
  if (best === null) return { ok: false, errors }
  const { pair, warnings, program } = best
  const issues = [...warnings, ...judgePair(pair.elf, pair.run, pair.sum)]
  const { shown, ...names } = namesOfSymbols(pair.functions.name)
  const added = pair.sum.added
  const title = added.length === 1 ? `${program.name} ${added[0]}` : `${program.name}, ${added.length} runs`
  const profile = profileOfRun(pair.run, names, title, issues)
  const source = { kind: 'run' as const, run: pair.run, shown, file: pair.files, unused: true }
  return { ok: true, value: [{ profile, source }], warnings: [] }
}

/** What one half says of the other, which is missing. */
export async function needsOther({ programs, profiles }: Halves<NamedSource>): Promise<Issue[]> {
  if (profiles.length === 0) return Promise.all(programs.map(needsGmonOut))
  const cut: Issue[] = []
  const whole: string[] = []
  for (const { name, source } of profiles) {
    const traces = tracesOfBsd(await readRange(source, 0, source.size))
    if (traces && traces.header.claimed > source.size) cut.push(cutHistogram(name, traces.header.claimed, source.size))
    else whole.push(name)
  }
  return whole.length === 0 ? cut : [needsExecutable(whole), ...cut]
}

/** Of a BSD file whose histogram is cut nothing is left, whichever executable comes. */
const cutHistogram = (name: string, claimed: number, size: number): Issue => ({
  code: 'truncated',
  message: `“${name}” is a gmon.out as BSD systems write it, but not all of it: by its header, its histogram reaches to byte ${claimed.toLocaleString('en-US')}, and the file ends at byte ${size.toLocaleString('en-US')}. Nothing of it can be shown. Copy it again, or run the program again to its normal end, and drop it together with the executable.`,
  at: { byte: size },
})

function needsExecutable(names: string[]): Issue {
  const [name] = names
  const which = names.length === 1 ? `“${name}” is` : `“${name}” and ${names.length - 1} more are`
  return {
    code: 'needs-executable',
    message: `${which} what a program built with -pg leaves behind: addresses and counts. The names of the functions are in the program's executable: drop that too, not stripped, of the same build.`,
  }
}

async function needsGmonOut({ name, source }: NamedSource): Promise<Issue> {
  const other = notElf(await readRange(source, 0, 64), source.size)
  if (other) return { code: 'not-gprof', message: `“${name}”: ${other}`, at: { byte: 0 } }
  return {
    code: 'needs-gmon',
    message: `“${name}” is a program. Built with -pg and run to its normal end, it leaves a gmon.out in the directory it ran in: drop that too.`,
  }
}
