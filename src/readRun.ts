// From an executable and the gmon.out files of its runs to what gprof works out from them.

import { type Addressed, functionsByAddress } from './analyse/functionsByAddress.ts'
import { type GprofRun, runGprof } from './analyse/gprofRun.ts'
import { lineSymbols, placesOf } from './analyse/lineSymbols.ts'
import { type Functions, selectSymbols } from './analyse/selectSymbols.ts'
import { gmonSum, type SummedGmon } from './analyse/sumGmon.ts'
import { DamagedFile } from './archive/sources.ts'
import type { Issue, Result } from './issue.ts'
import { readCodeStarts } from './parse/codeStarts.ts'
import { type DebugFile, readDebugFile } from './parse/debugFile.ts'
import { readNearestLines } from './parse/dwarf/nearestLines.ts'
import { sourceFilesOf } from './parse/dwarf/sourceFiles.ts'
import { type ByteSource, type Elf, readElf, readRange } from './parse/elf.ts'
import { readGmonOut } from './parse/gmonOut.ts'
import type { GmonOut } from './parse/gmonRecords.ts'
import { readUnwindTable } from './parse/unwindTable.ts'
import { say } from './readingSentences.ts'
import type { Said } from './saying.ts'

/** A file by name, read in parts or in whole. */
export interface NamedSource {
  name: string
  source: ByteSource
  /** When it was last written, in milliseconds since 1970; NaN or nothing where that is not known. */
  date?: number
}

/** An executable, and what gprof takes from it; of a stripped one, what is known of its functions all the same. */
export interface Program {
  name: string
  elf: Elf
  functions: Functions
  /** How the functions of a stripped executable are known; null where gprof finds them, or where there are exported names alone. */
  addressed: Addressed | null
  /** Where its symbols may be, if they are in another file. */
  debugFile: DebugFile
  /** Source file of each static function, without directories; empty where unknown, and for all others. */
  files: string[]
  /** What is odd about it. */
  issues: Issue[]
}

/** Whether symbols are missing that the executable was linked with, so that gprof can do nothing with it. */
export const isStripped = ({ elf, addressed }: Pick<Program, 'elf' | 'addressed'>): boolean =>
  elf.symbols.source !== 'symtab' || addressed !== null

/** A run, and what it was made from. */
export interface PairRead extends Omit<Program, 'name' | 'issues'> {
  sum: SummedGmon
  run: GprofRun
  /** Files that are not in the sum, and why. */
  failed: Issue[]
}

/** For whoever wants to know of the single files while they are read. */
export interface Reading {
  /** A file that is in the sum, while it is at hand. `place` counts the files that were given, from 0. */
  onAdded?: (gmon: GmonOut, place: number) => void
  /** After each file, with the number of those that are done: false ends the reading, and what has been read counts. */
  goOn?: (done: number) => boolean | Promise<boolean>
}

/**
 * Reads one executable and any number of gmon.out files, and adds the files up. Files that do not fit are left out and
 * named among the warnings; it fails where the executable cannot be read, or no file fits.
 */
export async function readRun(program: NamedSource, profiles: NamedSource[]): Promise<Result<PairRead>> {
  const opened = await openProgram(program)
  return opened.ok ? readRuns(opened.value, profiles) : opened
}

/** Reads an executable, as far as gprof needs it, and further where it is stripped. */
export async function openProgram({ name, source }: NamedSource): Promise<Result<Program>> {
  const read = await readElf(source)
  if (!read.ok) return { ok: false, errors: read.errors.map(error => ({ ...error, file: name })) }
  const elf = read.value
  const selected = selectSymbols(elf)
  const found =
    elf.symbols.source === 'symtab' && selected.length > 0
      ? null
      : functionsByAddress(elf, await readUnwindTable(elf), await readCodeStarts(elf))
  const debugFile = await readDebugFile(elf)
  const functions = found?.functions ?? selected
  if (functions.length === 0)
    return { ok: false, errors: [{ code: 'incomplete', ...noFunctions(elf, debugFile), file: name }] }
  const files = await filesOfStatics(elf, functions)
  const addressed = found?.addressed ?? null
  const issues = [...read.warnings, ...whatIsStripped(elf, addressed)].map(warning => ({ ...warning, file: name }))
  return { ok: true, value: { name, elf, functions, addressed, debugFile, files, issues }, warnings: [] }
}

/** Reads runs of a program, one file at a time, and adds them up. It fails where no file fits. */
export async function readRuns(
  { name: _, issues: ofProgram, ...program }: Program,
  profiles: NamedSource[],
  { onAdded = () => {}, goOn = () => true }: Reading = {},
): Promise<Result<PairRead>> {
  const { elf, functions } = program
  const adding = gmonSum()
  const issues = [...ofProgram]
  const failed: Issue[] = []
  let done = 0
  let coming = profiles.slice(0, 1).map(readWhole)
  for (const file of profiles) {
    const gmon = gmonOf(await coming[0], elf)
    coming = profiles.slice(done + 1, done + 2).map(readWhole) // the next is on its way while this one is worked on
    const found = gmon.ok ? gmon.warnings : gmon.errors
    // Of a file that is cut before anything in it was whole, nothing is left to show.
    const usable = gmon.ok && (found.length === 0 || gmon.value.histograms.length + gmon.value.arcs.length > 0)
    const list = usable ? issues : failed
    list.push(...found.map(issue => ({ ...issue, file: file.name })))
    if (usable && adding.add({ name: file.name, gmon: gmon.value })) onAdded(gmon.value, done)
    done++
    if (!(await goOn(done))) break
  }
  const sum = adding.take()
  if (sum.added.length === 0 && failed.length > 0) return { ok: false, errors: failed }
  if (done < profiles.length) issues.push(ended(done, profiles.length))
  const run = runGprof(functions, sum)
  return {
    ok: true,
    value: { ...program, sum, run, failed: [...failed, ...sum.leftOut] },
    warnings: [...failed, ...issues, ...sum.leftOut, ...sum.warnings],
  }
}

/** A run that is counted by source line, which makes a symbol of each line. */
export interface LineRun {
  run: GprofRun
  /** By symbol: what gprof writes behind its name to say where it is. */
  places: string[]
}

/** Counts a run by source line, as gprof does for a sum. Where there is no debug information it is by function. */
export async function runByLine({ elf, functions, sum }: PairRead): Promise<LineRun> {
  const symbols = lineSymbols(elf, functions, await readNearestLines(elf, functions.origin))
  return { run: runGprof(symbols, sum), places: placesOf(symbols) }
}

/** Reads one gmon.out of a program. */
export async function readGmon(file: NamedSource, elf: Elf): Promise<Result<GmonOut>> {
  return gmonOf(await readWhole(file), elf)
}

const gmonOf = (bytes: Result<Uint8Array>, { form }: Elf): Result<GmonOut> =>
  bytes.ok ? readGmonOut(bytes.value, form) : bytes

/** All bytes of a file. */
export async function readWhole({ name, source }: NamedSource): Promise<Result<Uint8Array>> {
  try {
    return { ok: true, value: await readRange(source, 0, source.size), warnings: [] }
  } catch (error) {
    return { ok: false, errors: [unreadable(name, error)] }
  }
}

/** Why the bytes of a file cannot be had: what is read out of an archive says it itself. */
export const unreadable = (name: string, error: unknown): Issue => ({
  code: 'damaged',
  ...whyUnreadable(name, error),
  file: name,
})

function whyUnreadable(name: string, error: unknown): Said {
  if (error instanceof DamagedFile) return error.said
  if (error instanceof Error && !(error instanceof DOMException)) return { message: error.message, says: null }
  return say('unreadable', { name })
}

const ended = (done: number, all: number): Issue => ({
  code: 'incomplete',
  ...say('ended', { done, all }),
})

/** What a person should know of an executable that opens without all of its symbols. */
function whatIsStripped(elf: Elf, addressed: Addressed | null): Issue[] {
  const hasAllNames = addressed !== null && addressed.unnamed + addressed.stretches === 0
  if (!isStripped({ elf, addressed }) || hasAllNames) return []
  const said = addressed ? say('functionsByAddress', { functions: addressed.unnamed }) : say('onlyExported')
  return [{ code: 'incomplete', ...said }]
}

function noFunctions({ symbols, text }: Elf, { buildId, name }: DebugFile): Said {
  const bytes = text.size
  return symbols.source === 'symtab'
    ? say('noFunctions', { symbols: symbols.length, bytes })
    : say('noFunctionsLeft', { symbols: symbols.source === 'none' ? null : symbols.length, bytes, name, buildId })
}

async function filesOfStatics(elf: Elf, { length, origin, address, isStatic }: Functions): Promise<string[]> {
  const rows = Array.from({ length }, (_, fn) => fn).filter(fn => isStatic[fn])
  const found = await sourceFilesOf(
    elf,
    BigUint64Array.from(rows, fn => origin + BigInt(address[fn])),
  )
  const files: string[] = new Array(length).fill('')
  rows.forEach((fn, i) => {
    files[fn] = found[i]
  })
  return files
}
