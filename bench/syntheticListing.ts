// A listing as long as one likes, for measuring: `gprof -b` of a program that never was. Its call graph is random, its
// times are propagated as gprof does it, so all figures agree, and its names have the lengths of real C and C++ names.

import { printReport } from '../src/export/gprofReport.ts'
import { profileFrom } from '../src/profile.fixture.ts'
import type { Profile } from '../src/profile.ts'
import { randomNumbers } from '../src/randomNumbers.fixture.ts'

const VERBS = 'read write find insert remove update parse format copy hash scan flush merge split lock notify'.split(
  ' ',
)
const NOUNS = 'page buffer index tuple node token stream table cache entry block query plan socket event frame'.split(
  ' ',
)
const SPACES = ['std', 'app', 'net::http', 'storage', 'boost::detail', '(anonymous namespace)']
const TYPES = [
  'int',
  'unsigned long',
  'char const*',
  'std::__cxx11::basic_string<char, std::char_traits<char>, std::allocator<char> >',
  'std::vector<int, std::allocator<int> >',
]

/** Half of them C, half C++; `row` keeps most of them apart. */
export function nameOf(random: () => number, row: number): string {
  const pick = <T>(choices: T[]) => choices[Math.floor(random() * choices.length)]
  const capital = (word: string) => word[0].toUpperCase() + word.slice(1)
  if (random() < 0.5) return `${pick(NOUNS)}_${pick(VERBS)}_${pick(NOUNS)}${row}`
  const owner = `${pick(SPACES)}::${capital(pick(NOUNS))}${row}<${pick(TYPES)}>`
  const kind = random()
  if (kind < 0.1) return `${owner}::operator()(${pick(TYPES)}) const`
  if (kind < 0.2) return `${owner}::${pick(VERBS)}[abi:cxx11](${pick(TYPES)}&)`
  if (kind < 0.25) return `${owner}::${pick(VERBS)}()::{lambda(${pick(TYPES)})#1}::operator()(${pick(TYPES)}) const`
  return `${owner}::${pick(VERBS)}${capital(pick(NOUNS))}(${pick(TYPES)} const&, ${pick(TYPES)})`
}

/** A profile as long as one likes: columns, as {@link sortedProfile} takes them. */
export interface Invented {
  names: string[]
  /** In hundredths of a second. */
  ticks: number[]
  /** Rows of caller and callee, and how often. */
  calls: [number, number, number][]
}

/** Functions call later ones, the last of which are called from everywhere; now and then one calls back. */
export function inventProgram(functions: number, seed: number): Invented {
  const random = randomNumbers(seed)
  const names: string[] = []
  const ticks: number[] = []
  const callees: Set<number>[] = []
  for (let row = 0; row < functions; row++) {
    names.push(row === 0 ? 'main' : nameOf(random, row))
    ticks.push(random() < 0.4 ? Math.floor(5 / (random() + 0.002)) : 0)
    const called = new Set<number>()
    for (let left = Math.floor(random() * 9); left > 0 && row + 1 < functions; left--)
      called.add(row + 1 + Math.floor((functions - row - 1) * Math.sqrt(random())))
    if (row > 0) callees[Math.floor(row * random())].add(row)
    if (random() < 0.02) called.add(row)
    if (random() < 0.002 && row > 1) {
      called.add(row - 1)
      callees[row - 1].add(row)
    }
    callees.push(called)
  }
  const calls = callees.flatMap((called, row) =>
    [...called].map((callee): [number, number, number] => [row, callee, 1 + Math.floor(50 / (random() + 1e-5))]),
  )
  return { names, ticks, calls }
}

function listingOf(functions: number, seed: number): string {
  const { names, ticks, calls } = inventProgram(functions, seed)
  return printReport(sortedProfile(names, inSeconds(ticks), calls))
}

export const inSeconds = (ticks: number[]) => ticks.map(count => count / 100)

/** Rows in the order of the flat profile, most self time first; numbers in that of the call graph, most time first. */
export function sortedProfile(names: string[], self: number[], calls: [number, number, number][]): Profile {
  const order = self.map((_, row) => row).sort((a, b) => self[b] - self[a] || a - b)
  const place = new Int32Array(order.length)
  for (const [at, row] of order.entries()) place[row] = at
  const profile = profileFrom(
    order.map(row => names[row]),
    order.map(row => self[row]),
    calls.map(([from, to, count]) => [place[from], place[to], count]),
  )
  const { functions } = profile
  const total = functions.self.map((own, row) => own + functions.children[row])
  const ranks = order.map((_, row) => row).sort((a, b) => total[b] - total[a] || a - b)
  for (const [rank, row] of ranks.entries()) functions.index[row] = rank + 1
  return profile
}

/** About `bytes` bytes of listing; the same for the same seed. */
export function syntheticListing(bytes: number, seed = 1): Uint8Array {
  const trial = 1000
  const perFunction = listingOf(trial, seed).length / trial
  return new TextEncoder().encode(listingOf(Math.max(2, Math.round(bytes / perFunction)), seed))
}
