// npm run oracle -- --fixtures: keeps some of the programs in src/fixtures, for machines without a compiler.

import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Programs that are kept with the profile of a run. */
const kept = [
  'cycles-O2',
  'statics-O0',
  'no-calls',
  'empty',
  'lambdas',
  'fortran',
  'm32-nopie',
  'lines-Os-g',
  'lines-clang-gdwarf-5',
]
/** Invented profiles that are kept with their program, and the names they are kept under. */
const keptInvented: Record<string, string> = {
  'bare, random figures, 4.4BSD': 'bsd',
  'bare, two histograms': 'two-histograms',
}

/** Where the profile of that name is to be kept; null for most. */
export function fixtureOf(name: string): string | null {
  return kept.includes(name) ? name : (keptInvented[name] ?? null)
}

/**
 * The program, its gmon.out, and what gprof makes of them: the report once with explanations and once with all functions,
 * and the sum, without the bytes of its header that are chance.
 */
export function keepFixture(fixture: string, cwd: string, gmon: string): void {
  const to = resolve('src/fixtures', fixture)
  mkdirSync(to, { recursive: true })
  copyFileSync(join(cwd, 'program'), join(to, 'program'))
  copyFileSync(join(cwd, gmon), join(to, 'gmon.out'))
  for (const [file, options] of [
    ['report.txt', []],
    ['report-bz.txt', ['-b', '-z']],
  ] as const)
    writeFileSync(join(to, file), spawnSync('gprof', [...options, 'program', gmon], { cwd }).stdout)
  spawnSync('gprof', ['-s', 'program', gmon], { cwd })
  const sum = join(cwd, 'gmon.sum')
  writeFileSync(join(to, 'gmon.sum'), readFileSync(sum).fill(0, 8, 20))
  rmSync(sum)
}
