// Callgrind's file format (https://valgrind.org/docs/manual/cl-format.html), which KCachegrind opens. It says of each
// function what it cost by itself, and of each call how often it was made and what it cost with all that it led to. That
// is what gprof knows; nothing has to be estimated.
//
// A call within a cycle costs nothing, as it has no time in gprof. KCachegrind finds cycles by itself, leaves such calls
// out of its sums, and comes to gprof's figures for each cycle and its members. callgrind_annotate knows of no cycles:
// what it calls inclusive is what came in by calls, which for a member of a cycle is something else.
//
// A cost behind `calls=0` would be the caller's own. So calls that are known from the code alone are left out, and a
// count that a transform estimated is 1 at least.

import type { Profile } from '../profile.ts'
import { calleeArcs } from '../query/adjacency.ts'
import { amount } from '../query/flow.ts'
import { labelsOf } from '../query/names.ts'

/** Profiles as one file, a part each. Costs are nanoseconds, or millionths of another unit. */
export function toCallgrind(profiles: readonly Profile[]): string {
  const lines = ['# callgrind format', 'version: 1', 'creator: Arcflame']
  let known = 0
  for (const [i, profile] of profiles.entries()) {
    addPart(lines, profile, { part: i + 1, known })
    known += profile.functions.length
  }
  return `${lines.join('\n')}\n`
}

/** `known` names have a number already: numbers are those of the file. */
function addPart(lines: string[], profile: Profile, { part, known }: { part: number; known: number }): void {
  const { functions, arcs, unit, title } = profile
  const inSeconds = unit === 'seconds'
  const cost = (time: number) => String(Math.round(amount(time) * (inSeconds ? 1e9 : 1e6)))
  const event = inSeconds ? 'ns' : 'millionths'
  const self = Array.from(functions.self, cost)
  lines.push(
    `part: ${part}`,
    `cmd: ${onOneLine(title)}`,
    'desc: From a gprof profile. gprof has no time for calls within a cycle: they cost nothing here.',
    'positions: line',
    `event: ${event} : ${inSeconds ? 'Nanoseconds' : `Millionths of ${onOneLine(unit)}`}`,
    `events: ${event}`,
    `summary: ${self.reduce((sum, own) => sum + Number(own), 0)}`,
    '',
    'fl=???',
  )
  const names = labelsOf(profile).map(onOneLine)
  const isNamed = new Uint8Array(functions.length)
  const nameOf = (fn: number) => {
    const first = isNamed[fn] === 0
    isNamed[fn] = 1
    return first ? `(${known + fn + 1}) ${names[fn]}` : `(${known + fn + 1})`
  }
  for (let fn = 0; fn < functions.length; fn++) {
    lines.push(`fn=${nameOf(fn)}`, `0 ${self[fn]}`)
    for (const arc of calleeArcs(profile, fn)) {
      const time = cost(arcs.self[arc] + arcs.children[arc])
      if (arcs.count[arc] === 0 && time === '0') continue
      const calls = Math.max(1, Math.round(arcs.count[arc]))
      lines.push(`cfn=${nameOf(arcs.callee[arc])}`, `calls=${calls} 0`, `0 ${time}`)
    }
    lines.push('')
  }
}

const onOneLine = (text: string) => text.replace(/\s+/g, ' ').trim() || '???'
