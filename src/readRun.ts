// From an executable and the gmon.out files of its runs to what gprof works out from them.

import { type GprofRun, runGprof } from './analyse/gprofRun.ts'
import { lineSymbols, placesOf } from './analyse/lineSymbols.ts'
import { type Functions, selectSymbols } from './analyse/selectSymbols.ts'
import { type NamedGmon, type SummedGmon, sumGmon } from './analyse/sumGmon.ts'
import type { Issue, Result } from './issue.ts'
import { readNearestLines } from './parse/dwarf/nearestLines.ts'
import { sourceFilesOf } from './parse/dwarf/sourceFiles.ts'
import { type ByteSource, type Elf, readElf, readRange } from './parse/elf.ts'
import { readGmonOut } from './parse/gmonOut.ts'

/** A file by name, read in parts or in whole. */
export interface NamedSource {
  name: string
  source: ByteSource
}

/** A run, and what it was made from. */
export interface PairRead {
  elf: Elf
  functions: Functions
  sum: SummedGmon
  run: GprofRun
  /** Source file of each static function, without directories; empty where unknown, and for all others. */
  files: string[]
  /** Files that are not in the sum, and why. */
  failed: Issue[]
}

/**
 * Reads one executable and any number of gmon.out files, and adds the files up. Files that do not fit are left out and
 * named among the warnings; it fails where the executable cannot be read, or no file fits.
 */
export async function readRun(program: NamedSource, profiles: NamedSource[]): Promise<Result<PairRead>> {
  const elf = await readElf(program.source)
  if (!elf.ok) return { ok: false, errors: elf.errors.map(error => ({ ...error, file: program.name })) }
  const functions = selectSymbols(elf.value)
  const issues: Issue[] = elf.warnings.map(warning => ({ ...warning, file: program.name }))
  if (functions.length === 0)
    return {
      ok: false,
      errors: [{ code: 'incomplete', message: noFunctions(elf.value), file: program.name }],
    }
  const read: NamedGmon[] = []
  const failed: Issue[] = []
  for (const { name, source } of profiles) {
    const gmon = readGmonOut(await readRange(source, 0, source.size), elf.value.form)
    const found = gmon.ok ? gmon.warnings : gmon.errors
    // Of a file that is cut before anything in it was whole, nothing is left to show.
    const usable = gmon.ok && (found.length === 0 || gmon.value.histograms.length + gmon.value.arcs.length > 0)
    if (usable) read.push({ name, gmon: gmon.value })
    const list = usable ? issues : failed
    list.push(...found.map(issue => ({ ...issue, file: name })))
  }
  if (read.length === 0 && failed.length > 0) return { ok: false, errors: failed }
  const sum = sumGmon(read)
  const run = runGprof(functions, sum)
  const files = await filesOfStatics(elf.value, functions)
  return {
    ok: true,
    value: { elf: elf.value, functions, sum, run, files, failed: [...failed, ...sum.leftOut] },
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

function noFunctions({ symbols, text }: Elf): string {
  const code = `its ${text.size} bytes of code have no names`
  return symbols.source === 'dynsym'
    ? `The executable was stripped: .symtab is gone, none of the ${symbols.length} symbols left in .dynsym is a function of its own, and ${code}. Give the executable from before \`strip\`, of the same build, or its separate debug file.`
    : `The executable has ${symbols.length} symbols, but none of them names a function, and ${code}. Give the executable as it was linked, with its symbols.`
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
