// Asks gprof and Arcflame the same, and keeps count of the answers that are alike.

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { knownDifference } from './knownDifferences.ts'
import { sameRefusal } from './refusals.ts'

/** What is compared of every profile. With -s, the file gmon.sum, and then the report of it. */
export const optionSets = [
  [],
  ['-b'],
  ['-b', '-p'],
  ['-b', '-q'],
  ['-b', '-z'],
  ['-b', '--no-demangle'],
  ['-s'],
  ['-b', '-s', '-p', '-q'],
  ['-b', 'gmon.sum'],
]

/** One question: a row of the tally, the files, and the folder they are in. */
export interface Question {
  kind: string
  name: string
  cwd: string
  program: string
  profiles: string[]
  gprof: string
}

export interface Tally {
  same: number
  compared: number
}

export interface Counts {
  byKind: Map<string, Tally>
  byOption: Map<string, Tally>
  /** Differences whose reason is known, by reason. */
  known: Map<string, Tally>
}

const room = { maxBuffer: 2 ** 30 }
/** gprof believes what a file claims, and asks for 16 GB to hold it. */
const bounded = (gprof: string) => ['--as=2000000000', gprof]

/** Asks both with one set of options; prints what differs. `arcflame` is the built command. */
export function compare(question: Question, options: string[], arcflame: string, counts: Counts): void {
  const { kind, name, cwd, program, profiles, gprof } = question
  const ofSum = options.includes('gmon.sum')
  if (ofSum && !existsSync(join(cwd, 'gmon.sum'))) return
  const args = [...options.filter(option => option !== 'gmon.sum'), program, ...(ofSum ? ['gmon.sum'] : profiles)]
  const sums = options.includes('-s')
  const wanted = spawnSync('prlimit', [...bounded(gprof), ...args], { cwd, ...room })
  const wantedSum = sums ? takeSum(cwd) : null
  const printed = spawnSync(process.execPath, [arcflame, 'report', ...args], { cwd, ...room })
  const printedSum = sums ? readSum(cwd) : null
  const found =
    wanted.status === 0
      ? printed.status === 0 && wanted.stdout.equals(printed.stdout) && sameBytes(wantedSum, printedSum)
      : printed.status === wanted.status &&
        printed.stdout.length === 0 &&
        sameRefusal(wanted.stderr.toString(), printed.stderr.toString())
  const label = options.join(' ') || 'no option'
  const reason = knownDifference(question, options, wanted)
  if (reason !== null) {
    count(counts.known, reason, found)
    return
  }
  count(counts.byKind, kind, found)
  count(counts.byOption, wanted.status === 0 ? label : 'refused', found)
  if (found) return
  const said = [wanted, printed].map(({ status, stderr }) => `${status} ${stderr.toString().trim().slice(0, 300)}`)
  console.log(`${name}: differs with ${label}\n    ${said.join('\n    ')}`)
}

function count(tallies: Map<string, Tally>, key: string, same: boolean): void {
  const tally = tallies.get(key) ?? { same: 0, compared: 0 }
  tally.compared++
  if (same) tally.same++
  tallies.set(key, tally)
}

/** Bytes 8 to 19 of a gmon.sum are whatever gprof's memory held. */
function readSum(cwd: string): Buffer | null {
  const path = join(cwd, 'gmon.sum')
  return existsSync(path) ? readFileSync(path).fill(0, 8, 20) : null
}

function takeSum(cwd: string): Buffer | null {
  const sum = readSum(cwd)
  if (sum) rmSync(join(cwd, 'gmon.sum'))
  return sum
}

const sameBytes = (a: Buffer | null, b: Buffer | null) => (a === null || b === null ? a === b : a.equals(b))
