// The programs of the oracle: what to compile, how, and how to run it.

import { inC, inCxx } from './lineSources.ts'
import * as text from './sources.ts'

/** A program that leaves gmon.out when run, or several files called run.*. */
export interface OracleProgram {
  /** A row of the tally. */
  kind: string
  name: string
  files: Record<string, string>
  /** Makes `program`. */
  build: string[]
  /** Empty for a program of another machine: only invented profiles are tried with it. */
  runs: string[]
  /** Its own machine's gprof. */
  gprof?: string
}

interface Flags {
  compiler?: string
  after?: string[]
  runs?: string[]
}

const sourcesOf = (files: Record<string, string>) =>
  Object.keys(files)
    .filter(name => !name.endsWith('.h'))
    .join(' ')

const c =
  (kind: string, files: Record<string, string>) =>
  (name: string, flags: string, { compiler = 'gcc', after = [], runs = ['./program'] }: Flags = {}): OracleProgram => ({
    kind,
    name,
    files,
    build: [`${compiler} -pg ${sourcesOf(files)} -o program ${flags} -lpthread`, ...after],
    runs,
  })

const cycles = c('C, cycles', { 'main.c': text.cycles })
const debug = c('C, debug information', { 'main.c': text.inlined })
const linked = c('C, ways of linking', { 'main.c': text.cycles })
const m32 = c('C, 32-bit', { 'main.c': text.cycles })
const statics = c('C, statics of one name', { 'one.c': text.statics[0], 'two.c': text.statics[1] })
const [odd, oddOther] = text.oddSymbols
const symbols = c('C, clones, aliases, labels', { 'one.c': text.withNested(odd), 'two.c': oddOther })
const symbolsClang = c('C, clones, aliases, labels', { 'one.c': text.withoutNested(odd), 'two.c': oddOther })
const symbols32 = c('C, 32-bit', { 'one.c': text.withNested(odd), 'two.c': oddOther })
const processes = c('C, threads and processes', { 'main.c': text.threads })
const forks = c('C, threads and processes', { 'main.c': text.forks })
const openmp = c('C, threads and processes', { 'main.c': text.openmp })
const sad = c('C, without arcs or samples', { 'main.c': text.cycles })
const cxx = c('C++', { 'main.cpp': text.templates })
const overloads = c('C++', { 'main.cpp': text.overloads })
const lambdas = c('C++', { 'main.cpp': text.lambdas })
const modern = c('C++', { 'main.cpp': text.modern })
const fortran = c('Fortran', { 'main.f90': text.fortran })
const modules = c('Fortran', { 'main.f90': text.fortranModules })
const lines = c('C, lines of several files', inC)
const linesCxx = c('C++, lines of several files', inCxx)
const many = (functions: number, name: string) =>
  c('C, many functions', { 'main.c': text.manyFunctions(functions) })(name, '-O0')

const gpp = { compiler: 'g++' }
const clang = { compiler: 'clang' }
const clangpp = { compiler: 'clang++' }
const gfortran = { compiler: 'gfortran' }
const thrice = { runs: Array.from({ length: 3 }, () => 'GMON_OUT_PREFIX=run ./program') }

/** A program for a machine that is not this one, linked by its own linker and read by its own gprof. */
const foreign = (name: string, target: string, tools: string, flags = ''): OracleProgram => ({
  kind: 'other machines',
  name,
  files: { 'main.c': text.freestanding },
  build: [
    `clang --target=${target} -O1 -g -ffreestanding -fno-pic ${flags} -c main.c -o main.o`,
    `${tools}-ld main.o -o program`,
  ],
  runs: [],
  gprof: `${tools}-gprof`,
})

export const programs: OracleProgram[] = [
  cycles('cycles-O0', '-O0 -no-pie'),
  cycles('cycles-O2', '-O2 -no-pie'),
  cycles('cycles-O3', '-O3 -no-pie'),
  cycles('cycles-lto', '-O2 -flto -g'),
  cycles('cycles-clang', '-O2', clang),
  cycles('cycles-clang-lto', '-O1 -flto -fuse-ld=lld', clang),
  cycles('sum', '-O1 -g', thrice),
  cycles('sum-nodebug', '-O1', thrice),
  linked('pie', '-O1 -pie'),
  linked('static', '-O1 -static'),
  linked('static-g', '-O1 -g -static'),
  linked('static-pie', '-O1 -static-pie'),
  linked('gold', '-O1 -g -fuse-ld=gold'),
  linked('lld', '-O1 -g -fuse-ld=lld', clang),
  linked('gc-sections', '-O1 -g -ffunction-sections -fdata-sections -Wl,--gc-sections'),
  linked('own-text-sections', '-O1 -g -ffunction-sections -Wl,--unique=.text.*'),
  linked('noseparate', '-O1 -Wl,-z,noseparate-code -no-pie'),
  linked('far-away', '-O1 -no-pie -Wl,-Ttext-segment=0x10000000'),
  linked('rdynamic', '-O1 -rdynamic'),
  linked('stripdebug', '-O1 -g', { after: ['strip --strip-debug program'] }),
  linked('stripped', '-O1', { after: ['strip -s program'] }),
  linked('dynsym-only', '-O1 -rdynamic', { after: ['strip -s program'] }),
  linked('debug-file', '-O1 -g', {
    runs: ['./program', 'objcopy --only-keep-debug program debug', 'mv debug program'],
  }),
  ...['', '-gdwarf-2 -gstrict-dwarf', '-gdwarf-3', '-gdwarf-4', '-gdwarf-5', '-g1', '-g3', '-g -gz'].map(flags =>
    debug(`gcc${flags.replaceAll(' ', '')}`, `-O1 ${flags}`),
  ),
  debug('gcc-O0-g', '-O0 -g'),
  debug('gcc-O2-split', '-O2 -gsplit-dwarf'),
  debug('gcc-no-location-views', '-O2 -g -gno-variable-location-views'),
  debug('gcc-sections', '-O2 -g -ffunction-sections -freorder-blocks-and-partition'),
  debug('gcc-static', '-O2 -g -static'),
  ...['-gdwarf-2', '-gdwarf-3', '-gdwarf-4', '-gdwarf-5', '-gline-tables-only', '-gline-directives-only'].map(flags =>
    debug(`clang${flags}`, `-O1 ${flags}`, clang),
  ),
  ...[
    '-O0 -g',
    '-Os -g',
    '-O2 -g -std=c17',
    '-O3 -gdwarf-4 -flto',
    '-O2 -g -ffunction-sections -Wl,--gc-sections',
    '-O2 -g -ffunction-sections -Wl,--gc-sections -fuse-ld=gold',
    '-O2 -gdwarf-2 -gstrict-dwarf',
    '-O2 -gdwarf-3',
    '-O2 -gdwarf-4 -m32',
    '-O2 -gdwarf-5 -gsplit-dwarf',
    '-O1 -gdwarf-5 -gsplit-dwarf',
    '-O2 -gdwarf-5 -gdwarf64',
    '-O2 -gdwarf-4 -gdwarf64',
    '-O2 -g -static',
  ].map(flags => lines(`lines${flags.replaceAll(' ', '')}`, flags)),
  ...['-gdwarf-2', '-gdwarf-4', '-gdwarf-5', '-gdwarf-5 -m32', '-gline-tables-only'].map(flags =>
    lines(`lines-clang${flags.replaceAll(' ', '')}`, `-O2 ${flags}`, clang),
  ),
  {
    ...lines('lines-partly', ''),
    build: ['gcc -pg -O2 -g -c one.c three.c', 'gcc -pg -O2 -c two.c', 'gcc -pg *.o -o program'],
  },
  ...['-O0 -g', '-O2 -g', '-O0 -g -fdebug-types-section', '-O0 -gdwarf-4 -Wa,-g', '-Og -g'].map(flags =>
    linesCxx(`lines-cxx${flags.replaceAll(' ', '')}`, flags, gpp),
  ),
  ...['-O0 -g', '-O1 -gdwarf-4'].map(flags => linesCxx(`lines-cxx-clang${flags.replaceAll(' ', '')}`, flags, clangpp)),
  m32('m32', '-O1 -g -m32'),
  m32('m32-nopie', '-O2 -m32 -no-pie'),
  m32('m32-static', '-O1 -m32 -static'),
  m32('m32-clang', '-O1 -g -m32', clang),
  symbols32('m32-symbols', '-O2 -g -m32 -no-pie'),
  { ...overloads('m32-cxx', '-std=c++17 -O1 -m32', gpp), kind: 'C, 32-bit' },
  ...['-O0', '-O2', '-O2 -flto'].map(flags => statics(`statics${flags.replaceAll(' ', '')}`, `-g ${flags}`)),
  statics('statics-clang', '-O1 -g', clang),
  symbols('symbols-O0', '-O0 -g -no-pie'),
  symbols('symbols-O2', '-O2 -g'),
  symbols('symbols-O3', '-O3'),
  symbols('symbols-lto', '-O2 -flto -g'),
  symbols('symbols-static', '-O2 -static'),
  symbolsClang('symbols-clang', '-O2 -g', clang),
  processes('threads', '-O1 -g'),
  forks('forks', '-O1 -g', { runs: ['GMON_OUT_PREFIX=run ./program'] }),
  openmp('openmp', '-O2 -fopenmp'),
  openmp('openmp-O0', '-O0 -g -fopenmp'),
  { ...sad('empty', '-O0 -g'), files: { 'main.c': 'int main(void) { return 0; }' } },
  { ...sad('no-calls', ''), build: ['gcc -c -O1 main.c', 'gcc -pg main.o -o program'] },
  ...[
    ['O0', '-O0 -g'],
    ['O2', '-O2'],
    ['O3-lto', '-O3 -flto'],
    ['static', '-O1 -static'],
  ].flatMap(([name, flags]) => [
    cxx(`templates-${name}`, `-std=c++17 ${flags}`, gpp),
    overloads(`overloads-${name}`, `-std=c++17 ${flags}`, gpp),
    modern(`modern-${name}`, `-std=c++20 ${flags}`, gpp),
  ]),
  lambdas('lambdas', '-std=c++17 -O1 -no-pie', gpp),
  cxx('templates-clang', '-std=c++17 -O1 -g', clangpp),
  overloads('overloads-clang', '-std=c++17 -O1 -g', clangpp),
  overloads('overloads-clang-O0', '-std=c++17 -O0', clangpp),
  ...['-O0 -g', '-O2', '-O3 -g', '-O2 -static'].flatMap(flags => [
    fortran(`recursion${flags.replaceAll(' ', '')}`, flags, gfortran),
    modules(`modules${flags.replaceAll(' ', '')}`, flags, gfortran),
  ]),
  fortran('fortran', '-O1 -no-pie', gfortran),
  many(2000, 'many-2000'),
  ...(process.argv.includes('--large') ? [many(50_000, 'many-50000')] : []),
  {
    kind: 'C, ways of linking',
    name: 'bare',
    files: { 'main.c': text.freestanding },
    build: [
      'gcc -O1 -g0 -ffreestanding -nostdlib -static -no-pie main.c -o program -Wl,-z,noseparate-code,--build-id=none',
    ],
    runs: [],
  },
  foreign('aarch64', 'aarch64-linux-gnu', 'aarch64-linux-gnu'),
  foreign('arm-thumb', 'armv7-linux-gnueabihf', 'arm-linux-gnueabihf', '-mthumb'),
  foreign('arm', 'armv7-linux-gnueabihf', 'arm-linux-gnueabihf', '-marm'),
  foreign('powerpc', 'powerpc-linux-gnu', 'powerpc-linux-gnu'),
  foreign('s390x', 's390x-linux-gnu', 's390x-linux-gnu'),
  foreign('mips', 'mips-linux-gnu', 'mips-linux-gnu', '-mno-abicalls'),
]
