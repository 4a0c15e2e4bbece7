// npm run oracle:names: names of the C++, Rust and D libraries of this machine, and of the programs bench/oracle/names.cpp
// and names.rs, as the installed GNU gprof prints them and as Arcflame does; with --fixtures, keeps those of the programs
// for machines without a compiler. What the machine lacks is skipped and said.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { demangle } from '../../src/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'arcflame-names-'))
const run = (command: string) =>
  spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'latin1', maxBuffer: 2 ** 30 })

const mangledNames = (text: string) =>
  [...new Set(text.match(/(?<=\s)(_Z|_R|_D)[^\s@]+/gm) ?? [])].sort((a, b) => (a < b ? -1 : 1))

/** What gprof prints for each name that is kept. */
const kept = { itanium: new Map<string, string>(), rust: new Map<string, string>() }

/** Commands that list names; with the file that those of our own programs are kept in. */
const sources: Record<string, { list: string; fixture?: keyof typeof kept }> = {
  'C++ standard library': { list: 'nm -D --defined-only "$(gcc -print-file-name=libstdc++.so)"' },
  'Shared libraries': {
    list: 'nm -D --defined-only "$(dirname "$(realpath "$(gcc -print-file-name=libc.so)")")"/*.so* 2>/dev/null',
  },
  'Rust compiler': { list: 'nm --defined-only "$(rustc --print sysroot)"/lib/librustc_driver*.so 2>/dev/null' },
  'D standard library': { list: 'nm -D --defined-only "$(gdc -print-file-name=libgphobos.so)"' },
  'bench/oracle/names.cpp, GCC': { list: cppProgram('g++'), fixture: 'itanium' },
  'bench/oracle/names.cpp, Clang': { list: cppProgram('clang++'), fixture: 'itanium' },
  'bench/oracle/names.rs, v0': { list: rustProgram('v0'), fixture: 'rust' },
  'bench/oracle/names.rs, legacy': { list: rustProgram('legacy'), fixture: 'rust' },
}

function cppProgram(compiler: string): string {
  const source = resolve('bench/oracle/names.cpp')
  return `${compiler} -std=c++20 -w -pthread -o program ${source} && nm --defined-only program | grep 5names`
}

function rustProgram(mangling: string): string {
  const unstable = mangling === 'legacy' ? '-Z unstable-options' : ''
  const source = resolve('bench/oracle/names.rs')
  return `RUSTC_BOOTSTRAP=1 rustc -C symbol-mangling-version=${mangling} ${unstable} -o program ${source} && nm --defined-only program | grep 5names`
}

/** What gprof prints for functions of these names, which it sorts by them. */
function askGprof(names: string[]): string[] {
  const functions = names.map(name => `.globl "${name}"\n.type "${name}", @function\n"${name}": .skip 4\n`)
  writeFileSync(join(folder, 'names.s'), `.text\n.globl _start\n_start: .skip 8\n${functions.join('')}`, 'latin1')
  run('as -o names.o names.s && ld -o names names.o')
  const address = Number.parseInt(run('nm names | grep " _start$"').stdout, 16)
  writeFileSync(join(folder, 'gmon.out'), gmonWithOneTick(address))
  const rows = run('gprof -b -p -z names gmon.out').stdout.split('\n')
  const first = rows.findIndex(row => row.startsWith(' time')) + 1
  const printed = rows.slice(first).map(row => row.slice(54))
  return printed.filter(name => name !== '' && !/^(_start|_end|_edata|__bss_start)$/.test(name))
}

/** A histogram of 4 bytes of code: gprof prints nothing where there is none. */
function gmonWithOneTick(address: number): Buffer {
  const bytes = Buffer.alloc(20 + 1 + 40 + 4)
  bytes.write('gmon')
  bytes.writeUInt32LE(1, 4)
  bytes.writeBigUInt64LE(BigInt(address), 21)
  bytes.writeBigUInt64LE(BigInt(address + 4), 29)
  bytes.writeUInt32LE(2, 37)
  bytes.writeUInt32LE(100, 41)
  bytes.write('seconds', 45)
  bytes.write('s', 60)
  bytes.writeUInt16LE(1, 61)
  return bytes
}

let differs = false
for (const [source, { list, fixture }] of Object.entries(sources)) {
  const names = mangledNames(run(list).stdout)
  if (names.length === 0) {
    console.log(`${source}: not on this machine`)
    continue
  }
  let same = 0
  for (let start = 0; start < names.length; start += 20_000) {
    const some = names.slice(start, start + 20_000)
    const wanted = askGprof(some)
    if (wanted.length !== some.length) throw new Error(`gprof printed ${wanted.length} names of ${some.length}.`)
    some.forEach((name, i) => {
      if (demangle(name) === wanted[i]) same++
      else console.log(`${name}\n  gprof    ${wanted[i]}\n  Arcflame ${demangle(name)}`)
      if (fixture && name.length < 250) kept[fixture].set(name, wanted[i])
    })
  }
  console.log(`${source}: ${same} of ${names.length} names are the same.`)
  if (same < names.length) differs = true
}
if (process.argv.includes('--fixtures'))
  for (const [language, names] of Object.entries(kept))
    writeFileSync(
      resolve(`src/parse/demangle/${language}/names.fixture.txt`),
      `${[...names].flat().join('\n')}\n`,
      'latin1',
    )

rmSync(folder, { recursive: true })
process.exitCode = differs ? 1 : 0
