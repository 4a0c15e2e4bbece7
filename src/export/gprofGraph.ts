// The call graph as GNU gprof prints it: an entry for each function and each cycle, in the order of their numbers.

import { type ArcRow, type CycleRow, type FunctionRow, NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'
import { adjacencyOf, rowsOf } from '../query/adjacency.ts'
import { isInner } from '../query/entry.ts'
import { fixed, integer, time } from './cFormat.ts'
import type { Numbers } from './gprofNumbers.ts'

const separator = `${'-'.repeat(47)}\n`

export function printGraph(profile: Profile, numbers: Numbers): string {
  const { functions, cycles, total, samplePeriod } = profile
  const share =
    total > 0 ? ` for ${fixed((100 * samplePeriod) / total, 2)}% of ${fixed(total, 2)} seconds` : ' no time propagated'
  const entries: { number: number; text: () => string }[] = []
  for (let fn = 0; fn < functions.length; fn++)
    if (hasEntry(profile, fn))
      entries.push({ number: numbers.ofFunction[fn], text: () => functionEntry(profile, numbers, fn) })
  for (let cycle = 0; cycle < cycles.length; cycle++)
    if (cycles.index[cycle] >= 0)
      entries.push({ number: cycles.index[cycle], text: () => cycleEntry(profile, numbers, cycle) })
  entries.sort((a, b) => a.number - b.number)
  // What one sample covers depends on the program's size, and gprof prints 2 for nearly all.
  return `\t\t\tCall graph\n\n\ngranularity: each sample hit covers 2 byte(s)${share}\n
index % time    self  children    called     name\n${entries.map(entry => entry.text() + separator).join('')}`
}

/** gprof leaves out functions to which nothing happened; what a cut listing does not explain has no entry either. */
function hasEntry({ functions }: Profile, fn: FunctionRow): boolean {
  const { explained, calls, selfCalls, self, children } = functions
  return explained[fn] === 1 && (calls[fn] > 0 || selfCalls[fn] > 0 || self[fn] > 0 || children[fn] > 0)
}

function functionEntry(profile: Profile, numbers: Numbers, fn: FunctionRow): string {
  const { functions, arcs, total } = profile
  const { callers, callees } = adjacencyOf(profile)
  const above = [...rowsOf(callers, fn)].filter(arc => arcs.caller[arc] !== SPONTANEOUS)
  const below = [...rowsOf(callees, fn)]
  let text = ''
  // Callers lightest first, callees heaviest first; what weighs the same in the order in which it was recorded.
  for (const arc of above.sort((a, b) => compareArcs(profile, a, b) || a - b))
    text += arcLine(profile, numbers, arc, arcs.caller[arc])
  if (above.length === 0) text += `${' '.repeat(49)}<spontaneous>\n`
  const called = callsField(functions.calls[fn], functions.selfCalls[fn])
  text += primaryLine(numbers.ofFunction[fn], functions.self[fn], functions.children[fn], total)
  text += `${called}${nameOf(profile, numbers, fn)}\n`
  for (const arc of below.sort((a, b) => compareArcs(profile, b, a) || a - b))
    text += arcLine(profile, numbers, arc, arcs.callee[arc])
  return text
}

function cycleEntry(profile: Profile, numbers: Numbers, cycle: CycleRow): string {
  const { functions, cycles, total } = profile
  const weight = (fn: FunctionRow) => functions.self[fn] + functions.children[fn]
  const calls = (fn: FunctionRow) => (functions.calls[fn] || 0) + functions.selfCalls[fn]
  const members: FunctionRow[] = []
  for (let fn = 0; fn < functions.length; fn++) if (functions.cycle[fn] === cycle) members.push(fn)
  members.sort((a, b) => weight(b) - weight(a) || calls(b) - calls(a) || a - b)
  let text = primaryLine(cycles.index[cycle], cycles.self[cycle], cycles.children[cycle], total)
  text += ` ${integer(cycles.calls[cycle] || 0, 7)}${plus(cycles.innerCalls[cycle]) || ' '.repeat(8)} `
  text += `<cycle ${cycles.number[cycle]} as a whole> [${cycles.index[cycle]}]\n`
  for (const fn of members) {
    text += `${' '.repeat(12)} ${time(functions.self[fn], 7)} ${time(functions.children[fn], 7)}`
    text += ` ${integer(functions.calls[fn] || 0, 7)}${plus(functions.selfCalls[fn]) || ' '.repeat(8)}     `
    text += `${nameOf(profile, numbers, fn)}\n`
  }
  return text
}

const primaryLine = (number: number, self: number, children: number, total: number) =>
  `${`[${number}]`.slice(0, 6).padEnd(6)} ${fixed((100 * (self + children)) / (total > 0 ? total : 1), 1).padStart(5)} ${time(self, 7)} ${time(children, 7)}`

function callsField(calls: number, selfCalls: number): string {
  if (!(calls > 0) && !(selfCalls > 0)) return ' '.repeat(17)
  return ` ${integer(calls || 0, 7)}${selfCalls > 0 ? `${plus(selfCalls)} ` : ' '.repeat(9)}`
}

/** `+%-7lu`; nothing for no calls. */
const plus = (calls: number) => (calls > 0 ? `+${integer(calls, 0).padEnd(7)}` : '')

function arcLine(profile: Profile, numbers: Numbers, arc: ArcRow, other: FunctionRow): string {
  const { arcs, functions, cycles } = profile
  const name = nameOf(profile, numbers, other)
  if (isInner(profile, arc)) return `${' '.repeat(28)} ${integer(arcs.count[arc], 7)}${' '.repeat(13)}${name}\n`
  const callee = arcs.callee[arc]
  const all = functions.cycle[callee] === NO_CYCLE ? functions.calls[callee] : cycles.calls[functions.cycle[callee]]
  const calls = `${integer(arcs.count[arc], 7)}/${integer(all || 0, 0).padEnd(7)}`
  return `${' '.repeat(12)} ${time(arcs.self[arc], 7)} ${time(arcs.children[arc], 7)} ${calls}     ${name}\n`
}

function nameOf({ functions, cycles }: Profile, numbers: Numbers, fn: FunctionRow): string {
  const cycle = functions.cycle[fn] === NO_CYCLE ? '' : ` <cycle ${cycles.number[functions.cycle[fn]]}>`
  return `${functions.name[fn]}${cycle} [${numbers.ofFunction[fn]}]`
}

/** gprof's order of arcs: calls of a function to itself, calls within a cycle by count, others by time, then count. */
function compareArcs(profile: Profile, a: ArcRow, b: ArcRow): number {
  const { arcs } = profile
  const rank = (arc: ArcRow) => (arcs.caller[arc] === arcs.callee[arc] ? 0 : isInner(profile, arc) ? 1 : 2)
  if (rank(a) !== rank(b) || rank(a) === 0) return rank(a) - rank(b)
  const difference = rank(a) === 1 ? 0 : arcs.self[a] + arcs.children[a] - (arcs.self[b] + arcs.children[b])
  return difference || arcs.count[a] - arcs.count[b]
}
