// npm run oracle: compiles programs with -pg, runs them, and compares `arcflame report` with the installed GNU gprof
// byte for byte; with --fixtures, keeps a few of them in src/fixtures for machines without a compiler. What the machine lacks (a compiler, 32-bit libraries) is skipped and said.

import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { programs } from './oraclePrograms.ts'

const tsx = resolve('node_modules/.bin/tsx')
const arcflame = resolve('cli/main.ts')
const optionSets = [[], ['-b'], ['-b', '-p'], ['-b', '-q'], ['-b', '-z'], ['-b', '--no-demangle']]

const keep = process.argv.includes('--fixtures') ? ['cycles-O2', 'statics-O0', 'no-calls', 'empty'] : []

const folder = mkdtempSync(join(tmpdir(), 'arcflame-oracle-'))
let same = 0
let compared = 0
for (const { name, files, build, runs } of programs) {
  const cwd = join(folder, name)
  spawnSync('mkdir', [cwd])
  for (const [file, text] of Object.entries(files)) writeFileSync(join(cwd, file), text)
  const built = build.every(command => spawnSync('sh', ['-c', command], { cwd }).status === 0)
  if (!built) {
    console.log(`${name}: cannot be built here`)
    continue
  }
  for (const command of runs) spawnSync('sh', ['-c', command], { cwd })
  const profiles = spawnSync('sh', ['-c', 'ls gmon.out run.* 2>/dev/null'], { cwd, encoding: 'utf8' })
    .stdout.split('\n')
    .filter(file => file !== '')
  if (keep.includes(name)) keepFixture(name, cwd)
  for (const options of optionSets) {
    const args = [...options, 'program', ...profiles]
    const wanted = spawnSync('gprof', args, { cwd, maxBuffer: 2 ** 30 })
    const printed = spawnSync(tsx, [arcflame, 'report', ...args], { cwd, maxBuffer: 2 ** 30 })
    compared++
    if (wanted.stdout.equals(printed.stdout) && (wanted.status === 0) === (printed.status === 0)) same++
    else
      console.log(
        `${name}: differs with ${options.join(' ') || 'no option'} ${printed.stderr.toString().slice(0, 200)}`,
      )
  }
}

/** The program, its gmon.out, and what gprof prints of them with all functions and legends. */
function keepFixture(name: string, cwd: string): void {
  const to = resolve('src/fixtures', name)
  mkdirSync(to, { recursive: true })
  for (const file of ['program', 'gmon.out']) copyFileSync(join(cwd, file), join(to, file))
  for (const [file, options] of [
    ['report.txt', []],
    ['report-bz.txt', ['-b', '-z']],
  ] as const)
    writeFileSync(join(to, file), spawnSync('gprof', [...options, 'program', 'gmon.out'], { cwd }).stdout)
}

rmSync(folder, { recursive: true })
console.log(`${same} of ${compared} reports are the same to the last byte.`)
process.exitCode = same === compared ? 0 : 1
