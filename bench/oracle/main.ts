// npm run oracle: compiles programs with -pg, runs them, invents profiles for them, and compares `arcflame report` with the
// installed GNU gprof byte for byte. What the machine lacks (a compiler, 32-bit libraries) is skipped and said.
//   --large      also a program of 50,000 functions, for which gprof takes minutes
//   --fixtures   keeps a few of the programs in src/fixtures for machines without a compiler
//   NAME…        only programs whose names contain one of these

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, openAsBlob, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { type Functions, selectSymbols } from '../../src/analyse/selectSymbols.ts'
import type { ByteForm } from '../../src/parse/byteReader.ts'
import { readElf } from '../../src/parse/elf.ts'
import { makeBadFiles } from './badFiles.ts'
import { type Counts, compare, optionSets, type Question } from './compare.ts'
import { fixtureOf, keepFixture } from './fixtures.ts'
import { type Invented, oddProfiles, randomProfiles } from './invented.ts'
import { type OracleProgram, programs } from './programs.ts'

const keeps = process.argv.includes('--fixtures')
const asked = process.argv.slice(2).filter(arg => !arg.startsWith('-'))
const folder = mkdtempSync(join(tmpdir(), 'arcflame-oracle-'))
const arcflame = await buildCommand()
const counts: Counts = { byKind: new Map(), byOption: new Map(), known: new Map() }

for (const program of programs) {
  if (asked.length > 0 && !asked.some(part => program.name.includes(part))) continue
  const cwd = join(folder, program.name)
  const profiles = makeAndRun(program, cwd)
  if (!profiles) {
    console.log(`${program.name}: cannot be built here`)
    continue
  }
  const { kind, name, gprof = 'gprof' } = program
  const read = await functionsOf(join(cwd, 'program'))
  const question: Question = { kind, name, cwd, program: 'program', profiles, gprof }
  if (profiles.length > 0) ask(question)
  if (!read) continue
  askInvented(question, 'invented: random figures', randomProfiles(read.functions, read.form))
  if (name === 'cycles-O2' || program.runs.length === 0)
    askInvented(question, 'invented: odd files', oddProfiles(read.functions, read.form))
  if (name === 'cycles-O2')
    for (const [what, program, ...profiles] of makeBadFiles(cwd))
      ask({ ...question, kind: 'bad files', name: what, program, profiles })
}
rmSync(folder, { recursive: true })
printTally()

/** The command as one file of JavaScript, because it is started thousands of times. */
async function buildCommand(): Promise<string> {
  const outDir = join(folder, 'arcflame')
  await build({
    publicDir: false,
    logLevel: 'warn',
    build: { ssr: 'cli/main.ts', outDir, emptyOutDir: true },
    ssr: { noExternal: true }, // no package can be found from there
  })
  return join(outDir, 'main.js')
}

/** Files that the program left, none for one that cannot run here; null where it cannot be built. */
function makeAndRun({ files, build, runs }: OracleProgram, cwd: string): string[] | null {
  mkdirSync(cwd)
  for (const [file, text] of Object.entries(files)) writeFileSync(join(cwd, file), text)
  const shell = (command: string) => spawnSync('sh', ['-c', command], { cwd, encoding: 'utf8' })
  if (!build.every(command => shell(command).status === 0)) return null
  for (const command of runs) shell(command)
  return shell('ls gmon.out run.* 2>/dev/null').stdout.split('\n').filter(Boolean)
}

function ask(question: Question): void {
  const fixture = keeps ? fixtureOf(question.name) : null
  if (fixture) keepFixture(fixture, question.cwd, question.profiles[0])
  for (const options of optionSets) compare(question, options, arcflame, counts)
}

function askInvented(question: Question, kind: string, invented: Invented): void {
  for (const [what, files] of Object.entries(invented)) {
    const profiles = files.map((bytes, i) => {
      const name = `invented.${i}`
      writeFileSync(join(question.cwd, name), bytes)
      return name
    })
    ask({ ...question, kind, name: `${question.name}, ${what}`, profiles })
    rmSync(join(question.cwd, 'gmon.sum'), { force: true })
  }
}

/** Null for a program without symbols. */
async function functionsOf(path: string): Promise<{ functions: Functions; form: ByteForm } | null> {
  const elf = await readElf(await openAsBlob(path))
  if (!elf.ok || elf.value.symbols.source !== 'symtab') return null
  return { functions: selectSymbols(elf.value), form: elf.value.form }
}

function printTally(): void {
  let differing = 0
  for (const tallies of [counts.byKind, counts.byOption]) {
    console.log()
    for (const [what, { same, compared }] of tallies) console.log(`${`${same}/${compared}`.padStart(11)}  ${what}`)
  }
  if (counts.known.size > 0) console.log('\nKnown to differ, and not in the count:')
  for (const [reason, { same, compared }] of counts.known)
    console.log(`${`${same}/${compared}`.padStart(11)}  ${reason}`)
  for (const { same, compared } of counts.byKind.values()) differing += compared - same
  const all = [...counts.byKind.values()].reduce((sum, { compared }) => sum + compared, 0)
  console.log(`\n${all - differing} of ${all} answers are gprof's, to the last byte.`)
  process.exitCode = differing === 0 ? 0 : 1
}
